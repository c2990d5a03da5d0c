import { and, eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { AppointmentPage } from '#shared/contract/appointments'
import { isOver } from '#shared/rules/visitStates'
import { type Call, named, signedIn } from '../access/procedure'
import { recordEvent } from '../residents/timeline'
import type { Json, Tables } from '../store/schema'
import type { Tx } from '../store/store'
import type { VisitRow } from './view'

/** What can be done with a visit, as its history names it. */
export type VisitWhat = AppointmentPage['history'][number]['what']

/** What the resident's own timeline tells of their visits; the rest is in the visit's history. */
const inTimeline: readonly VisitWhat[] = ['booked', 'moved', 'cancelled', 'arrived', 'noShow', 'finished']

/** Writes into a visit's history alone what was done with it, and by whom; in the transaction that does it. */
export async function noteVisit(
  tx: Tx,
  { visitEvent }: Tables,
  done: {
    readonly visitId: string
    readonly at: Date
    readonly staffId: string
    readonly what: VisitWhat
    readonly detail: Record<string, Json>
  },
): Promise<void> {
  await tx.insertMany(visitEvent, [{ id: uuidv7(), ...done }])
  tx.changed('visit', done.visitId)
}

/** Writes into a visit's history, and into the resident's timeline, what was done; in the transaction that does it. */
export async function recordVisit(
  tx: Tx,
  call: Call,
  row: Pick<VisitRow, 'id' | 'residentId' | 'reason' | 'startsAt'>,
  what: VisitWhat,
  detail: Record<string, Json> = {},
): Promise<void> {
  const { tables } = call.parts.store
  const by = signedIn(call)
  await noteVisit(tx, tables, { visitId: row.id, at: call.now, staffId: by.staffId, what, detail })
  if (row.residentId === null || !inTimeline.includes(what)) return
  await recordEvent(tx, tables, {
    residentId: row.residentId,
    at: call.now,
    by,
    kind: 'visit',
    detail: {
      what,
      visitId: row.id,
      reason: row.reason,
      startsAt: row.startsAt?.toISOString() ?? null,
      ...(typeof detail.outcome === 'string' ? { outcome: detail.outcome } : {}),
    },
  })
}

/**
 * Changes a visit that is still as it was read: same version, same state. Answers CHANGED_MEANWHILE when another desk was
 * first. A visit that is over gives its time back; one that comes on another day leaves the number of the first day there.
 */
export async function changeVisit(
  tx: Tx,
  call: Call,
  row: VisitRow,
  change: Partial<VisitRow>,
): Promise<VisitRow> {
  const { visit, visitSlot } = call.parts.store.tables
  const otherDay = change.day !== undefined && change.day !== row.day
  const withoutNumber = otherDay ? { series: null, number: null } : {}
  const [changed] = await tx.db
    .update(visit)
    .set({ ...change, ...withoutNumber, version: row.version + 1 })
    .where(and(eq(visit.id, row.id), eq(visit.version, row.version), eq(visit.state, row.state)))
    .returning()
  if (!changed) throw named('CHANGED_MEANWHILE')
  if (isOver(changed.state)) await tx.db.delete(visitSlot).where(eq(visitSlot.visitId, row.id))
  return changed
}
