import type { Language } from '#shared/contract/base'
import type { Weekday } from '#shared/rules/facts'
import type { LocalDay } from '#shared/rules/localDay'
import { weekOn } from '#shared/rules/visitHours'
import type { DatedWeek } from '#shared/rules/visitTimetable'
import type { Comparing } from '../../components/threeWay'
import { byWeekday, samePeriods, type TypedWeek, typedPeriods, weekdays } from './periods'

/** The days of a week, as they are compared with what somebody else has made of them meanwhile. */
export const weekComparing: Comparing<TypedWeek, Weekday> = {
  fields: weekdays,
  same: (day, a, b) => samePeriods(a[day], b[day]),
}

/** The hours that hold on a day by some weeks, as they are typed. */
const hoursOn = (on: LocalDay, weeks: readonly DatedWeek[], language: Language): TypedWeek => {
  const week = weekOn(on, weeks)
  return byWeekday((day) => typedPeriods(week?.hours[day] ?? [], language))
}

/**
 * What a form that began from `opened` stands beside now: a weekday is another than it began from where the hours that hold
 * on the day `on` are not those any more that held there when it was opened.
 */
export function weekNow(
  on: LocalDay,
  opened: TypedWeek,
  weeks: { readonly before: readonly DatedWeek[]; readonly now: readonly DatedWeek[] },
  language: Language,
): TypedWeek {
  const before = hoursOn(on, weeks.before, language)
  const now = hoursOn(on, weeks.now, language)
  return byWeekday((day) => (samePeriods(before[day], now[day]) ? opened[day] : now[day]))
}
