import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHashLocation } from 'wouter/use-hash-location'
import type { TimetableView } from '#shared/contract/timetable'
import type { VisitView } from '#shared/contract/visits'
import { addDays, helsinkiDay } from '#shared/rules/localDay'
import { asOyLane, type VisitTeam } from '#shared/rules/visitTimetable'
import { useMay } from '../../app/session'
import { useShortcut } from '../../app/shortcuts'
import { useNow } from '../../app/useNow'
import { LinesSkeleton } from '../../components/Skeletons'
import { DragLabel } from './DragLabel'
import { isWeekend, minuteOf } from './days'
import { GridKeys } from './GridKeys'
import { type DayHours, layoutOf } from './layout'
import { MoveDialog } from './MoveDialog'
import { spotAt, spotsOf } from './neighbour'
import { type Place, stepped } from './place'
import { useDayWords } from './useDayWords'
import { type Step, useDrag } from './useDrag'
import { type Target, useMove } from './useMove'
import { VisitGrid } from './VisitGrid'
import { VisitMenu } from './VisitMenu'

interface Calendar {
  readonly days: readonly DayHours[]
  readonly visits: readonly VisitView[]
}
const unread: Calendar = { days: [], visits: [] }

interface CalendarDaysProps {
  readonly place: Place
  readonly onGo: (place: Place) => void
  /** The week of the day that is shown; undefined while it is being read. */
  readonly calendar: Calendar | undefined
  readonly timetable: TimetableView
}

/** Where the focus of the grid was last, whatever days are shown then. */
interface Focused {
  readonly day: string
  readonly lane: number | null
  readonly minute: number
}

/** The days that are shown, with everything that can be done in them. */
export function CalendarDays({ place, onGo, calendar: read, timetable }: CalendarDaysProps) {
  const calendar = read ?? unread
  const { t } = useTranslation()
  const [, navigate] = useHashLocation()
  const dayWords = useDayWords()
  const mayBe = useMay()
  const now = useNow()
  const { rules } = timetable
  const move = useMove(rules)
  const { moving } = move
  const [menu, setMenu] = useState<{ readonly visit: VisitView; readonly at: HTMLElement } | null>(null)
  const [focused, setFocused] = useState<Focused>({ day: place.day, lane: 1, minute: minuteOf(now) })
  const takesFocus = useRef(false)
  const box = useRef<HTMLDivElement>(null)
  /** The step that has the focus. React tells of no blur when it takes an element away. */
  const held = useRef<HTMLElement | null>(null)

  const days = useMemo(
    () =>
      calendar.days.filter(({ day, periods }) =>
        place.view === 'day'
          ? day === place.day
          : !isWeekend(day) || periods.length > 0 || calendar.visits.some((visit) => visit.day === day),
      ),
    [calendar, place],
  )
  const layout = useMemo(() => {
    const may = (team: VisitTeam) => (team === 'asoy' ? mayBe('asoy') : mayBe('counter', 'phone', 'lead'))
    const lastDay = addDays(helsinkiDay(now), timetable.rules.bookableDays)
    return layoutOf({ days, visits: calendar.visits, timetable, now, lastDay, may, moving })
  }, [days, calendar, timetable, now, mayBe, moving])
  const spots = useMemo(() => spotsOf(layout), [layout])

  const sameDay = layout.columns.findIndex(({ day }) => day === focused.day)
  const sameDesk = layout.columns.findIndex(({ day, lane }) => day === focused.day && lane === focused.lane)
  const row = layout.minutes.findLastIndex((minute) => minute <= focused.minute)
  const wanted = { column: Math.max(0, sameDesk === -1 ? sameDay : sameDesk), row: Math.max(0, row) }
  const active = spotAt(spots, wanted)

  const activate = (step: Step | null, focus: boolean) => {
    const column = step ? layout.columns[step.column] : undefined
    const minute = step ? layout.minutes[step.row] : undefined
    if (column === undefined || minute === undefined) return
    takesFocus.current ||= focus
    setFocused({ day: column.day, lane: column.lane, minute })
  }
  useEffect(() => {
    // Somebody else has changed what stood in the step: the focus is not lost with it.
    const lost = held.current?.isConnected === false && document.activeElement === document.body
    if (read === undefined || !(takesFocus.current || lost)) return
    takesFocus.current = false
    held.current = box.current?.querySelector<HTMLElement>('td [tabindex="0"]') ?? null
    // A day without anything to act on has its name, from which the arrow keys go on.
    const next = held.current ?? document.getElementById('calendar-days')
    next?.focus()
  })
  const turn = (by: 1 | -1) => {
    takesFocus.current = true
    const day = stepped(place, by)
    setFocused((before) => ({
      ...before,
      day: place.view === 'day' ? day : addDays(before.day, 7 * by),
    }))
    onGo({ ...place, day })
  }

  // What had the focus before the question may have been taken by somebody else meanwhile.
  const closeDialog = (then: () => void) => {
    takesFocus.current = true
    then()
  }

  const targetAt = (step: Step | null): Target | null => {
    const column = step && layout.columns[step.column]
    const cell = step && column?.cells[step.row]
    return cell?.kind === 'free' && cell.usable
      ? { startsAt: cell.startsAt, lane: column?.lane ?? null }
      : null
  }
  const drag = useDrag(moving !== null, {
    onBegin: move.begin,
    onOver: (step) => {
      if (targetAt(step)) activate(step, false)
    },
    onDrop: (step) => {
      const target = targetAt(step)
      if (target) move.ask(target, true)
      else move.stop()
    },
  })
  useShortcut('escape', move.stop, { enabled: moving !== null })

  const words = days[0] && place.view === 'day' ? dayWords(days[0]) : null
  const open = (visit: VisitView) => navigate(`/appointments/${visit.id}`)
  return (
    <Box
      ref={box}
      onFocus={({ target }) => {
        held.current = target.closest('td') ? target : null
      }}
      onBlur={() => {
        held.current = null
      }}
    >
      {words !== null && (
        <Typography sx={{ mb: 1, fontWeight: 600 }} role="note">
          {words}
        </Typography>
      )}
      {read === undefined ? (
        <LinesSkeleton lines={12} />
      ) : place.view === 'day' && layout.columns.every(({ lane }) => lane === null) ? (
        <Typography color="textSecondary">{t('calendar:day.nothing')}</Typography>
      ) : (
        <>
          <GridKeys moving={moving} onStop={move.stop} />
          <VisitGrid
            view={place.view}
            days={days}
            layout={layout}
            moving={moving}
            active={active}
            onActive={activate}
            onTurn={turn}
            onDay={(day) => onGo({ view: 'day', day })}
            onOpen={(visit) => !drag.wasDrag() && open(visit)}
            onMenu={(visit, at) => setMenu({ visit, at })}
            onFree={(target) => {
              if (drag.wasDrag()) return
              if (moving) move.ask(target, false)
              else
                navigate(
                  `/book?startsAt=${encodeURIComponent(target.startsAt.toISOString())}&lane=${target.lane ?? asOyLane}`,
                )
            }}
            onMove={move.begin}
            onStop={move.stop}
            onPress={(event, visit, at) => moving === null && drag.press(event, visit, at)}
          />
        </>
      )}
      {drag.dragged && moving && <DragLabel at={drag.dragged} target={targetAt(drag.dragged.step)} />}
      {menu && (
        <VisitMenu
          visit={menu.visit}
          at={menu.at}
          onOpen={() => open(menu.visit)}
          onMove={() => {
            setMenu(null)
            move.begin(menu.visit)
          }}
          onClose={() => setMenu(null)}
        />
      )}
      {moving && move.asked && (
        <MoveDialog
          visit={moving.visit}
          target={move.asked}
          onBack={() => closeDialog(move.back)}
          onGone={() => closeDialog(move.end)}
          onMoved={({ day, lane, startsAt }) => {
            move.end()
            takesFocus.current = true
            if (startsAt) setFocused({ day, lane, minute: minuteOf(startsAt) })
            if (place.view === 'day' || !calendar.days.some((each) => each.day === day))
              onGo({ ...place, day })
          }}
        />
      )}
    </Box>
  )
}
