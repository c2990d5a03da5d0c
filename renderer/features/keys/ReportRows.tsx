import CheckIcon from '@mui/icons-material/Check'
import CloseIcon from '@mui/icons-material/Close'
import ErrorIcon from '@mui/icons-material/ErrorOutlined'
import RepeatIcon from '@mui/icons-material/Repeat'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportRow } from '#shared/contract/keyHandoffViews'
import { formatReference } from '#shared/rules/visitReference'
import { useFormat } from '../../app/format'
import { Mark } from '../../components/Mark'
import { DismissRowDialog, MatchRowDialog } from './RowDialogs'
import { useReportWords } from './useReportWords'

const columns = ['reference', 'key', 'result', 'day', 'state', 'problem', 'act'] as const

const marks = {
  open: { tone: 'warning', icon: <ErrorIcon /> },
  matched: { tone: 'success', icon: <CheckIcon /> },
  repeated: { tone: 'neutral', icon: <RepeatIcon /> },
  dismissed: { tone: 'neutral', icon: <CloseIcon /> },
} as const

interface ReportRowsProps {
  readonly rows: readonly ReportRow[]
  readonly label: string
}

/** Rows of reports as they were taken in; those that fit nothing are matched by hand, or said to belong to nothing. */
export function ReportRows({ rows, label }: ReportRowsProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useReportWords()
  const [acting, setActing] = useState<{ row: ReportRow; what: 'match' | 'dismiss' } | null>(null)
  const close = () => setActing(null)
  return (
    <>
      <Table size="small" aria-label={label} sx={{ '& td, & th': { verticalAlign: 'top' } }}>
        <TableHead>
          <TableRow>
            {columns.map((column) => (
              <TableCell key={column}>{t(`keys:row.${column}`)}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={row.id}>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>
                {row.handoffId === null ? (
                  formatReference(row.reference)
                ) : (
                  <Link href={`#/keys/handoffs/${row.handoffId}`}>{formatReference(row.reference)}</Link>
                )}
              </TableCell>
              <TableCell sx={{ overflowWrap: 'anywhere' }}>{words.key(row)}</TableCell>
              <TableCell>{words.result(row.result)}</TableCell>
              <TableCell>{format.day(row.happenedOn)}</TableCell>
              <TableCell>
                <Mark {...marks[row.state]} label={t(`keys:rowState.${row.state}`)} />
              </TableCell>
              <TableCell>
                {[
                  row.problem && t(`keys:rowProblem.${row.problem}`),
                  row.note,
                  row.settled && `${format.dateTime(row.settled.at)}, ${row.settled.by}`,
                  row.settled?.note,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </TableCell>
              <TableCell>
                {row.state === 'open' && (
                  <Box sx={{ display: 'flex', gap: 1, whiteSpace: 'nowrap' }}>
                    <Button
                      size="small"
                      variant="outlined"
                      aria-label={t('keys:row.matchOf', {
                        key: words.key(row),
                        reference: formatReference(row.reference),
                      })}
                      onClick={() => setActing({ row, what: 'match' })}
                    >
                      {t('keys:row.match')}
                    </Button>
                    <Button
                      size="small"
                      aria-label={t('keys:row.dismissOf', {
                        key: words.key(row),
                        reference: formatReference(row.reference),
                      })}
                      onClick={() => setActing({ row, what: 'dismiss' })}
                    >
                      {t('keys:row.dismiss')}
                    </Button>
                  </Box>
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {acting?.what === 'match' && <MatchRowDialog row={acting.row} onClose={close} />}
      {acting?.what === 'dismiss' && <DismissRowDialog row={acting.row} onClose={close} />}
    </>
  )
}
