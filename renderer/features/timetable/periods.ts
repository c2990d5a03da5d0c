import type { Language } from '#shared/contract/base'
import type { Weekday } from '#shared/rules/facts'
import type { AsOyPeriod, ServicePeriod, VisitAccess } from '#shared/rules/visitTimetable'
import { onQuarter, readTime, timeText } from './times'

export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const satisfies readonly Weekday[]

/** A period as it stands in its fields. The As Oy team's have no use for the last two. */
export interface TypedPeriod {
  readonly from: string
  readonly to: string
  readonly access: VisitAccess
  readonly desks: string
}
export type TypedWeek = Readonly<Record<Weekday, readonly TypedPeriod[]>>

export type PeriodField = 'from' | 'to' | 'desks'
export type PeriodProblem =
  | 'timeFormat'
  | 'offQuarter'
  | 'numberFormat'
  | 'periodEndsFirst'
  | 'periodsOverlap'
  | 'moreDesksThanThere'

/** What is wrong with one field of one period of a day. */
export interface PeriodIssue {
  readonly index: number
  readonly field: PeriodField
  readonly problem: PeriodProblem
}

/** A whole number from `min` to `max` as it is typed; null when it is none. */
export function readNumber(text: string, min: number, max: number): number | null {
  const number = /^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN
  return number >= min && number <= max ? number : null
}

export const byWeekday = <Value>(make: (day: Weekday) => Value): Record<Weekday, Value> =>
  Object.fromEntries(weekdays.map((day) => [day, make(day)])) as Record<Weekday, Value>

/** Periods as they stand in their fields. */
export const typedPeriods = (
  periods: readonly (ServicePeriod | AsOyPeriod)[],
  language: Language,
): readonly TypedPeriod[] =>
  periods.map((period) => ({
    from: timeText(period.from, language),
    to: timeText(period.to, language),
    access: 'access' in period ? period.access : 'appointment',
    desks: 'desks' in period ? String(period.desks) : '1',
  }))

/** The periods that stand in the fields; only for fields in which `periodIssues` finds nothing. */
export const periodsOf = (typed: readonly TypedPeriod[]): ServicePeriod[] =>
  typed.map(({ from, to, access, desks }) => ({
    from: readTime(from) ?? '',
    to: readTime(to) ?? '',
    access,
    desks: Number(desks),
  }))

/** The same for the As Oy team. */
export const asOyPeriodsOf = (typed: readonly TypedPeriod[]): { from: string; to: string }[] =>
  periodsOf(typed).map(({ from, to }) => ({ from, to }))

const timeProblem = (text: string): PeriodProblem | null => {
  const time = readTime(text)
  if (time === null) return 'timeFormat'
  return onQuarter(time) ? null : 'offQuarter'
}

/**
 * What is wrong with the periods of a day, by field: the same that the desk refuses, said before it is asked. `desks` are
 * the service desks there are.
 */
export function periodIssues(typed: readonly TypedPeriod[], desks: number): readonly PeriodIssue[] {
  return typed.flatMap((period, index): readonly PeriodIssue[] => {
    const issue = (field: PeriodField, problem: PeriodProblem) => ({ index, field, problem })
    const fromProblem = timeProblem(period.from)
    const toProblem = timeProblem(period.to)
    const number = readNumber(period.desks, 1, 50)
    const deskIssues =
      number === null
        ? [issue('desks', 'numberFormat')]
        : number > desks
          ? [issue('desks', 'moreDesksThanThere')]
          : []
    if (fromProblem !== null || toProblem !== null) {
      return [
        ...(fromProblem === null ? [] : [issue('from', fromProblem)]),
        ...(toProblem === null ? [] : [issue('to', toProblem)]),
        ...deskIssues,
      ]
    }
    const from = readTime(period.from) ?? ''
    const to = readTime(period.to) ?? ''
    if (to <= from) return [issue('to', 'periodEndsFirst'), ...deskIssues]
    // The one that begins later is told of; of two that begin together, the lower one.
    const overlaps = typed.some((other, at) => {
      const [otherFrom, otherTo] = [readTime(other.from), readTime(other.to)]
      if (at === index || otherFrom === null || otherTo === null || otherTo <= otherFrom) return false
      const later = otherFrom < from || (otherFrom === from && at < index)
      return later && from < otherTo
    })
    return [...(overlaps ? [issue('from', 'periodsOverlap')] : []), ...deskIssues]
  })
}

/** A period to begin from when one is added to a day: it follows the last one. */
export function nextPeriod(typed: readonly TypedPeriod[], desks: number): TypedPeriod {
  const last = typed.at(-1)
  return last === undefined
    ? { from: '', to: '', access: 'appointment', desks: String(desks) }
    : { ...last, from: last.to, to: '' }
}

/** Periods as the desk would have them; what is none stays as it is typed, so that it counts as changed. */
const written = (periods: readonly TypedPeriod[]) =>
  periods
    .map(({ from, to, access, desks }) => [
      readTime(from) ?? from.trim(),
      readTime(to) ?? to.trim(),
      access,
      desks.trim(),
    ])
    .toSorted(([a = ''], [b = '']) => a.localeCompare(b))

/** Whether two say the same hours, however they are typed and in whatever order. */
export const samePeriods = (a: readonly TypedPeriod[], b: readonly TypedPeriod[]): boolean =>
  JSON.stringify(written(a)) === JSON.stringify(written(b))
