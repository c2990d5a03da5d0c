import Button from '@mui/material/Button'
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
import type { VisitView } from '#shared/contract/visits'
import { useFormat } from '../../app/format'
import { useSession } from '../../app/session'
import { useNow } from '../../app/useNow'
import { rowAfterKey } from '../../components/rowKeys'
import { ResidentMarks } from '../residents/ResidentMarks'
import { waitedMinutes } from './dayList'
import { type RowAct, rowActs } from './rowActs'
import { StateMark } from './StateMark'
import { useDuration } from './useDuration'
import { VisitorName } from './VisitorName'

const columns = ['time', 'number', 'name', 'reason', 'state', 'desk', 'waited', 'acts'] as const

interface DayTableProps {
  readonly visits: readonly VisitView[]
  readonly busy: boolean
  readonly onAct: (act: RowAct, visit: VisitView) => void
}

/** The day's visits. Up and down, Home and End move from row to row, Enter opens the visit, Tab goes on to what is done with it. */
export function DayTable({ visits, busy, onAct }: DayTableProps) {
  const { t } = useTranslation()
  const [, navigate] = useHashLocation()
  const [activeId, setActiveId] = useState('')
  const body = useRef<HTMLTableSectionElement>(null)
  const at = Math.max(
    0,
    visits.findIndex(({ id }) => id === activeId),
  )
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rowAfterKey(event, at, visits.length)
    if (row === undefined) return
    body.current?.querySelectorAll<HTMLElement>('a')[row]?.focus()
  }
  return (
    <Paper variant="outlined">
      <Table
        stickyHeader
        size="small"
        aria-label={t('visits:list.title')}
        sx={{ '& thead th': { top: -16 } }}
      >
        <TableHead>
          <TableRow>
            {columns.map((column) => (
              <TableCell key={column} align={column === 'time' || column === 'waited' ? 'right' : 'left'}>
                {t(`visits:column.${column}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody ref={body} onKeyDown={onKeyDown}>
          {visits.map((visit, row) => (
            <Row
              key={visit.id}
              visit={visit}
              active={row === at}
              busy={busy}
              onFocus={() => setActiveId(visit.id)}
              onOpen={() => navigate(`/appointments/${visit.id}`)}
              onAct={onAct}
            />
          ))}
        </TableBody>
      </Table>
    </Paper>
  )
}

interface RowProps {
  readonly visit: VisitView
  readonly active: boolean
  readonly busy: boolean
  readonly onFocus: () => void
  readonly onOpen: () => void
  readonly onAct: (act: RowAct, visit: VisitView) => void
}

function Row({ visit, active, busy, onFocus, onOpen, onAct }: RowProps) {
  const { t } = useTranslation()
  const { time } = useFormat()
  const { roles } = useSession()
  const now = useNow()
  const duration = useDuration()
  const waited = waitedMinutes(visit, now)
  const tabIndex = active ? 0 : -1
  const desk = visit.state === 'waiting' ? visit.transferredToDesk : visit.deskNo
  const marks = visit.marks.filter((mark) => mark === 'nonDisclosure')
  return (
    <TableRow
      hover
      onClick={onOpen}
      onFocus={onFocus}
      sx={{ cursor: 'pointer', '&:focus-within': { bgcolor: 'action.selected' }, '& td': { height: 44 } }}
    >
      <TableCell align="right">{visit.startsAt ? time(visit.startsAt) : '–'}</TableCell>
      <TableCell sx={{ fontWeight: 600 }}>{visit.number}</TableCell>
      <TableCell sx={{ overflowWrap: 'anywhere' }}>
        <Link
          href={`#/appointments/${visit.id}`}
          tabIndex={tabIndex}
          onClick={(event) => event.stopPropagation()}
          // The heading of the table covers the top of the page.
          sx={{ scrollMarginTop: 64 }}
        >
          <VisitorName visit={visit} />
        </Link>
        <ResidentMarks marks={marks} />
      </TableCell>
      <TableCell>{t(`appointments:reason.${visit.reason}`)}</TableCell>
      <TableCell>
        <StateMark state={visit.state} />
      </TableCell>
      <TableCell>{desk ?? ''}</TableCell>
      <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
        {waited === null ? '' : duration(waited)}
      </TableCell>
      <TableCell
        onClick={(event) => event.stopPropagation()}
        sx={{ whiteSpace: 'nowrap', cursor: 'default' }}
      >
        {rowActs(visit, roles, now).map((act) => (
          <Button
            key={act}
            size="small"
            tabIndex={tabIndex}
            disabled={busy}
            onClick={() => onAct(act, visit)}
            sx={{ px: 1 }}
          >
            {t(`visits:act.${act}`)}
          </Button>
        ))}
      </TableCell>
    </TableRow>
  )
}
