import { and, asc, eq, isNull } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { HandoffEventWhat } from '#shared/contract/keyTerms'
import { handoffStateOf, isHandoffOpen } from '#shared/rules/keyHandoff'
import { type Call, named, signedIn } from '../access/procedure'
import { protectedLeases } from '../residents/homes'
import { recordEvent } from '../residents/timeline'
import type { Json, Tables } from '../store/schema'
import type { Db, Store, Tx } from '../store/store'
import { readKeySettings } from './settings'

export type HandoffRow = Tables['keyHandoff']['$inferSelect']

/** A hand-off with whose it is and of which home. */
export interface HandoffOf {
  readonly handoff: HandoffRow
  readonly resident: Tables['resident']['$inferSelect']
  readonly leaseNo: string
  readonly apartment: Tables['apartment']['$inferSelect']
  readonly property: Tables['property']['$inferSelect']
  readonly madeBy: string
}

/** Hand-offs with what is told of them; to be narrowed and ordered. */
export function selectHandoffs(db: Db, tables: Tables) {
  const { keyHandoff, resident, lease, apartment, property, staff } = tables
  return db
    .select({
      handoff: keyHandoff,
      resident,
      leaseNo: lease.leaseNo,
      apartment,
      property,
      madeBy: staff.name,
    })
    .from(keyHandoff)
    .innerJoin(resident, eq(resident.id, keyHandoff.residentId))
    .innerJoin(lease, eq(lease.id, keyHandoff.leaseId))
    .innerJoin(apartment, eq(apartment.id, keyHandoff.apartmentId))
    .innerJoin(property, eq(property.id, apartment.propertyId))
    .innerJoin(staff, eq(staff.id, keyHandoff.madeBy))
    .$dynamic()
}

/** Hand-offs with no more of each than a list shows: `where`, `orderBy` and `limit` are the caller's. */
export function selectForLists(db: Db, { keyHandoff, resident, lease }: Tables) {
  return db
    .select({
      handoff: keyHandoff,
      resident: { firstNames: resident.firstNames, lastName: resident.lastName },
      leaseNo: lease.leaseNo,
    })
    .from(keyHandoff)
    .innerJoin(resident, eq(resident.id, keyHandoff.residentId))
    .innerJoin(lease, eq(lease.id, keyHandoff.leaseId))
    .$dynamic()
}

/** What a list shows a hand-off by. */
export interface HandoffInList {
  readonly handoff: HandoffOf['handoff']
  readonly resident: Pick<HandoffOf['resident'], 'firstNames' | 'lastName'>
  readonly leaseNo: string
}

/** One hand-off by its id. Throws NOT_FOUND. */
export async function handoffById(db: Db, tables: Tables, id: string): Promise<HandoffOf> {
  const [found] = await selectHandoffs(db, tables).where(eq(tables.keyHandoff.id, id))
  if (!found) throw named('NOT_FOUND')
  return found
}

/** A hand-off that is still as the page read it; NOT_FOUND or CHANGED_MEANWHILE otherwise. */
export async function sameHandoff(
  tx: Tx,
  call: Call,
  which: { readonly id: string; readonly version: number },
): Promise<HandoffOf> {
  const of = await handoffById(tx.db, call.parts.store.tables, which.id)
  if (of.handoff.version !== which.version) throw named('CHANGED_MEANWHILE')
  return of
}

/** Changes a hand-off that is still as it was read. CHANGED_MEANWHILE when another desk was first. */
export async function changeHandoff(
  tx: Tx,
  call: Pick<Working, 'parts'>,
  row: HandoffRow,
  change: Partial<HandoffRow>,
): Promise<HandoffRow> {
  const { keyHandoff } = call.parts.store.tables
  const [changed] = await tx.db
    .update(keyHandoff)
    .set({ ...change, version: row.version + 1 })
    .where(and(eq(keyHandoff.id, row.id), eq(keyHandoff.version, row.version)))
    .returning()
  if (!changed) throw named('CHANGED_MEANWHILE')
  tx.changed('handoff', row.id)
  // Its keys show the hand-off that they are in.
  tx.changed('key', row.apartmentId)
  return changed
}

/** A call, or the program at work by itself. */
export interface Working extends Pick<Call, 'session' | 'now'> {
  readonly parts: { readonly store: { readonly tables: Tables } }
}

/** What writing needs of a call. The program, which reminds by itself, has a store and a time, and nobody signed in. */
export interface Writing extends Pick<Call, 'session' | 'now'> {
  readonly parts: { readonly store: Pick<Store, 'tables'> }
}

interface Noted {
  readonly handoffId: string
  readonly what: HandoffEventWhat
  readonly detail: Record<string, Json>
  readonly caseId?: string
  /** What the program does by itself is nobody's. */
  readonly by?: 'program'
}

/** Writes into a hand-off's history what was done with it. */
export async function noteHandoff(
  tx: Tx,
  call: Working,
  { handoffId, what, detail, caseId, by }: Noted,
): Promise<void> {
  const { keyHandoffEvent } = call.parts.store.tables
  await tx.db.insert(keyHandoffEvent).values({
    id: uuidv7(),
    handoffId,
    caseId: caseId ?? null,
    at: call.now,
    staffId: by === 'program' ? null : signedIn(call).staffId,
    what,
    detail,
  })
}

/** Writes into the resident's timeline what was done with a hand-off of their keys. */
export async function tellTimeline(
  tx: Tx,
  call: Call,
  { id, residentId, direction }: HandoffRow,
  what: string,
  more: Record<string, Json> = {},
): Promise<void> {
  await recordEvent(tx, call.parts.store.tables, {
    residentId,
    at: call.now,
    by: signedIn(call),
    kind: 'keys',
    detail: { what, handoffId: id, direction, ...more },
  })
}

/** Lets the keys of a hand-off that is over be handed off anew. */
export async function releaseKeys(tx: Tx, { keyHandoffKey }: Tables, handoffId: string): Promise<void> {
  await tx.db.update(keyHandoffKey).set({ heldKeyId: null }).where(eq(keyHandoffKey.handoffId, handoffId))
}

/** What the rule must know of a hand-off: what was said of its keys, and the cases that are open. */
export async function factsOf(db: Db, { keyHandoffKey, keyCase }: Tables, handoffId: string) {
  const keys = await db
    .select()
    .from(keyHandoffKey)
    .where(eq(keyHandoffKey.handoffId, handoffId))
    .orderBy(asc(keyHandoffKey.id))
  const open = await db
    .select({ kind: keyCase.kind })
    .from(keyCase)
    .where(and(eq(keyCase.handoffId, handoffId), isNull(keyCase.closedAt)))
  return { keys, openCases: open.map(({ kind }) => kind) }
}

/**
 * Brings a hand-off's state up to date after something was said of its keys or cases, and settles it when everything is counted and the
 * settings say so. `withBlc`: BLC Turva has just said that the keys are there. Gives it as it is now.
 */
export async function refreshHandoff(
  tx: Tx,
  call: Call,
  handoffId: string,
  { withBlc = false, countedOn = null }: { withBlc?: boolean; countedOn?: string | null } = {},
): Promise<HandoffRow> {
  const { tables } = call.parts.store
  const { handoff } = await handoffById(tx.db, tables, handoffId)
  if (!isHandoffOpen(handoff.state)) return handoff
  const { keys, openCases } = await factsOf(tx.db, tables, handoffId)
  const state = handoffStateOf({
    keys: keys.map((each) => each.state),
    openCases,
    withBlc: withBlc || handoff.state === 'withBlc',
  })
  const counted = countedOn ?? handoff.countedOn
  const settles = state === 'counted' && (await readKeySettings(tx.db, tables)).settleWhenCounted
  if (!settles) return changeHandoff(tx, call, handoff, { state, countedOn: counted })
  const settled = await changeHandoff(tx, call, handoff, {
    state: 'settled',
    countedOn: counted,
    endedAt: call.now,
    endedBy: null,
    endNote: '',
  })
  await releaseKeys(tx, tables, handoffId)
  await noteHandoff(tx, call, { handoffId, what: 'settled', detail: {}, by: 'program' })
  await tellTimeline(tx, call, settled, 'settled')
  return settled
}

/** Whether whose hand-off it is, who brings it, or somebody they share the home with, is under non-disclosure now. */
export async function isHandoffProtected(
  db: Db,
  tables: Tables,
  { resident, handoff }: Pick<HandoffOf, 'resident' | 'handoff'>,
): Promise<boolean> {
  if (resident.nonDisclosure) return true
  if ((await protectedLeases(db, tables, [handoff.leaseId])).has(handoff.leaseId)) return true
  if (handoff.bringerResidentId === null) return false
  const [bringer] = await db
    .select({ nonDisclosure: tables.resident.nonDisclosure })
    .from(tables.resident)
    .where(eq(tables.resident.id, handoff.bringerResidentId))
  return bringer?.nonDisclosure ?? false
}
