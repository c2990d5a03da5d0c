import { and, asc, eq, gt, isNotNull } from 'drizzle-orm'
import type { StrandedAppointment } from '#shared/contract/timetable'
import { whyNot } from '#shared/rules/slots'
import type { VisitTimetable } from '#shared/rules/visitTimetable'
import type { Tables } from '../store/schema'
import type { Db } from '../store/store'
import { visitorName } from '../visits/view'
import { holidayNames } from './kept'

/**
 * The coming appointments whose time a timetable does not have: closed, outside the hours, or at a desk that is not open.
 * An appointment keeps the length that it was booked with, and one beyond the booking horizon is not stranded by it.
 */
export async function strandedBy(
  db: Db,
  { visit, resident }: Tables,
  timetable: VisitTimetable,
  now: Date,
): Promise<StrandedAppointment[]> {
  const rows = await db
    .select({ visit, resident })
    .from(visit)
    .leftJoin(resident, eq(resident.id, visit.residentId))
    .where(and(eq(visit.state, 'booked'), gt(visit.startsAt, now), isNotNull(visit.endsAt)))
    .orderBy(asc(visit.startsAt))
  return rows.flatMap(({ visit: row, resident: person }): StrandedAppointment[] => {
    if (row.startsAt === null || row.endsAt === null) return []
    const minutes = (row.endsAt.getTime() - row.startsAt.getTime()) / 60_000
    const rules = {
      ...timetable.rules,
      minutes: { ...timetable.rules.minutes, [row.reason]: minutes },
      bookableDays: 10_000,
    }
    const why = whyNot(
      row.startsAt,
      row.lane,
      { reason: row.reason, team: row.team },
      { timetable: { ...timetable, rules }, holidays: holidayNames, now, taken: [] },
    )
    if (why === null) return []
    const { id, version, residentId, reason, team, startsAt, endsAt } = row
    return [{ id, version, residentId, name: visitorName(row, person), reason, team, startsAt, endsAt, why }]
  })
}
