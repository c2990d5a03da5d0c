import { and, eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { MandatePage } from '#shared/contract/mandateViews'
import { type Call, named, signedIn } from '../access/procedure'
import { recordEvent } from '../residents/timeline'
import type { Json } from '../store/schema'
import type { Tx } from '../store/store'
import { grantorsOf, type MandateRow, mandateById } from './rows'

type MandateWhat = MandatePage['history'][number]['what']

/** What the grantors' own timelines tell of a power; the rest is in its history. */
const inTimeline: readonly MandateWhat[] = ['recorded', 'confirmed', 'refused', 'revoked']

/** Writes into a power's history alone what was done with it. */
export async function noteMandate(
  tx: Tx,
  call: Call,
  mandateId: string,
  what: MandateWhat,
  detail: Record<string, Json> = {},
): Promise<void> {
  const { mandateEvent } = call.parts.store.tables
  const { staffId } = signedIn(call)
  await tx.insertMany(mandateEvent, [{ id: uuidv7(), mandateId, at: call.now, staffId, what, detail }])
  tx.changed('mandate', mandateId)
}

/** Writes into a power's history, and into the timeline of each grantor, what was done with it. */
export async function recordMandate(
  tx: Tx,
  call: Call,
  mandateId: string,
  what: MandateWhat,
  detail: Record<string, Json> = {},
): Promise<void> {
  const { tables } = call.parts.store
  await noteMandate(tx, call, mandateId, what, detail)
  if (!inTimeline.includes(what)) return
  for (const { resident } of await grantorsOf(tx.db, tables, [mandateId])) {
    await recordEvent(tx, tables, {
      residentId: resident.id,
      at: call.now,
      by: signedIn(call),
      kind: 'mandate',
      detail: { what, mandateId, ...detail },
    })
  }
}

/** A power that is still as the page read it; NOT_FOUND or CHANGED_MEANWHILE otherwise. */
export async function sameMandate(
  tx: Tx,
  call: Call,
  which: { readonly id: string; readonly version: number },
): Promise<MandateRow> {
  const row = await mandateById(tx.db, call.parts.store.tables, which.id)
  if (row.version !== which.version) throw named('CHANGED_MEANWHILE')
  return row
}

/** Changes a power that is still as it was read. CHANGED_MEANWHILE when another desk was first. */
export async function changeMandate(
  tx: Tx,
  call: Call,
  row: MandateRow,
  change: Partial<MandateRow>,
): Promise<void> {
  const { mandate } = call.parts.store.tables
  const changed = await tx.db
    .update(mandate)
    .set({ ...change, version: row.version + 1 })
    .where(and(eq(mandate.id, row.id), eq(mandate.version, row.version)))
    .returning({ id: mandate.id })
  if (changed.length !== 1) throw named('CHANGED_MEANWHILE')
}
