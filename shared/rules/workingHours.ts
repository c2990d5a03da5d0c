import { DateTime } from 'luxon'
import type { Weekday } from './facts'
import { addDays, helsinkiDay, type LocalDay } from './localDay'
import { dayClosure, type HoursWorld, momentOf } from './visitHours'

/** What has a deadline. */
export const deadlineKinds = [
  'callBack',
  'message',
  'buildingManager',
  'leaseControl',
  'asOy',
  'minorDefect',
  'cleaning',
] as const
export type DeadlineKind = (typeof deadlineKinds)[number]

/** So many working hours, or so many working days after the day from which it is counted, at the end of the last. */
export interface DeadlineRule {
  readonly unit: 'hours' | 'days'
  readonly amount: number
}

/** As shipped. Three weekdays for minor faults: 001_d06e02930518563b.txt; the others are unsourced, the lead's to set. */
export const shippedDeadlines: Readonly<Record<DeadlineKind, DeadlineRule>> = {
  callBack: { unit: 'hours', amount: 3 },
  message: { unit: 'days', amount: 1 },
  buildingManager: { unit: 'days', amount: 3 },
  leaseControl: { unit: 'days', amount: 3 },
  asOy: { unit: 'hours', amount: 3 },
  minorDefect: { unit: 'days', amount: 3 },
  cleaning: { unit: 'days', amount: 3 },
}

/** Working from `from` until just before `to`, 'HH:mm' on the wall clock in Helsinki, `to` at most 24:00. */
export interface WorkingPeriod {
  readonly from: string
  readonly to: string
}
export type WorkingWeek = Readonly<Record<Weekday, readonly WorkingPeriod[]>>

/** What decides working time: the office's week, and the days that the calendar or the lead closes. */
export interface WorkingWorld {
  readonly week: WorkingWeek
  readonly hours: HoursWorld
  readonly deadlines: Readonly<Record<DeadlineKind, DeadlineRule>>
}

/**
 * Why a deadline is when it is. `countedHours`, `countedDays`: so many (`amount`). `madeAfterHours`: it came when the day's work
 * was over. The others are days that do not count, in order: a weekend, a weekday without hours, a holiday or an eve by its
 * name, a day that the lead closed with the lead's note.
 */
export const deadlineReasons = [
  'countedHours',
  'countedDays',
  'madeAfterHours',
  'weekend',
  'noHours',
  'holiday',
  'eve',
  'exception',
] as const
export interface DeadlineReason {
  readonly why: (typeof deadlineReasons)[number]
  readonly day: LocalDay | null
  readonly name: string | null
  readonly amount: number | null
}

export interface Deadline {
  /** The working day from which it is counted: the day on which it was made, or the next one. */
  readonly startsOn: LocalDay
  readonly dueAt: Date
  readonly because: readonly DeadlineReason[]
}

interface Span {
  readonly from: Date
  readonly to: Date
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
const weekdayOf = (day: LocalDay): Weekday =>
  weekdays[DateTime.fromISO(day, { zone: 'utc' }).weekday - 1] as Weekday

/** Why a day does not count; null for a working day. */
function notWorking(day: LocalDay, world: WorkingWorld): DeadlineReason | null {
  const closure = dayClosure(day, world.hours)
  const reason = (why: DeadlineReason['why'], name: string | null = null) => ({
    why,
    day,
    name,
    amount: null,
  })
  if (closure?.because === 'holiday' || closure?.because === 'eve')
    return reason(closure.because, closure.holiday)
  if (closure?.because === 'exception') return reason('exception', closure.note)
  const weekday = weekdayOf(day)
  if (world.week[weekday].length > 0) return null
  return reason(weekday === 'saturday' || weekday === 'sunday' ? 'weekend' : 'noHours')
}

/** The working time of a day, in order, periods that overlap as one. */
export function workingSpans(day: LocalDay, world: WorkingWorld): readonly Span[] {
  if (notWorking(day, world) !== null) return []
  const spans: { from: Date; to: Date }[] = []
  const own = world.week[weekdayOf(day)]
    .map(({ from, to }) => ({ from: momentOf(day, from), to: momentOf(day, to) }))
    .filter(({ from, to }) => from < to)
    .toSorted((a, b) => a.from.getTime() - b.from.getTime())
  for (const span of own) {
    const last = spans.at(-1)
    if (last && span.from <= last.to) last.to = span.to > last.to ? span.to : last.to
    else spans.push(span)
  }
  return spans
}

/** Whether it is working time: nothing alerts anybody outside it. The closing minute is outside. */
export const isWorkingTime = (now: Date, world: WorkingWorld): boolean =>
  workingSpans(helsinkiDay(now), world).some(({ from, to }) => from <= now && now < to)

/** A year: no office is closed for longer, and a week without any hours ends the search. */
const horizonDays = 366

/** The deadline of something of a kind that was made at a moment. It is always in working time, or at its very end. */
export function dueAfter(kind: DeadlineKind, madeAt: Date, world: WorkingWorld): Deadline {
  const { unit, amount } = world.deadlines[kind]
  const madeOn = helsinkiDay(madeAt)
  const counted: DeadlineReason = {
    why: unit === 'hours' ? 'countedHours' : 'countedDays',
    day: null,
    name: null,
    amount,
  }
  const because: DeadlineReason[] = [counted]
  let startsOn: LocalDay | null = null
  let left = unit === 'hours' ? amount * 3_600_000 : amount
  for (let ahead = 0; ahead <= horizonDays; ahead += 1) {
    const day = addDays(madeOn, ahead)
    const closed = notWorking(day, world)
    if (closed) {
      because.push(closed)
      continue
    }
    const spans = workingSpans(day, world).filter(({ to }) => to > madeAt)
    const end = spans.at(-1)
    if (!end) {
      // Only the day on which it was made can be over already.
      if (ahead === 0) because.push({ why: 'madeAfterHours', day, name: null, amount: null })
      continue
    }
    const first = startsOn === null
    startsOn ??= day
    if (unit === 'days') {
      if (!first) left -= 1
      if (left <= 0) return { startsOn, dueAt: end.to, because }
      continue
    }
    for (const span of spans) {
      const from = span.from > madeAt ? span.from : madeAt
      const lasts = span.to.getTime() - from.getTime()
      if (left <= lasts) return { startsOn, dueAt: new Date(from.getTime() + left), because }
      left -= lasts
    }
  }
  // Without any hours in the week there is no working time to count.
  return { startsOn: startsOn ?? madeOn, dueAt: madeAt, because: [counted] }
}
