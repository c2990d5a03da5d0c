import { DateTime } from 'luxon'

/** A calendar day without a time or a zone: text 'YYYY-MM-DD'. Days compare and sort as text. */
export type LocalDay = string

/** The zone of every wall-clock time and business day in this program. */
export const HELSINKI = 'Europe/Helsinki'

/** The calendar day it is in Helsinki at an instant. */
export function helsinkiDay(now: Date): LocalDay {
  return DateTime.fromJSDate(now, { zone: HELSINKI }).toFormat('yyyy-MM-dd')
}

/** The day so many days later, or earlier for a negative number. Counted as text in UTC, where every day has 24 hours. */
export const addDays = (day: LocalDay, days: number): LocalDay =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** The Monday of a day's week. */
export const mondayOf = (day: LocalDay): LocalDay =>
  addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))

const daysInMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

const isLeapYear = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** How many days a month (1–12) of a year has; 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (daysInMonths[month - 1] ?? 0)
}

/** Whether a text is a day that exists in the calendar, written 'YYYY-MM-DD', in the years 1850–2200. */
export function isLocalDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const year = Number(text.slice(0, 4))
  const day = Number(text.slice(8))
  return year >= 1850 && year <= 2200 && day >= 1 && day <= daysInMonth(year, Number(text.slice(5, 7)))
}

/**
 * Full years lived on a day; negative before the birth. A year is full on the birthday itself. One born on
 * 29 February completes a common year on 28 February: where the month lacks the day, its last day ends
 * the period (Act on the calculation of statutory time limits 150/1930, section 3).
 */
export function ageOn(birthDate: LocalDay, day: LocalDay): number {
  const year = Number(day.slice(0, 4))
  const years = year - Number(birthDate.slice(0, 4))
  const birthday = birthDate.endsWith('02-29') && !isLeapYear(year) ? '02-28' : birthDate.slice(5)
  return day.slice(5) >= birthday ? years : years - 1
}

/**
 * Reads a day as staff type it: d.m.yyyy or dd.mm.yyyy, or 'YYYY-MM-DD'. Null when it is neither, or is not
 * a day of the calendar. Slashes and two-digit years are not read: they would have to be guessed.
 */
export function parseFinnishDay(text: string): LocalDay | null {
  const typed = text.trim()
  const parts = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(typed)
  const day = parts ? `${parts[3]}-${parts[2]?.padStart(2, '0')}-${parts[1]?.padStart(2, '0')}` : typed
  return isLocalDay(day) ? day : null
}
