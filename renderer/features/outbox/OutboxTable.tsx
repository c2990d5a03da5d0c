import Link from '@mui/material/Link'
import Paper from '@mui/material/Paper'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutboxMessage } from '#shared/contract/outbox'
import { useFormat } from '../../app/format'
import { rowAfterKey } from '../../components/rowKeys'
import { MessageState } from './MessageState'

interface OutboxTableProps {
  readonly messages: readonly OutboxMessage[]
  readonly configured: boolean
  /** The rows are those of the page before, until the next ones come. */
  readonly waiting: boolean
  readonly onOpen: (message: OutboxMessage) => void
}

const columns = ['when', 'to', 'kind', 'state'] as const

/** Messages, the newest first. Up and down, Home and End move from row to row; Enter opens the message. */
export function OutboxTable({ messages, configured, waiting, onOpen }: OutboxTableProps) {
  const { t } = useTranslation()
  const { dateTime } = useFormat()
  const [active, setActive] = useState(0)
  const body = useRef<HTMLTableSectionElement>(null)
  const at = Math.min(active, messages.length - 1)

  const onKeyDown = (event: KeyboardEvent) => {
    const row = rowAfterKey(event, at, messages.length)
    if (row === undefined) return
    setActive(row)
    body.current?.querySelectorAll<HTMLElement>('button')[row]?.focus()
  }

  return (
    <Paper variant="outlined">
      <Table
        stickyHeader
        size="small"
        aria-label={t('outbox:title')}
        aria-busy={waiting}
        sx={{ opacity: waiting ? 0.6 : 1, '& thead th': { top: -16 } }}
      >
        <TableHead>
          <TableRow>
            {columns.map((column) => (
              <TableCell key={column}>{t(`outbox:column.${column}`)}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody ref={body} onKeyDown={onKeyDown}>
          {messages.map((message, row) => (
            <TableRow
              key={message.id}
              hover
              onClick={() => onOpen(message)}
              onFocus={() => setActive(row)}
              sx={{
                cursor: 'pointer',
                '&:focus-within': { bgcolor: 'action.selected' },
                '& td': { verticalAlign: 'top' },
              }}
            >
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{dateTime(message.createdAt)}</TableCell>
              <TableCell sx={{ overflowWrap: 'anywhere' }}>
                <Link
                  component="button"
                  type="button"
                  tabIndex={row === at ? 0 : -1}
                  onClick={(event) => {
                    event.stopPropagation()
                    onOpen(message)
                  }}
                  // The heading of the table covers the top of the page.
                  sx={{ fontSize: 'inherit', textAlign: 'left', scrollMarginTop: 64, verticalAlign: 'top' }}
                >
                  {message.name}
                </Link>
                <Typography variant="body2" color="textSecondary">
                  {message.to ?? t('outbox:hiddenAddress')}
                </Typography>
              </TableCell>
              <TableCell>{t(`outbox:kind.${message.kind}`)}</TableCell>
              <TableCell>
                <MessageState message={message} configured={configured} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Paper>
  )
}
