import Holidays from 'date-holidays'
import { type EveClosure, eveClosures, type PublicHoliday } from './holidayNames'
import { HELSINKI, type LocalDay } from './localDay'

// Import this module from electron/core only: date-holidays carries the whole world's holidays, 240 kB gzipped.
// The page gets the coming closures from the desk; the names are in holidayNames.ts.

const namesByRule: Readonly<Record<string, PublicHoliday>> = {
  '01-01': 'newYear',
  '01-06': 'epiphany',
  'easter -2': 'goodFriday',
  easter: 'easterSunday',
  'easter 1': 'easterMonday',
  '05-01': 'mayDay',
  'easter 39': 'ascension',
  'easter 49': 'whitSunday',
  'saturday after 06-20': 'midsummerDay',
  'saturday after 10-31': 'allSaints',
  '12-06': 'independenceDay',
  '12-25': 'christmasDay',
  '12-26': 'boxingDay',
}

let calendar: Holidays | undefined
const years = new Map<number, ReadonlyMap<LocalDay, PublicHoliday>>()

function holidaysOf(year: number): ReadonlyMap<LocalDay, PublicHoliday> {
  const known = years.get(year)
  if (known !== undefined) return known
  calendar ??= new Holidays('FI', { types: ['public'], timezone: HELSINKI })
  const days = new Map<LocalDay, PublicHoliday>()
  for (const holiday of calendar.getHolidays(year)) {
    const day = holiday.date.slice(0, 10)
    const name = namesByRule[holiday.rule]
    if (name === undefined) throw new Error(`a public holiday that has no name here: ${holiday.rule}`)
    // May Day and Ascension Day met on 1 May 2008: the day keeps the name that is first in the list.
    if (!days.has(day)) days.set(day, name)
  }
  years.set(year, days)
  return days
}

/** The Finnish public holiday on a day, or null. Calendar: package date-holidays, FI, type public. */
export function publicHoliday(day: LocalDay): PublicHoliday | null {
  return holidaysOf(Number(day.slice(0, 4))).get(day) ?? null
}

/**
 * The eve on a day, or null: Midsummer Eve (the Friday 19–25 June) and Christmas Eve. They are not public
 * holidays by law; customer service is closed on them unless the lead sets otherwise.
 */
export function eveClosure(day: LocalDay): EveClosure | null {
  if (day.endsWith('-12-24')) return 'christmasEve'
  const isMidsummerWeek = day.slice(5) >= '06-19' && day.slice(5) <= '06-25'
  return isMidsummerWeek && new Date(`${day}T00:00:00Z`).getUTCDay() === 5 ? 'midsummerEve' : null
}

/** The closed days of the next weeks: day → the holiday or eve that closes it. Plain data, so a page can have it. */
export type Closures = Readonly<Record<LocalDay, PublicHoliday | EveClosure>>

/** The holidays, and the eves that the lead has not opened, from a day on for a number of days. */
export function closuresFrom(
  day: LocalDay,
  days: number,
  closedEves: readonly EveClosure[] = eveClosures,
): Closures {
  const closures: Record<LocalDay, PublicHoliday | EveClosure> = {}
  const first = Date.parse(`${day}T00:00:00Z`)
  for (let ahead = 0; ahead < days; ahead += 1) {
    const each = new Date(first + ahead * 86_400_000).toISOString().slice(0, 10)
    const eve = eveClosure(each)
    const closure = publicHoliday(each) ?? (eve !== null && closedEves.includes(eve) ? eve : null)
    if (closure !== null) closures[each] = closure
  }
  return closures
}
