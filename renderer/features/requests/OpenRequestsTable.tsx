import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Paper from '@mui/material/Paper'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHashLocation } from 'wouter/use-hash-location'
import type { RequestSummary } from '#shared/contract/requests'
import { useFormat } from '../../app/format'
import { rowAfterKey } from '../../components/rowKeys'
import { HandOffState } from './HandOffState'
import { RequestStateMark } from './RequestStateMark'

const columns = ['dueOn', 'kind', 'name', 'goesTo', 'handOff'] as const

interface OpenRequestsTableProps {
  readonly requests: readonly RequestSummary[]
  /** The rows are those of the page before, until the next ones come. */
  readonly waiting: boolean
}

/** Up and down, Home and End move from row to row; Enter opens the request. */
export function OpenRequestsTable({ requests, waiting }: OpenRequestsTableProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const [, navigate] = useHashLocation()
  const [active, setActive] = useState(0)
  const body = useRef<HTMLTableSectionElement>(null)
  const at = Math.min(active, requests.length - 1)
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rowAfterKey(event, at, requests.length)
    if (row === undefined) return
    setActive(row)
    body.current?.querySelectorAll<HTMLElement>('a')[row]?.focus()
  }
  return (
    <Paper variant="outlined">
      <Table
        stickyHeader
        size="small"
        aria-label={t('requests:title')}
        aria-busy={waiting}
        sx={{ opacity: waiting ? 0.6 : 1, '& thead th': { top: -16 } }}
      >
        <TableHead>
          <TableRow>
            {columns.map((column) => (
              <TableCell key={column}>{t(`requests:column.${column}`)}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody ref={body} onKeyDown={onKeyDown}>
          {requests.map((request, row) => (
            <TableRow
              key={request.id}
              hover
              onClick={() => navigate(`/requests/${request.id}`)}
              onFocus={() => setActive(row)}
              sx={{ cursor: 'pointer', '&:focus-within': { bgcolor: 'action.selected' } }}
            >
              <TableCell sx={{ whiteSpace: 'nowrap' }}>
                <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
                  {format.day(request.dueOn)}
                  {request.overdue && <RequestStateMark request={request} />}
                </Box>
              </TableCell>
              <TableCell>
                <Link
                  href={`#/requests/${request.id}`}
                  tabIndex={row === at ? 0 : -1}
                  onClick={(event) => event.stopPropagation()}
                  // The heading of the table covers the top of the page.
                  sx={{ scrollMarginTop: 64 }}
                >
                  {t(`requests:kind.${request.kind}`)}
                </Link>
              </TableCell>
              <TableCell>{request.name}</TableCell>
              <TableCell>{t(`requests:goesTo.${request.goesTo}`)}</TableCell>
              <TableCell>
                <HandOffState request={request} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Paper>
  )
}
