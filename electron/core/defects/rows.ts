import { and, desc, eq, inArray, lt } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { DefectEventWhat } from '#shared/contract/defects'
import { type DefectAddresses, type DefectBuilding, defectAddress } from '#shared/rules/defectRoute'
import { contactPoints } from '#shared/rules/facts'
import type { LocalDay } from '#shared/rules/localDay'
import { standing } from '#shared/rules/residentMarks'
import { accept, type Result, refuse } from '#shared/rules/result'
import { type Call, named, signedIn } from '../access/procedure'
import { deadAmong } from '../mandates/facts'
import { homeOnLease } from '../mandates/grantor'
import { type Home, protectedLeases } from '../residents/homes'
import { recordEvent } from '../residents/timeline'
import type { Json, Tables } from '../store/schema'
import type { Db, Tx } from '../store/store'

export type DefectRow = Tables['defect']['$inferSelect']

/** A defect with whose it is and of which home. */
export interface DefectOf {
  readonly defect: DefectRow
  readonly resident: Tables['resident']['$inferSelect']
  readonly leaseNo: string
  readonly apartment: Tables['apartment']['$inferSelect']
  readonly property: Tables['property']['$inferSelect']
  readonly reportedBy: string
}

/** Defects with what is told of them; to be narrowed and ordered. */
export function selectDefects(db: Db, tables: Tables) {
  const { defect, resident, lease, apartment, property, staff } = tables
  return db
    .select({ defect, resident, leaseNo: lease.leaseNo, apartment, property, reportedBy: staff.name })
    .from(defect)
    .innerJoin(resident, eq(resident.id, defect.residentId))
    .innerJoin(lease, eq(lease.id, defect.leaseId))
    .innerJoin(apartment, eq(apartment.id, defect.apartmentId))
    .innerJoin(property, eq(property.id, defect.propertyId))
    .innerJoin(staff, eq(staff.id, defect.reportedBy))
    .$dynamic()
}

/** One defect by its id. Throws NOT_FOUND. */
export async function defectById(db: Db, tables: Tables, id: string): Promise<DefectOf> {
  const [found] = await selectDefects(db, tables).where(eq(tables.defect.id, id))
  if (!found) throw named('NOT_FOUND')
  return found
}

/** The states of a defect that is not over. */
export const openStates = ['open', 'inProgress'] as const satisfies readonly DefectRow['state'][]
export const isDefectOpen = ({ state }: Pick<DefectRow, 'state'>): boolean =>
  state === 'open' || state === 'inProgress'

/** Late: its time is past and nobody has begun with it. What is promised is to react by then (001_d06e02930518563b.txt). */
export const isDefectLate = ({ state, dueAt }: Pick<DefectRow, 'state' | 'dueAt'>, now: Date): boolean =>
  state === 'open' && dueAt < now
export const lateDefects = ({ defect }: Tables, now: Date) =>
  and(eq(defect.state, 'open'), lt(defect.dueAt, now))

/** What the routing rule must know of a building. */
export const buildingOf = ({ property }: { readonly property: DefectOf['property'] }): DefectBuilding =>
  property

/** The e-mail address of where a defect goes now; null when there is none. */
export const emailOf = ({ defect, property }: DefectOf, addresses: DefectAddresses): string | null =>
  defectAddress(defect, property.propertyNo, addresses, contactPoints.asOy.email)

/** Those of these leases' homes that may not be told: somebody under non-disclosure lives there, or reported it. */
export async function hiddenAmong(
  db: Db,
  tables: Tables,
  found: readonly DefectOf[],
): Promise<(of: DefectOf) => boolean> {
  const leases = await protectedLeases(db, tables, [...new Set(found.map(({ defect }) => defect.leaseId))])
  return ({ resident, defect }) => resident.nonDisclosure || leases.has(defect.leaseId)
}

/**
 * The home of a resident by its lease's number. `notTheirLease`: the register has them in no such home; `notLivingThere`: they have
 * moved out, not yet moved in, or died. Defects are taken only for the home or the building that somebody lives in, and doors opened only for
 * whom the register lists (003_6520488e57b6da1e.txt).
 */
export async function livedHome(
  db: Db,
  tables: Tables,
  residentId: string,
  leaseNo: string,
  today: LocalDay,
): Promise<Result<Home, 'notTheirLease' | 'notLivingThere'>> {
  const home = await homeOnLease(db, tables, residentId, leaseNo, today)
  if (!home) return refuse('notTheirLease')
  const state = standing(home, today)
  const lives = state === 'running' || state === 'noticeGiven'
  const died = lives && (await deadAmong(db, tables, [residentId])).has(residentId)
  return lives && !died ? accept(home) : refuse('notLivingThere')
}

interface Which {
  readonly id: string
  readonly version: number
}

/** A defect that is still as the page read it; NOT_FOUND or CHANGED_MEANWHILE otherwise. */
export async function sameDefect(tx: Tx, call: Call, which: Which): Promise<DefectOf> {
  const of = await defectById(tx.db, call.parts.store.tables, which.id)
  if (of.defect.version !== which.version) throw named('CHANGED_MEANWHILE')
  return of
}

/** Changes a defect that is still as it was read. CHANGED_MEANWHILE when another desk was first. */
export async function changeDefect(
  tx: Tx,
  { defect }: Tables,
  row: DefectRow,
  change: Partial<DefectRow>,
): Promise<void> {
  const changed = await tx.db
    .update(defect)
    .set({ ...change, version: row.version + 1 })
    .where(and(eq(defect.id, row.id), eq(defect.version, row.version)))
    .returning({ id: defect.id })
  if (changed.length !== 1) throw named('CHANGED_MEANWHILE')
  tx.changed('defect', row.id)
}

/** Writes what was done with a defect into its own history. */
export async function noteDefect(
  tx: Tx,
  call: Call,
  defectId: string,
  what: DefectEventWhat,
  detail: Record<string, Json> = {},
): Promise<void> {
  const { defectEvent } = call.parts.store.tables
  await tx.insertMany(defectEvent, [
    { id: uuidv7(), defectId, at: call.now, staffId: signedIn(call).staffId, what, detail },
  ])
  tx.changed('defect', defectId)
}

/** Writes into the resident's timeline what became of a defect. */
export async function tellTimeline(
  tx: Tx,
  call: Call,
  { id, residentId, kind, place, urgency, goesTo, reference }: DefectRow,
  what: 'reported' | 'done' | 'cancelled' | 'reopened',
  more: Record<string, Json> = {},
): Promise<void> {
  await recordEvent(tx, call.parts.store.tables, {
    residentId,
    at: call.now,
    by: signedIn(call),
    kind: 'defect',
    detail: { what, defectId: id, reference, kind, place, urgency, goesTo, ...more },
  })
}

/** Open defects in a building, the newest first; of one fault when `kind` is given. */
export async function openInBuilding(
  db: Db,
  { defect }: Tables,
  propertyId: string,
  kind?: DefectRow['kind'],
): Promise<DefectRow[]> {
  return db
    .select()
    .from(defect)
    .where(
      and(
        eq(defect.propertyId, propertyId),
        inArray(defect.state, [...openStates]),
        kind === undefined ? undefined : eq(defect.kind, kind),
      ),
    )
    .orderBy(desc(defect.reportedAt), desc(defect.id))
    .limit(100)
}
