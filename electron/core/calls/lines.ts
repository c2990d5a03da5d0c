import type { CallLine } from '#shared/contract/calls'
import { facts } from '#shared/rules/facts'
import type { EveClosure } from '#shared/rules/holidayNames'
import { eveClosure, publicHoliday } from '#shared/rules/holidays'
import type { LocalDay } from '#shared/rules/localDay'
import { type HolidayOf, type HoursState, hoursState, whoToCall } from '#shared/rules/openingHours'
import type { Tables } from '../store/schema'
import type { Db } from '../store/store'
import { readTimetable } from '../timetable/kept'

/** The holiday or eve that closes a day for everybody, by the eves that the lead has not opened. */
export const closedBy =
  (closedEves: readonly EveClosure[]): HolidayOf =>
  (day: LocalDay) => {
    const eve = eveClosure(day)
    return publicHoliday(day) ?? (eve !== null && closedEves.includes(eve) ? eve : null)
  }

/** The same, as the timetable says it now. */
export async function readHolidayOf(db: Db, tables: Tables): Promise<HolidayOf> {
  const { rules } = await readTimetable(db, tables)
  return closedBy(rules.closedEves)
}

/** A line's number and whether it is open, until when, and when it opens next. */
export function lineState(line: CallLine, now: Date, holidayOf: HolidayOf): HoursState & { phone: string } {
  const place = line === 'asoy' ? 'asOy' : 'phoneLine'
  return { ...hoursState(facts.timetable[place], now, holidayOf), phone: facts.contactPoints[place].phone }
}

/** Where urgent defects and door openings go now, and until when (003_6520488e57b6da1e.txt: the same for all residents). */
export function urgentNow(now: Date, holidayOf: HolidayOf) {
  const { phone, reason, until } = whoToCall({ now, propertyKind: 'rental', holidayOf, facts }).urgent
  return { phone, because: reason, until }
}

/** The same, by the timetable as it is. */
export const readUrgentNow = async (db: Db, tables: Tables, now: Date) =>
  urgentNow(now, await readHolidayOf(db, tables))
