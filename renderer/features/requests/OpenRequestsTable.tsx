import Box from '@mui/material/Box'
import TableCell from '@mui/material/TableCell'
import { useTranslation } from 'react-i18next'
import type { RequestSummary } from '#shared/contract/requests'
import { useFormat } from '../../app/format'
import { ListTable } from '../../components/ListTable'
import { HandOffState } from './HandOffState'
import { RequestStateMark } from './RequestStateMark'

const columns = ['dueOn', 'kind', 'name', 'goesTo', 'handOff'] as const

interface OpenRequestsTableProps {
  readonly requests: readonly RequestSummary[]
  /** The rows are those of the page before, until the next ones come. */
  readonly waiting: boolean
}

/** Requests that wait for an answer, each with the day by which it is due. */
export function OpenRequestsTable({ requests, waiting }: OpenRequestsTableProps) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <ListTable
      label={t('requests:title')}
      columns={columns.map((name) => ({ name, title: t(`requests:column.${name}`) }))}
      rows={requests}
      keyOf={({ id }) => id}
      opens={({ id }) => `/requests/${id}`}
      waiting={waiting}
    >
      {(request, { link }) => (
        <>
          <TableCell sx={{ whiteSpace: 'nowrap' }}>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
              {format.day(request.dueOn)}
              {request.overdue && <RequestStateMark request={request} />}
            </Box>
          </TableCell>
          <TableCell>{link(t(`requests:kind.${request.kind}`))}</TableCell>
          <TableCell>{request.name}</TableCell>
          <TableCell>{t(`requests:goesTo.${request.goesTo}`)}</TableCell>
          <TableCell>
            <HandOffState request={request} />
          </TableCell>
        </>
      )}
    </ListTable>
  )
}
