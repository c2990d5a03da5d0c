import { DateTime } from 'luxon'
import type { Weekday } from './facts'
import type { EveClosure } from './holidayNames'
import { HELSINKI, type LocalDay } from './localDay'
import {
  asOyLane,
  type DatedWeek,
  type ServicePeriod,
  slotMinutes,
  type VisitAccess,
  type VisitTeam,
  type VisitTimetable,
} from './visitTimetable'

/** Names the holiday and the eve of a day. Injected, so that the page does not carry the whole world's holidays. */
export interface HolidayNames {
  readonly publicHoliday: (day: LocalDay) => string | null
  readonly eve: (day: LocalDay) => EveClosure | null
}

/** What decides the hours of a day. */
export interface HoursWorld {
  readonly timetable: VisitTimetable
  readonly holidays: HolidayNames
}

/** Why a day is closed, or gives no appointments. */
export interface Closure {
  readonly because: 'weekday' | 'holiday' | 'eve' | 'exception' | 'walkInOnly'
  /** The holiday or the eve. */
  readonly holiday: string | null
  /** The lead's note of an exceptional day. */
  readonly note: string | null
}

/** An opening of a day as moments. */
export interface OpenPeriod {
  readonly from: Date
  readonly to: Date
  readonly access: VisitAccess
  readonly desks: number
}

/** The steps of a day in which appointments are given: the beginning of each, milliseconds, and the lanes that are open. */
export type OpenSteps = ReadonlyMap<number, readonly number[]>

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

const weekdayOf = (day: LocalDay): Weekday =>
  weekdays[DateTime.fromISO(day, { zone: 'utc' }).weekday - 1] as Weekday

/**
 * The moment at which the wall clock in Helsinki first comes to a time of the day, or past it: the first of two in
 * October, and in March the jump itself for a time that the clock jumps over. 24:00 is the day's end.
 */
export function momentOf(day: LocalDay, time: string): Date {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const start = DateTime.fromISO(day, { zone: HELSINKI })
  if (hours === 24) return start.plus({ days: 1 }).toJSDate()
  const moment = start.set({ hour: hours, minute: minutes })
  // Luxon moves 3.30 in March to 4.30, past openings that begin at 4.
  return (moment.hour === hours ? moment : moment.startOf('hour')).toJSDate()
}

/** The week that holds on a day: the latest that has begun. */
export function weekOn(day: LocalDay, weeks: readonly DatedWeek[]): DatedWeek | undefined {
  return weeks
    .filter(({ fromOn }) => fromOn === null || fromOn <= day)
    .toSorted((a, b) => (a.fromOn ?? '').localeCompare(b.fromOn ?? ''))
    .at(-1)
}

/** Why the service point is closed all day, or null. An exceptional day's own hours open it also on a holiday. */
export function dayClosure(day: LocalDay, { timetable, holidays }: HoursWorld): Closure | null {
  const exception = timetable.exceptions.find((each) => each.day === day)
  if (exception) {
    if (exception.periods.length > 0) return null
    return { because: 'exception', holiday: null, note: exception.note }
  }
  const holiday = holidays.publicHoliday(day)
  if (holiday !== null) return { because: 'holiday', holiday, note: null }
  const eve = holidays.eve(day)
  if (eve !== null && timetable.rules.closedEves.includes(eve)) {
    return { because: 'eve', holiday: eve, note: null }
  }
  const periods = weekOn(day, timetable.weeks)?.hours[weekdayOf(day)] ?? []
  return periods.length === 0 ? { because: 'weekday', holiday: null, note: null } : null
}

/** The service point's periods of a day as the timetable writes them; none when it is closed. */
export function servicePeriods(day: LocalDay, world: HoursWorld): readonly ServicePeriod[] {
  if (dayClosure(day, world) !== null) return []
  const exception = world.timetable.exceptions.find((each) => each.day === day)
  return exception?.periods ?? weekOn(day, world.timetable.weeks)?.hours[weekdayOf(day)] ?? []
}

/** The service point's openings of a day as moments, in order. */
export const openingsOf = (day: LocalDay, world: HoursWorld): readonly OpenPeriod[] =>
  servicePeriods(day, world)
    .map(({ from, to, access, desks }) => ({
      from: momentOf(day, from),
      to: momentOf(day, to),
      access,
      desks,
    }))
    .filter(({ from, to }) => from < to)
    .toSorted((a, b) => a.from.getTime() - b.from.getTime())

/** Whether Heka is closed by the calendar or by the lead, whatever the weekday's hours are. */
const closedForAll = (day: LocalDay, world: HoursWorld) => {
  const closure = dayClosure(day, world)
  return closure !== null && closure.because !== 'weekday' ? closure : null
}

const step = slotMinutes * 60_000

/** The grid's steps of a period that are wholly in it. */
function stepsIn(from: Date, to: Date): readonly number[] {
  const first = Math.ceil(from.getTime() / step) * step
  const count = Math.max(0, Math.floor((to.getTime() - first) / step))
  return Array.from({ length: count }, (_, index) => first + index * step)
}

const lanesOf = (desks: number) => Array.from({ length: desks }, (_, index) => index + 1)

/** When the As Oy team receives on a day: its own week without the service point's public hours. */
function asOySteps(day: LocalDay, world: HoursWorld): OpenSteps {
  if (closedForAll(day, world)) return new Map()
  const publicSteps = new Set(openingsOf(day, world).flatMap(({ from, to }) => stepsIn(from, to)))
  const own = world.timetable.rules.asOyWeek[weekdayOf(day)].flatMap(({ from, to }) =>
    stepsIn(momentOf(day, from), momentOf(day, to)),
  )
  const open = [...new Set(own)].filter((at) => !publicSteps.has(at)).toSorted((a, b) => a - b)
  return new Map(open.map((at) => [at, [asOyLane]]))
}

/** The steps of a day in which a team gives appointments, in order, with the desks that have them. */
export function openStepsOf(day: LocalDay, team: VisitTeam, world: HoursWorld): OpenSteps {
  if (team === 'asoy') return asOySteps(day, world)
  return new Map(
    openingsOf(day, world)
      .filter(({ access }) => access === 'appointment')
      .flatMap(({ from, to, desks }) => stepsIn(from, to).map((at) => [at, lanesOf(desks)] as const)),
  )
}

/**
 * Why a moment of a day is in no step in which the team gives appointments: the day's closure, `publicHours` for the As Oy
 * team while the service point is open to everyone, or null when it is just outside the day's hours.
 */
export function closureOf(
  day: LocalDay,
  at: Date,
  team: VisitTeam,
  world: HoursWorld,
): Closure | 'publicHours' | null {
  const openings = openingsOf(day, world)
  const during = openings.find(({ from, to }) => from <= at && at < to)
  if (team === 'asoy') {
    if (during) return 'publicHours'
    const closed = closedForAll(day, world)
    if (closed) return closed
    return asOySteps(day, world).size === 0 ? { because: 'weekday', holiday: null, note: null } : null
  }
  const closed = dayClosure(day, world)
  if (closed) return closed
  const walkInOnly = openings.length > 0 && openings.every(({ access }) => access === 'walkIn')
  return walkInOnly || during?.access === 'walkIn'
    ? { because: 'walkInOnly', holiday: null, note: null }
    : null
}
