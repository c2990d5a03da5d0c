import type { TriageWorld } from '#shared/rules/defectTriage'
import type { Tables } from '../store/schema'
import type { Db } from '../store/store'
import { hoursWorld, readTimetable } from '../timetable/kept'
import { readTaskSettings } from './settings'

/** What decides working time and deadlines now: the office's week, the holidays, the eves and days that the lead closes. */
export async function readWorkingWorld(db: Db, tables: Tables): Promise<TriageWorld> {
  const { week, deadlines, urgentMinutes } = await readTaskSettings(db, tables)
  return { week, deadlines, urgentMinutes, hours: hoursWorld(await readTimetable(db, tables)) }
}
