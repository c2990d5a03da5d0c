import CheckIcon from '@mui/icons-material/Check'
import CloseIcon from '@mui/icons-material/Close'
import ErrorIcon from '@mui/icons-material/ErrorOutlined'
import RepeatIcon from '@mui/icons-material/Repeat'
import Box from '@mui/material/Box'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportPreview } from '#shared/contract/keyReports'
import { useFormat } from '../../app/format'
import { Mark } from '../../components/Mark'
import { ShowButtons } from '../../components/ShowButtons'
import { Pages } from '../register/Pages'
import { useReportWords } from './useReportWords'

type Row = ReportPreview['rows'][number]

const pageSize = 50
const becomes = ['rejected', 'kept', 'repeated', 'matched'] as const
const columns = ['line', 'reference', 'key', 'result', 'day', 'becomes', 'problem'] as const

const marks = {
  rejected: { tone: 'error', icon: <CloseIcon /> },
  kept: { tone: 'warning', icon: <ErrorIcon /> },
  repeated: { tone: 'neutral', icon: <RepeatIcon /> },
  matched: { tone: 'success', icon: <CheckIcon /> },
} as const

interface PreviewTableProps {
  readonly rows: readonly Row[]
  readonly counts: ReportPreview['counts']
}

/** Every row of a report's file: what would become of it, and what is to be said of it and of which column. */
export function PreviewTable({ rows, counts }: PreviewTableProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useReportWords()
  const [only, setOnly] = useState<Row['becomes'] | 'all'>('all')
  const [page, setPage] = useState(0)
  const box = useRef<HTMLDivElement>(null)
  const found = only === 'all' ? rows : rows.filter((row) => row.becomes === only)
  const shown = found.slice(page * pageSize, (page + 1) * pageSize)
  const day = (text: string) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? format.day(text) : text)
  return (
    <>
      <ShowButtons
        label={t('keys:take.show')}
        shows={['all', ...becomes]}
        show={only}
        nameOf={(each) => (each === 'all' ? t('keys:take.all') : t(`keys:becomes.${each}`))}
        countOf={(each) => (each === 'all' ? rows.length : counts[each])}
        onShow={(each) => {
          setOnly(each)
          setPage(0)
        }}
      />
      <Box ref={box} tabIndex={-1} sx={{ outline: 'none', mb: 2 }}>
        {found.length > pageSize && (
          <Pages page={page} total={found.length} size={pageSize} below={false} onPage={setPage} rows={box} />
        )}
        <Table size="small" aria-label={t('keys:take.rows')} sx={{ '& td, & th': { verticalAlign: 'top' } }}>
          <TableHead>
            <TableRow>
              {columns.map((column) => (
                <TableCell key={column}>{t(`keys:take.head.${column}`)}</TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {shown.map((row) => (
              <TableRow key={row.line}>
                <TableCell>{format.number(row.line)}</TableCell>
                <TableCell sx={{ overflowWrap: 'anywhere' }}>{row.reference}</TableCell>
                <TableCell sx={{ overflowWrap: 'anywhere' }}>{words.key(row)}</TableCell>
                <TableCell>{words.result(row.result)}</TableCell>
                <TableCell>{day(row.day)}</TableCell>
                <TableCell>
                  <Mark {...marks[row.becomes]} label={t(`keys:becomes.${row.becomes}`)} />
                </TableCell>
                <TableCell>
                  {row.problem !== null && t(`keys:rowProblem.${row.problem}`)}
                  {row.column !== null && (
                    <>
                      {' '}
                      <code>{row.column}</code>
                    </>
                  )}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
    </>
  )
}
