import type { Language } from '#shared/contract/base'
import type { TimetableView } from '#shared/contract/timetable'
import type { Weekday } from '#shared/rules/facts'
import { type EveClosure, eveClosures } from '#shared/rules/holidayNames'
import { type VisitReason, visitReasons } from '#shared/rules/visitReasons'
import type { Comparing } from '../../components/threeWay'
import {
  asOyPeriodsOf,
  byWeekday,
  readNumber,
  samePeriods,
  type TypedPeriod,
  type TypedWeek,
  typedPeriods,
  weekdays,
} from './periods'

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

/** The rules field by field, as they are compared with what somebody else has made of them meanwhile. */
export type RuleValues = Pick<TypedRules, NumberField | 'closedEves'> & {
  readonly [Reason in VisitReason as `minutes-${Reason}`]: string
} & { readonly [Day in Weekday as `asoy-${Day}`]: readonly TypedPeriod[] }
export type RuleField = keyof RuleValues

/** The rules as fields. */
export const ruleValues = ({ minutes, asOyWeek, ...rest }: TypedRules): RuleValues => ({
  ...rest,
  ...(Object.fromEntries(visitReasons.map((reason) => [`minutes-${reason}`, minutes[reason]])) as {
    readonly [Reason in VisitReason as `minutes-${Reason}`]: string
  }),
  ...(Object.fromEntries(weekdays.map((day) => [`asoy-${day}`, asOyWeek[day]])) as {
    readonly [Day in Weekday as `asoy-${Day}`]: readonly TypedPeriod[]
  }),
})

/** The fields as the form has them. */
export const fromValues = (values: RuleValues): TypedRules => ({
  minutes: byReason((reason) => values[`minutes-${reason}`]),
  closedEves: values.closedEves,
  bookableDays: values.bookableDays,
  desks: values.desks,
  reminderHours: values.reminderHours,
  asOyWeek: byWeekday((day) => values[`asoy-${day}`]),
})

/** Which reason or weekday a field is about, if any. */
export const partOf = (field: RuleField) => ({
  reason: visitReasons.find((reason) => field === `minutes-${reason}`),
  day: weekdays.find((day) => field === `asoy-${day}`),
})

/** The fields in the order of the form; As Oy hours are the same however they are typed. */
export const ruleComparing: Comparing<RuleValues, RuleField> = {
  fields: [
    ...visitReasons.map((reason) => `minutes-${reason}` as const),
    'closedEves',
    'bookableDays',
    'desks',
    'reminderHours',
    ...weekdays.map((day) => `asoy-${day}` as const),
  ],
  same(field, a, b) {
    const { day } = partOf(field)
    if (day !== undefined) return samePeriods(a[`asoy-${day}`], b[`asoy-${day}`])
    return String(a[field]).trim() === String(b[field]).trim()
  },
}
