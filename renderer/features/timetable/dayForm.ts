import type { Language } from '#shared/contract/base'
import type { LocalDay } from '#shared/rules/localDay'
import type { ExceptionalDay } from '#shared/rules/visitTimetable'
import type { Comparing } from '../../components/threeWay'
import { samePeriods, type TypedPeriod, typedPeriods } from './periods'

/** What is typed of an exceptional day. Hours of a closed day are kept in case it is opened again. */
export interface DayValues {
  readonly hours: { readonly closed: boolean; readonly periods: readonly TypedPeriod[] }
  readonly note: string
}

/** A new exceptional day as it begins. */
export const newDay: DayValues = { hours: { closed: true, periods: [] }, note: '' }

/** The exceptional day as it is typed; null when that day is none. */
export function dayIn(
  days: readonly ExceptionalDay[],
  on: LocalDay | null,
  language: Language,
): DayValues | null {
  const found = days.find(({ day }) => day === on)
  if (found === undefined) return null
  const { periods, note } = found
  return { hours: { closed: periods.length === 0, periods: typedPeriods(periods, language) }, note }
}

/** How the form is compared with what somebody else has made of the day meanwhile. */
export const dayComparing: Comparing<DayValues, keyof DayValues> = {
  fields: ['hours', 'note'],
  same(field, a, b) {
    if (field === 'note') return a.note.trim() === b.note.trim()
    return (
      a.hours.closed === b.hours.closed && (a.hours.closed || samePeriods(a.hours.periods, b.hours.periods))
    )
  },
}
