import TableCell from '@mui/material/TableCell'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { OutboxMessage } from '#shared/contract/outbox'
import { useFormat } from '../../app/format'
import { ListTable } from '../../components/ListTable'
import { MessageState } from './MessageState'

interface OutboxTableProps {
  readonly messages: readonly OutboxMessage[]
  readonly configured: boolean
  /** The rows are those of the page before, until the next ones come. */
  readonly waiting: boolean
  readonly onOpen: (message: OutboxMessage) => void
}

const columns = ['when', 'to', 'kind', 'state'] as const

/** Messages, the newest first. */
export function OutboxTable({ messages, configured, waiting, onOpen }: OutboxTableProps) {
  const { t } = useTranslation()
  const { dateTime } = useFormat()
  return (
    <ListTable
      label={t('outbox:title')}
      columns={columns.map((name) => ({ name, title: t(`outbox:column.${name}`) }))}
      rows={messages}
      keyOf={({ id }) => id}
      opens={{ open: onOpen }}
      waiting={waiting}
    >
      {(message, { link }) => (
        <>
          <TableCell sx={{ whiteSpace: 'nowrap' }}>{dateTime(message.createdAt)}</TableCell>
          <TableCell sx={{ overflowWrap: 'anywhere' }}>
            {link(message.name)}
            <Typography variant="body2" color="textSecondary">
              {message.to ?? t('outbox:hiddenAddress')}
            </Typography>
          </TableCell>
          <TableCell>{t(`outbox:kind.${message.kind}`)}</TableCell>
          <TableCell>
            <MessageState message={message} configured={configured} />
          </TableCell>
        </>
      )}
    </ListTable>
  )
}
