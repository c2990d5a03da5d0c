import TableCell from '@mui/material/TableCell'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuditRecord } from '#shared/contract/audit'
import { useFormat } from '../../app/format'
import { ListTable } from '../../components/ListTable'
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

/** Records of the log; opening one shows everything that it says. */
export function AuditTable({ records, waiting }: AuditTableProps) {
  const { t } = useTranslation()
  const { dateTime, number } = useFormat()
  const actionWords = useActionWords()
  const [open, setOpen] = useState<AuditRecord | null>(null)
  if (records.length === 0) return null
  return (
    <>
      <ListTable
        label={t('audit:title')}
        columns={columns.map((name) => ({ name, title: t(`audit:column.${name}`), right: name === 'seq' }))}
        rows={records}
        keyOf={({ seq }) => seq}
        opens={{ open: setOpen }}
        waiting={waiting}
      >
        {(record, { link, tabIndex }) => (
          <>
            <TableCell align="right">{number(record.seq)}</TableCell>
            <TableCell sx={{ whiteSpace: 'nowrap' }}>{dateTime(record.at)}</TableCell>
            <TableCell>{record.staffName ?? t('audit:nobody')}</TableCell>
            <TableCell>{record.desk}</TableCell>
            <TableCell>{link(actionWords(record.action))}</TableCell>
            <TableCell onClick={(event) => event.stopPropagation()}>
              <Subject record={record} tabIndex={tabIndex} />
            </TableCell>
            <TableCell>
              <OutcomeMark outcome={record.outcome} />
            </TableCell>
            <TableCell sx={{ overflowWrap: 'anywhere' }}>{record.reason}</TableCell>
          </>
        )}
      </ListTable>
      {open !== null && <RecordDialog record={open} onClose={() => setOpen(null)} />}
    </>
  )
}
