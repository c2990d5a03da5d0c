import TableCell from '@mui/material/TableCell'
import { useTranslation } from 'react-i18next'
import type { HandoffSummary } from '#shared/contract/keyHandoffViews'
import { formatReference } from '#shared/rules/visitReference'
import { useFormat } from '../../app/format'
import { ListTable } from '../../components/ListTable'
import { HandoffStateMark } from './HandoffStateMark'

const columns = ['dueOn', 'handoff', 'name', 'brings', 'keys', 'state', 'reference'] as const

interface HandoffsTableProps {
  readonly handoffs: readonly HandoffSummary[]
  /** The rows are those of the page before, until the next ones come. */
  readonly waiting: boolean
}

/** Hand-offs, each with the day by which it is due, who brings or collects, and where it is. */
export function HandoffsTable({ handoffs, waiting }: HandoffsTableProps) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <ListTable
      label={t('keys:list.title')}
      columns={columns.map((name) => ({ name, title: t(`keys:column.${name}`) }))}
      rows={handoffs}
      keyOf={({ id }) => id}
      opens={({ id }) => `/keys/handoffs/${id}`}
      waiting={waiting}
    >
      {({ dueOn, direction, name, bringer, arrived, keys, reference, ...handoff }, { link }) => (
        <>
          <TableCell sx={{ whiteSpace: 'nowrap' }}>{format.day(dueOn)}</TableCell>
          <TableCell>{link(t(`keys:direction.${direction}`))}</TableCell>
          <TableCell>{name}</TableCell>
          <TableCell>{bringer.kind === 'resident' ? t('keys:bringer.resident') : bringer.name}</TableCell>
          <TableCell>{t('keys:arrivedOf', { arrived, keys })}</TableCell>
          <TableCell>
            <HandoffStateMark handoff={handoff} />
          </TableCell>
          <TableCell sx={{ whiteSpace: 'nowrap' }}>{formatReference(reference)}</TableCell>
        </>
      )}
    </ListTable>
  )
}
