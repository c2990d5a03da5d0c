import type { Language } from '#shared/contract/base'
import type { TimetableView } from '#shared/contract/timetable'
import { type EveClosure, eveClosures } from '#shared/rules/holidayNames'
import { type VisitReason, visitReasons } from '#shared/rules/visitReasons'
import { asOyPeriodsOf, byWeekday, readNumber, type TypedWeek, typedPeriods } from './periods'

/** The rules as they stand in their fields. */
export interface TypedRules {
  readonly minutes: Readonly<Record<VisitReason, string>>
  readonly closedEves: readonly EveClosure[]
  readonly bookableDays: string
  readonly desks: string
  readonly reminderHours: string
  readonly asOyWeek: TypedWeek
}

/** The numbers, with the least and the most that the desk takes. */
export const numberFields = {
  bookableDays: [1, 366],
  desks: [1, 50],
  reminderHours: [0, 168],
} as const
export type NumberField = keyof typeof numberFields

/** Lengths that are offered for an appointment, minutes. */
export const lengths = [15, 30, 45, 60, 75, 90, 105, 120, 150, 180, 210, 240] as const

const byReason = <Value>(make: (reason: VisitReason) => Value): Record<VisitReason, Value> =>
  Object.fromEntries(visitReasons.map((reason) => [reason, make(reason)])) as Record<VisitReason, Value>

/** Rules as they stand in their fields. */
export const typedRules = (rules: TimetableView['rules'], language: Language): TypedRules => ({
  minutes: byReason((reason) => String(rules.minutes[reason])),
  closedEves: eveClosures.filter((eve) => rules.closedEves.includes(eve)),
  bookableDays: String(rules.bookableDays),
  desks: String(rules.desks),
  reminderHours: String(rules.reminderHours),
  asOyWeek: byWeekday((day) => typedPeriods(rules.asOyWeek[day], language)),
})

/** The rules that stand in the fields; only for fields that are right. */
export const rulesOf = (typed: TypedRules): TimetableView['rules'] => ({
  minutes: byReason((reason) => Number(typed.minutes[reason])),
  closedEves: [...typed.closedEves],
  bookableDays: Number(typed.bookableDays),
  desks: Number(typed.desks),
  reminderHours: Number(typed.reminderHours),
  asOyWeek: byWeekday((day) => asOyPeriodsOf(typed.asOyWeek[day])),
})

/** The numbers that are not ones that the desk takes. */
export const wrongNumbers = (typed: TypedRules): readonly NumberField[] =>
  (Object.keys(numberFields) as NumberField[]).filter((field) => {
    const [min, max] = numberFields[field]
    return readNumber(typed[field], min, max) === null
  })

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** Of each value the one that was typed when it was changed here, otherwise the one that holds now. */
function merge<Values extends object>(base: Values, typed: Values, now: Values): Values {
  const keys = Object.keys(now) as (keyof Values)[]
  return Object.fromEntries(
    keys.map((key) => [key, same(base[key], typed[key]) ? now[key] : typed[key]]),
  ) as Values
}

/** What was typed over `base`, on top of what somebody else has made of the rules meanwhile. */
export const rebased = (base: TypedRules, typed: TypedRules, now: TypedRules): TypedRules => ({
  ...merge(base, typed, now),
  minutes: merge(base.minutes, typed.minutes, now.minutes),
  asOyWeek: merge(base.asOyWeek, typed.asOyWeek, now.asOyWeek),
})
