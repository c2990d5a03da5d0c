import Link from '@mui/material/Link'
import Paper from '@mui/material/Paper'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuditRecord } from '#shared/contract/audit'
import { useFormat } from '../../app/format'
import { rowAfterKey } from '../../components/rowKeys'
import { OutcomeMark } from './OutcomeMark'
import { RecordDialog } from './RecordDialog'
import { Subject } from './Subject'
import { useActionWords } from './useActionWords'

interface AuditTableProps {
  readonly records: readonly AuditRecord[]
  /** The rows are those of the page before, until the next ones come. */
  readonly waiting: boolean
}

const columns = ['seq', 'when', 'who', 'desk', 'what', 'whom', 'outcome', 'reason'] as const

/** Records of the log. Up and down, Home and End move from row to row; Enter opens everything a record says. */
export function AuditTable({ records, waiting }: AuditTableProps) {
  const { t } = useTranslation()
  const { dateTime, number } = useFormat()
  const actionWords = useActionWords()
  const [active, setActive] = useState(0)
  const [open, setOpen] = useState<AuditRecord | null>(null)
  const body = useRef<HTMLTableSectionElement>(null)
  const at = Math.min(active, records.length - 1)

  const onKeyDown = (event: KeyboardEvent) => {
    const row = rowAfterKey(event, at, records.length)
    if (row === undefined) return
    setActive(row)
    body.current?.querySelectorAll<HTMLElement>('button')[row]?.focus()
  }

  if (records.length === 0) return null
  return (
    <Paper variant="outlined">
      <Table
        stickyHeader
        size="small"
        aria-label={t('audit:title')}
        aria-busy={waiting}
        sx={{ opacity: waiting ? 0.6 : 1, '& thead th': { top: -16 } }}
      >
        <TableHead>
          <TableRow>
            {columns.map((column) => (
              <TableCell key={column} align={column === 'seq' ? 'right' : 'left'}>
                {t(`audit:column.${column}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody ref={body} onKeyDown={onKeyDown}>
          {records.map((record, row) => (
            <TableRow
              key={record.seq}
              hover
              onClick={() => setOpen(record)}
              onFocus={() => setActive(row)}
              sx={{
                cursor: 'pointer',
                '&:focus-within': { bgcolor: 'action.selected' },
                '& td': { verticalAlign: 'top' },
              }}
            >
              <TableCell align="right">{number(record.seq)}</TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{dateTime(record.at)}</TableCell>
              <TableCell>{record.staffName ?? t('audit:nobody')}</TableCell>
              <TableCell>{record.desk}</TableCell>
              <TableCell>
                <Link
                  component="button"
                  type="button"
                  tabIndex={row === at ? 0 : -1}
                  onClick={(event) => {
                    event.stopPropagation()
                    setOpen(record)
                  }}
                  // The heading of the table covers the top of the page.
                  sx={{ fontSize: 'inherit', textAlign: 'left', scrollMarginTop: 64, verticalAlign: 'top' }}
                >
                  {actionWords(record.action)}
                </Link>
              </TableCell>
              <TableCell onClick={(event) => event.stopPropagation()}>
                <Subject record={record} tabIndex={row === at ? 0 : -1} />
              </TableCell>
              <TableCell>
                <OutcomeMark outcome={record.outcome} />
              </TableCell>
              <TableCell sx={{ overflowWrap: 'anywhere' }}>{record.reason}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {open !== null && <RecordDialog record={open} onClose={() => setOpen(null)} />}
    </Paper>
  )
}
