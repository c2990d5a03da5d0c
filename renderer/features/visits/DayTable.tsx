import Button from '@mui/material/Button'
import TableCell from '@mui/material/TableCell'
import { useTranslation } from 'react-i18next'
import type { VisitView } from '#shared/contract/visits'
import { useFormat } from '../../app/format'
import { useSession } from '../../app/session'
import { useNow } from '../../app/useNow'
import { type InRow, ListTable } from '../../components/ListTable'
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

/** The day's visits. Tab goes on to what is done with the one that is active. */
export function DayTable({ visits, busy, onAct }: DayTableProps) {
  const { t } = useTranslation()
  return (
    <ListTable
      label={t('visits:list.title')}
      columns={columns.map((name) => ({
        name,
        title: t(`visits:column.${name}`),
        right: name === 'time' || name === 'waited',
      }))}
      rows={visits}
      keyOf={({ id }) => id}
      opens={({ id }) => `/appointments/${id}`}
    >
      {(visit, inRow) => <Cells visit={visit} busy={busy} onAct={onAct} {...inRow} />}
    </ListTable>
  )
}

interface CellsProps extends InRow {
  readonly visit: VisitView
  readonly busy: boolean
  readonly onAct: (act: RowAct, visit: VisitView) => void
}

function Cells({ visit, busy, onAct, link, tabIndex }: CellsProps) {
  const { t } = useTranslation()
  const { time } = useFormat()
  const { roles } = useSession()
  const now = useNow()
  const duration = useDuration()
  const waited = waitedMinutes(visit, now)
  const desk = visit.state === 'waiting' ? visit.transferredToDesk : visit.deskNo
  const marks = visit.marks.filter((mark) => mark === 'nonDisclosure')
  return (
    <>
      <TableCell align="right" sx={{ height: 44 }}>
        {visit.startsAt ? time(visit.startsAt) : '–'}
      </TableCell>
      <TableCell sx={{ fontWeight: 600 }}>{visit.number}</TableCell>
      <TableCell sx={{ overflowWrap: 'anywhere' }}>
        {link(<VisitorName visit={visit} />)}
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
    </>
  )
}
