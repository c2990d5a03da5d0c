import { and, desc, eq, gte, inArray, lt, ne } from 'drizzle-orm'
import { DateTime } from 'luxon'
import { addDays, HELSINKI, isLocalDay, type LocalDay } from '#shared/rules/localDay'
import type { SlotWorld } from '#shared/rules/slots'
import { asOyLane, type VisitTeam, type VisitTimetable } from '#shared/rules/visitTimetable'
import { given, prepared } from '../store/prepared'
import type { Tables } from '../store/schema'
import type { Db } from '../store/store'
import { holidayNames } from '../timetable/kept'

/** The first moment of a day in Helsinki, and of the day so many days later. */
export function daySpan(from: LocalDay, days: number): { readonly from: Date; readonly to: Date } {
  const first = DateTime.fromISO(from, { zone: HELSINKI })
  return { from: first.toJSDate(), to: first.plus({ days }).toJSDate() }
}

/** So many days in a row, as far as there are days. */
export function daysFrom(from: LocalDay, days: number): readonly LocalDay[] {
  return Array.from({ length: days }, (_, index) => addDays(from, index)).filter(isLocalDay)
}

const takenSteps = prepared((db, { visitSlot }) =>
  db
    .select({ startsAt: visitSlot.startsAt, lane: visitSlot.lane })
    .from(visitSlot)
    .where(
      and(
        gte(visitSlot.startsAt, given(visitSlot.startsAt, 'from')),
        lt(visitSlot.startsAt, given(visitSlot.startsAt, 'to')),
      ),
    )
    .prepare('takenSteps'),
)

/** What decides about times from one moment until another: the timetable, the holidays and what is booked. */
export async function slotWorld(
  db: Db,
  tables: Tables,
  input: { readonly timetable: VisitTimetable; readonly from: Date; readonly to: Date; readonly now: Date },
): Promise<SlotWorld> {
  const taken = await takenSteps(db, tables).execute({ from: input.from, to: input.to })
  return { timetable: input.timetable, holidays: holidayNames, now: input.now, taken }
}

/** The same from a moment on for as long as appointments are given. */
export const slotWorldAhead = (db: Db, tables: Tables, timetable: VisitTimetable, after: Date, now: Date) =>
  slotWorld(db, tables, {
    timetable,
    from: after,
    to: new Date(now.getTime() + (timetable.rules.bookableDays + 2) * 86_400_000),
    now,
  })

/** A span of time at one lane, or at any of a team's; `visitId` is the visit that wants it, whose own steps do not count. */
interface Sought {
  readonly startsAt: Date
  readonly endsAt: Date
  readonly team: VisitTeam
  readonly lane: number | null
  readonly visitId: string | null
}

/** Who was the last to take some of a span of time, by booking or by moving, and when: a member of staff, never the customer. */
export async function takerOf(db: Db, { visitSlot, visitEvent, staff }: Tables, sought: Sought) {
  const { startsAt, endsAt, team, lane, visitId } = sought
  const anyLane = team === 'asoy' ? eq(visitSlot.lane, asOyLane) : ne(visitSlot.lane, asOyLane)
  const [row] = await db
    .select({ takenBy: staff.name, takenAt: visitEvent.at })
    .from(visitSlot)
    .innerJoin(visitEvent, eq(visitEvent.visitId, visitSlot.visitId))
    .innerJoin(staff, eq(staff.id, visitEvent.staffId))
    .where(
      and(
        gte(visitSlot.startsAt, startsAt),
        lt(visitSlot.startsAt, endsAt),
        lane === null ? anyLane : eq(visitSlot.lane, lane),
        visitId === null ? undefined : ne(visitSlot.visitId, visitId),
        inArray(visitEvent.what, ['booked', 'moved']),
      ),
    )
    .orderBy(desc(visitEvent.at), desc(visitEvent.id))
    .limit(1)
  return row ?? { takenBy: null, takenAt: null }
}
