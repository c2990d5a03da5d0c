import { and, asc, eq, inArray, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { VisitView } from '#shared/contract/visits'
import type { LocalDay } from '#shared/rules/localDay'
import { marksOf } from '#shared/rules/residentMarks'
import { formatReference } from '#shared/rules/visitReference'
import { named } from '../access/procedure'
import { homesOf } from '../residents/homes'
import { given, prepared } from '../store/prepared'
import type { Tables } from '../store/schema'
import type { Db } from '../store/store'

export type VisitRow = Tables['visit']['$inferSelect']
type ResidentRow = Tables['resident']['$inferSelect']

interface JoinedVisit {
  readonly visit: VisitRow
  readonly resident: ResidentRow | null
  readonly bookedBy: string
  readonly calledBy: string | null
}

/** The number on the board, such as A12; null before check-in. */
export const numberOf = (row: Pick<VisitRow, 'series' | 'number'>): string | null =>
  row.series !== null && row.number !== null ? `${row.series}${row.number}` : null

/** Reads a visit, or answers NOT_FOUND. */
export async function visitById(db: Db, { visit }: Tables, id: string): Promise<VisitRow> {
  const [row] = await db.select().from(visit).where(eq(visit.id, id))
  if (!row) throw named('NOT_FOUND')
  return row
}

/** What a visitor is called: the resident's name, the name that was given, or nothing. */
export const visitorName = (
  row: Pick<VisitRow, 'personName'>,
  resident: Pick<ResidentRow, 'firstNames' | 'lastName'> | null,
): string => (resident ? `${resident.firstNames} ${resident.lastName}` : (row.personName ?? ''))

/** What was said when these visits were handed over the last time. That a desk was left hands nothing over anew. */
async function transferNotes(db: Db, { visitEvent }: Tables, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, string | null>()
  const rows = await db
    .select({ visitId: visitEvent.visitId, detail: visitEvent.detail })
    .from(visitEvent)
    .where(and(inArray(visitEvent.visitId, [...ids]), eq(visitEvent.what, 'transferred')))
    .orderBy(asc(visitEvent.at), asc(visitEvent.id))
  return new Map(
    rows.flatMap(({ visitId, detail: { deskLeft, note } }) =>
      deskLeft === true ? [] : [[visitId, typeof note === 'string' ? note : null] as const],
    ),
  )
}

/** Visits with the people of whom staff see something in them. */
function joinedVisits(db: Db, { visit, resident, staff }: Tables) {
  const caller = alias(staff, 'caller')
  return db
    .select({ visit, resident, bookedBy: staff.name, calledBy: caller.name })
    .from(visit)
    .innerJoin(staff, eq(staff.id, visit.bookedBy))
    .leftJoin(caller, eq(caller.id, visit.calledBy))
    .leftJoin(resident, eq(resident.id, visit.residentId))
}

// Everything that is done with a visit reads it once more.
const oneVisit = prepared((db, tables) =>
  joinedVisits(db, tables)
    .where(eq(tables.visit.id, given(tables.visit.id, 'id')))
    .prepare('oneVisit'),
)

/** Visits as staff see them, in the order of the day; contacts of a person under non-disclosure are left out. */
export const visitViews = async (db: Db, tables: Tables, where: SQL | undefined, today: LocalDay) =>
  viewsOf(db, tables, await joinedVisits(db, tables).where(where), today)

async function viewsOf(
  db: Db,
  tables: Tables,
  rows: readonly JoinedVisit[],
  today: LocalDay,
): Promise<VisitView[]> {
  const ids = [...new Set(rows.flatMap((row) => row.visit.residentId ?? []))]
  const homes = Map.groupBy(await homesOf(db, tables, ids), ({ residentId }) => residentId)
  // Only one who has been called was ever handed over.
  const called = rows.flatMap(({ visit: { id, timesCalled } }) => (timesCalled > 0 ? [id] : []))
  const notes = await transferNotes(db, tables, called)
  return rows
    .map((row) => {
      const occupancies = row.resident ? (homes.get(row.resident.id) ?? []) : []
      const marks = row.resident ? marksOf({ ...row.resident, occupancies }, today) : []
      return { ...view(row, marks), transferNote: notes.get(row.visit.id) ?? null }
    })
    .toSorted(
      (a, b) =>
        (a.startsAt ?? a.arrivedAt ?? a.bookedAt).getTime() -
          (b.startsAt ?? b.arrivedAt ?? b.bookedAt).getTime() || a.id.localeCompare(b.id),
    )
}

/** One visit as staff see it, or NOT_FOUND. */
export async function visitView(db: Db, tables: Tables, id: string, today: LocalDay): Promise<VisitView> {
  const [found] = await viewsOf(db, tables, await oneVisit(db, tables).execute({ id }), today)
  if (!found) throw named('NOT_FOUND')
  return found
}

function view(joined: JoinedVisit, marks: VisitView['marks']): Omit<VisitView, 'transferNote'> {
  const { visit, resident } = joined
  const hidden = resident?.nonDisclosure ?? false
  const { personName: _name, series: _series, icsSequence: _ics, transferred: _transferred, ...rest } = visit
  return {
    ...rest,
    name: visitorName(visit, resident),
    marks,
    phone: hidden ? null : visit.phone,
    email: hidden ? null : visit.email,
    contactsHidden: hidden,
    reference: visit.reference && formatReference(visit.reference),
    // One whose check-in was taken back keeps the number for when they come, and has none until then.
    number: visit.arrivedAt && numberOf(visit),
    bookedBy: joined.bookedBy,
    calledBy: joined.calledBy,
  }
}
