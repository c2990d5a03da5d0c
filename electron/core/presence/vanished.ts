import { and, desc, eq, inArray, lt, notInArray, sql } from 'drizzle-orm'
import type { programActions } from '#shared/contract/audit'
import { helsinkiDay } from '#shared/rules/localDay'
import { notSeenSince } from '#shared/rules/presence'
import { afterAct } from '#shared/rules/visitStates'
import { appendAudit } from '../access/auditChain'
import type { Tables } from '../store/schema'
import type { Db, Store, Tx } from '../store/store'
import { noteVisit } from '../visits/change'
import { type DeskRow, isHeld, releaseDesk, visitsAtDesks } from '../visits/desks'
import type { VisitRow } from '../visits/view'
import { announce } from './here'

/** What somebody who has vanished held: their service desk, and the visit that was called there. */
interface Freed {
  readonly desk: DeskRow
  readonly visit: VisitRow | null
}

/** Whether a page has said nothing for so long that it has vanished. */
export async function anyVanished(db: Db, { presence }: Tables, now: Date): Promise<boolean> {
  const rows = await db
    .select({ id: presence.id })
    .from(presence)
    .where(lt(presence.seenAt, notSeenSince(now)))
    .limit(1)
  return rows.length > 0
}

/**
 * Removes the pages that have vanished, and frees what their people held who are at no other page. Of programs that do this
 * at once, each row is removed by one, which then frees what belongs to it.
 */
export const freeVanished = (store: Store, deskName: string, now: Date): Promise<void> =>
  store.write(async (tx) => {
    const { tables } = store
    const { presence } = tables
    const gone = await tx.db
      .delete(presence)
      .where(lt(presence.seenAt, notSeenSince(now)))
      .returning()
    if (gone.length === 0) return
    announce(
      tx,
      gone.map(({ residentId }) => residentId),
    )
    const people = [...new Set(gone.map(({ staffId }) => staffId))]
    const there = await tx.db
      .select({ staffId: presence.staffId })
      .from(presence)
      .where(inArray(presence.staffId, people))
    const freed: Freed[] = []
    for (const staffId of people) {
      if (there.some((row) => row.staffId === staffId)) continue
      const held = await free(tx, tables, staffId, now)
      if (held) freed.push(held)
    }
    // Afterwards, because the end of the audit chain is held from the first record on.
    for (const each of freed) await record(tx, tables, deskName, each, now)
  })

/** Frees the service desk of a person, if they have one today. */
async function free(tx: Tx, tables: Tables, staffId: string, now: Date): Promise<Freed | null> {
  const { serviceDesk } = tables
  const [desk] = await tx.db.select().from(serviceDesk).where(eq(serviceDesk.staffId, staffId))
  if (!desk || !isHeld(desk, helsinkiDay(now))) return null
  await releaseDesk(tx, tables, desk, now)
  return { desk, visit: await backToQueue(tx, tables, desk, now) }
}

/** The visit that is called to a desk waits again, at the place in the queue that it had before. */
async function backToQueue(tx: Tx, tables: Tables, desk: DeskRow, now: Date): Promise<VisitRow | null> {
  const { visit } = tables
  const atDesks = await visitsAtDesks(tx.db, tables, helsinkiDay(now))
  const at = atDesks.find(({ deskNo }) => deskNo === desk.deskNo)
  if (!at) return null
  const after = afterAct(at.state, 'deskVanished')
  if (!after.ok) return null
  const [row] = await tx.db
    .update(visit)
    .set({
      state: after.value,
      deskNo: null,
      transferred: await wasHandedOver(tx.db, tables, at.id),
      version: sql`${visit.version} + 1`,
    })
    // Somebody else may have ended it since.
    .where(and(eq(visit.id, at.id), eq(visit.state, at.state), eq(visit.deskNo, desk.deskNo)))
    .returning()
  if (!row) return null
  await noteVisit(tx, tables, {
    visitId: row.id,
    at: now,
    staffId: desk.staffId,
    what: 'deskVanished',
    detail: { desk: desk.deskNo },
  })
  return row
}

/** Whether a visit had been handed over when it was called: then it comes first, as it did before. */
async function wasHandedOver(db: Db, { visitEvent }: Tables, visitId: string): Promise<boolean> {
  const [before] = await db
    .select({ what: visitEvent.what })
    .from(visitEvent)
    .where(
      and(
        eq(visitEvent.visitId, visitId),
        notInArray(visitEvent.what, ['called', 'recalled', 'deskVanished']),
      ),
    )
    .orderBy(desc(visitEvent.at), desc(visitEvent.id))
    .limit(1)
  return before?.what === 'transferred'
}

/** Records what the program did by itself: there is nobody who asked for it. */
async function record(tx: Tx, tables: Tables, deskName: string, { desk, visit }: Freed, at: Date) {
  const { staffId, deskNo } = desk
  const said = (action: (typeof programActions)[number]) => ({
    at,
    staffId: null,
    staffName: null,
    desk: deskName,
    action,
    outcome: 'done',
    reason: null,
    kept: { deskNo },
  })
  const freed = said('presence.deskFreed')
  await appendAudit(tx, tables, { ...freed, subjectKind: 'staff', subjectId: staffId })
  if (!visit) return
  const { residentId } = visit
  const subjectKind = residentId === null ? null : 'resident'
  await appendAudit(tx, tables, { ...said('presence.visitBack'), subjectKind, subjectId: residentId })
}
