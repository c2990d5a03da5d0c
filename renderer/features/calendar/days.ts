import { DateTime } from 'luxon'
import { HELSINKI, type LocalDay } from '#shared/rules/localDay'
import { momentOf } from '#shared/rules/visitHours'

// A day is counted as text in UTC, where every day has 24 hours; only moments know Helsinki's clock.
const utc = (day: LocalDay) => DateTime.fromISO(day, { zone: 'utc' })

/** Whether a day is a Saturday or a Sunday. */
export const isWeekend = (day: LocalDay): boolean => utc(day).weekday > 5

/** The number of the day's week (ISO 8601, as in Finnish calendars). */
export const weekNumber = (day: LocalDay): number => utc(day).weekNumber

/** Minutes from midnight on Helsinki's wall clock. An hour that comes twice has the same minutes both times. */
export function minuteOf(moment: Date): number {
  const { hour, minute } = DateTime.fromJSDate(moment, { zone: HELSINKI })
  return hour * 60 + minute
}

/** The moment at which the wall clock shows so many minutes from the day's midnight; 1440 is the day's end. */
export const momentAt = (day: LocalDay, minute: number): Date =>
  momentOf(day, `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`)
