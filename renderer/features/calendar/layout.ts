import type { VisitView } from '#shared/contract/visits'
import { eveClosures } from '#shared/rules/holidayNames'
import type { LocalDay } from '#shared/rules/localDay'
import { openStepsOf } from '#shared/rules/visitHours'
import {
  asOyLane,
  slotMinutes,
  type VisitAccess,
  type VisitTeam,
  type VisitTimetable,
} from '#shared/rules/visitTimetable'
import { minuteOf, momentAt } from './days'

/** The hours of a day, as the calendar is told them. */
export interface DayHours {
  readonly day: LocalDay
  readonly closedBecause: 'weekday' | 'holiday' | 'eve' | 'exception' | 'walkInOnly' | null
  readonly holiday: string | null
  readonly note: string | null
  readonly periods: readonly {
    readonly from: Date
    readonly to: Date
    readonly access: VisitAccess
    readonly desks: number
  }[]
}

/** What stands in a step of a desk's time. */
export type Cell =
  | { readonly kind: 'visit'; readonly visit: VisitView; readonly rows: number; readonly usable: boolean }
  /** Under a visit that began above. */
  | { readonly kind: 'covered' }
  | { readonly kind: 'free'; readonly startsAt: Date; readonly usable: boolean }
  /** Open for appointments, but nothing can be booked: gone by, too far ahead, or another team's. */
  | { readonly kind: 'open' }
  /** `first` where such hours begin. */
  | { readonly kind: 'walkIn'; readonly first: boolean }
  | { readonly kind: 'closed' }

/** A desk's time on one day; `lane` is null for a day that has no desks to show. */
export interface Column {
  readonly day: LocalDay
  readonly lane: number | null
  readonly cells: readonly Cell[]
}

export interface Layout {
  /** The beginning of each row, minutes from midnight on the wall clock. */
  readonly minutes: readonly number[]
  readonly columns: readonly Column[]
}

/** A visit that is being moved, and how long it is going to be. */
export interface Moving {
  readonly visit: VisitView
  readonly minutes: number
}

interface LayoutInput {
  readonly days: readonly DayHours[]
  readonly visits: readonly VisitView[]
  readonly timetable: VisitTimetable
  readonly now: Date
  /** The last day on which appointments are given today. */
  readonly lastDay: LocalDay
  /** Whether this person books for a team. */
  readonly may: (team: VisitTeam) => boolean
  readonly moving: Moving | null
}

interface Placed {
  readonly visit: VisitView
  readonly lane: number
  readonly from: number
  readonly to: number
}

const teamAt = (lane: number): VisitTeam => (lane === asOyLane ? 'asoy' : 'service')
const rowsOf = (from: number, to: number) => Math.max(1, Math.ceil((to - from) / slotMinutes))
/** A period that ends at midnight ends at the day's last minute. */
const endMinute = (from: Date, to: Date) => (minuteOf(to) > minuteOf(from) ? minuteOf(to) : 24 * 60)

/** The visits of a day that hold a desk's time, the earliest first; cancelled ones hold none. */
function placedOn(day: LocalDay, visits: readonly VisitView[]): readonly Placed[] {
  return visits
    .flatMap((visit): readonly Placed[] =>
      visit.day === day &&
      visit.state !== 'cancelled' &&
      visit.startsAt !== null &&
      visit.endsAt !== null &&
      visit.lane !== null
        ? [
            {
              visit,
              lane: visit.lane,
              from: minuteOf(visit.startsAt),
              to: endMinute(visit.startsAt, visit.endsAt),
            },
          ]
        : [],
    )
    .toSorted((a, b) => a.from - b.from)
}

/** The wall-clock minutes at which the As Oy team's time is open on a day. */
function asOyMinutes(hours: DayHours, timetable: VisitTimetable): ReadonlySet<number> {
  const holidays = {
    publicHoliday: () => (hours.closedBecause === 'holiday' ? hours.holiday : null),
    eve: () =>
      hours.closedBecause === 'eve' ? (eveClosures.find((eve) => eve === hours.holiday) ?? null) : null,
  }
  const steps = openStepsOf(hours.day, 'asoy', { timetable, holidays })
  return new Set([...steps.keys()].map((at) => minuteOf(new Date(at))))
}

interface DayPlan {
  readonly hours: DayHours
  readonly placed: readonly Placed[]
  readonly asOy: ReadonlySet<number>
}

/** The lanes a day has something in: the desks of its appointment hours and of its visits, and the As Oy team's. */
function lanesOf({ hours, placed, asOy }: DayPlan): readonly number[] {
  const desks = Math.max(
    0,
    ...hours.periods.filter(({ access }) => access === 'appointment').map((period) => period.desks),
    ...placed.map(({ lane }) => lane),
  )
  const service = Array.from({ length: desks }, (_, index) => index + 1)
  return asOy.size > 0 || placed.some(({ lane }) => lane === asOyLane) ? [...service, asOyLane] : service
}

/** The rows that hold everything that is open or booked on the days, and a quarter of an hour around it. */
function minutesOf(plans: readonly DayPlan[]): readonly number[] {
  const spans = plans.flatMap(({ hours, placed, asOy }) => [
    ...hours.periods.map(({ from, to }) => ({ from: minuteOf(from), to: endMinute(from, to) })),
    ...placed,
    ...[...asOy].map((from) => ({ from, to: from + slotMinutes })),
  ])
  if (spans.length === 0) return []
  const first = Math.floor(Math.min(...spans.map(({ from }) => from)) / slotMinutes) * slotMinutes
  const from = Math.max(0, first - slotMinutes)
  const to = Math.min(24 * 60, Math.max(...spans.map((span) => span.to)) + slotMinutes)
  return Array.from({ length: rowsOf(from, to) }, (_, index) => from + index * slotMinutes)
}

/** Whether a step of a lane is open for its team's appointments. */
function isOpen({ hours, asOy }: DayPlan, lane: number, minute: number): boolean {
  if (lane === asOyLane) return asOy.has(minute)
  return hours.periods.some(
    ({ from, to, access, desks }) =>
      access === 'appointment' &&
      lane <= desks &&
      minuteOf(from) <= minute &&
      minute + slotMinutes <= endMinute(from, to),
  )
}

const isWalkIn = ({ hours }: DayPlan, lane: number, minute: number) =>
  lane !== asOyLane &&
  hours.periods.some(
    ({ from, to, access }) => access === 'walkIn' && minuteOf(from) <= minute && minute < endMinute(from, to),
  )

function cellsOf(plan: DayPlan, lane: number, minutes: readonly number[], input: LayoutInput) {
  const { now, lastDay, may, moving } = input
  const { day } = plan.hours
  const mine = plan.placed.filter((each) => each.lane === lane)
  const isMoving = (visit: VisitView) => visit.id === moving?.visit.id
  const taken = new Set(
    mine
      .filter(({ visit }) => !isMoving(visit))
      .flatMap(({ from, to }) => minutes.filter((minute) => minute < to && from < minute + slotMinutes)),
  )
  const bookable = (minute: number) =>
    momentAt(day, minute) > now && day <= lastDay && may(teamAt(lane)) && isOpen(plan, lane, minute)
  const fits = (minute: number) => {
    if (moving === null) return true
    if (moving.visit.team !== teamAt(lane)) return false
    return Array.from({ length: rowsOf(0, moving.minutes) }, (_, step) => minute + step * slotMinutes).every(
      (each) => isOpen(plan, lane, each) && !taken.has(each),
    )
  }
  let covered = 0
  return minutes.map((minute, row): Cell => {
    // One who did not come leaves the rest of the time to others, who then begin within it.
    const visit = mine.findLast(({ from }) => minute <= from && from < minute + slotMinutes)
    if (visit) {
      const next = mine.find(({ from }) => from >= minute + slotMinutes)
      const whole = Math.min(rowsOf(minute, visit.to), next ? rowsOf(minute, next.from) : Infinity)
      // The steps of the visit that is being moved are free for it, so it makes room.
      const rows = isMoving(visit.visit) ? 1 : Math.min(whole, minutes.length - row)
      covered = rows - 1
      return { kind: 'visit', visit: visit.visit, rows, usable: moving === null || isMoving(visit.visit) }
    }
    if (covered > 0) {
      covered -= 1
      return { kind: 'covered' }
    }
    if (bookable(minute)) return { kind: 'free', startsAt: momentAt(day, minute), usable: fits(minute) }
    if (isOpen(plan, lane, minute)) return { kind: 'open' }
    if (isWalkIn(plan, lane, minute)) {
      const before = minutes[row - 1]
      return { kind: 'walkIn', first: before === undefined || !isWalkIn(plan, lane, before) }
    }
    return { kind: 'closed' }
  })
}

/** Days side by side, and the desks of each: what stands in every quarter of an hour. */
export function layoutOf(input: LayoutInput): Layout {
  const plans = input.days.map(
    (hours): DayPlan => ({
      hours,
      placed: placedOn(hours.day, input.visits),
      asOy: asOyMinutes(hours, input.timetable),
    }),
  )
  const minutes = minutesOf(plans)
  const columns = plans.flatMap((plan): readonly Column[] => {
    const { day } = plan.hours
    const lanes = lanesOf(plan)
    if (lanes.length === 0) {
      const cells = minutes.map(
        (minute, row): Cell =>
          isWalkIn(plan, 1, minute)
            ? { kind: 'walkIn', first: row === 0 || !isWalkIn(plan, 1, minutes[row - 1] ?? 0) }
            : { kind: 'closed' },
      )
      return [{ day, lane: null, cells }]
    }
    return lanes.map((lane) => ({ day, lane, cells: cellsOf(plan, lane, minutes, input) }))
  })
  return { minutes, columns }
}
