import { daysInMonth, type LocalDay } from '#shared/rules/localDay'

/** A calendar day as a count of days from 1970-01-01: what arithmetic on half a million dates needs. */
export type Day = number

const MS_A_DAY = 86_400_000
const texts = new Map<Day, LocalDay>()

/** The count of a day written 'YYYY-MM-DD'. */
export const dayOf = (text: LocalDay): Day => Date.parse(`${text}T00:00:00Z`) / MS_A_DAY

/** A day as 'YYYY-MM-DD'. Remembered: a register repeats the same few ten thousand days. */
export function textOf(day: Day): LocalDay {
  const known = texts.get(day)
  if (known !== undefined) return known
  const text = new Date(day * MS_A_DAY).toISOString().slice(0, 10)
  texts.set(day, text)
  return text
}

export const yearOf = (day: Day): number => Number(textOf(day).slice(0, 4))

const fromParts = (year: number, month: number, day: number): Day => Date.UTC(year, month - 1, day) / MS_A_DAY

/** The same day of the year some years later; 29 February becomes 28 February in a common year. */
export function addYears(day: Day, years: number): Day {
  const text = textOf(day)
  const [year, month] = [Number(text.slice(0, 4)) + years, Number(text.slice(5, 7))]
  return fromParts(year, month, Math.min(Number(text.slice(8)), daysInMonth(year, month)))
}

export const startOfMonth = (day: Day): Day => day - Number(textOf(day).slice(8)) + 1

/** The last day of the month after a day: when a lease ends that was given notice on that day. */
export function endOfNextMonth(day: Day): Day {
  const text = textOf(day)
  return fromParts(Number(text.slice(0, 4)), Number(text.slice(5, 7)) + 2, 1) - 1
}

/** The day itself, or the Friday before it: nobody signs a lease on a weekend. */
export function workdayAtMost(day: Day): Day {
  const weekday = (((day + 4) % 7) + 7) % 7
  return weekday === 6 ? day - 1 : weekday === 0 ? day - 2 : day
}
