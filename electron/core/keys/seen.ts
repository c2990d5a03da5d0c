import { and, eq } from 'drizzle-orm'
import type { KeyView } from '#shared/contract/keyViews'
import type { KeyHolder } from '#shared/rules/keyLedger'
import type { Call } from '../access/procedure'
import type { Tables } from '../store/schema'
import type { Db, Tx } from '../store/store'
import { untilFirst, wasChanged } from '../visits/acts'
import { isApartmentProtected, namingAt } from './holders'
import { keyViews } from './keyView'
import { type KeyRow, keysById } from './ledger'

/** A key as a page saw it. */
export interface Seen {
  readonly id: string
  readonly seq: number
}

/** Why a key that a page saw cannot be moved by it. */
export type NotMovable = {
  readonly ok: false
  readonly data:
    | { readonly refusal: 'movedMeanwhile'; readonly keyId: string; readonly now: KeyView }
    | { readonly refusal: 'inOpenHandoff'; readonly keyId: string; readonly handoffId: string }
    | { readonly refusal: 'otherApartmentsKey'; readonly keyId: string }
}

/** The open hand-off that a key is in; null when it is in none. */
export async function handoffHolding(
  db: Db,
  { keyHandoffKey }: Tables,
  keyId: string,
): Promise<string | null> {
  const [row] = await db
    .select({ id: keyHandoffKey.handoffId })
    .from(keyHandoffKey)
    .where(eq(keyHandoffKey.heldKeyId, keyId))
  return row?.id ?? null
}

/**
 * These keys of one apartment, when each is still as it was seen and in no open hand-off: what happens with it then is told there. Throws
 * NOT_FOUND.
 */
export async function movableKeys(
  tx: Tx,
  call: Call,
  seen: readonly Seen[],
  apartmentId?: string,
): Promise<{ readonly ok: true; readonly value: readonly KeyRow[] } | NotMovable> {
  const { db } = tx
  const { tables } = call.parts.store
  const unique = [...new Map(seen.map((each) => [each.id, each])).values()]
  const rows = await keysById(
    db,
    tables,
    unique.map(({ id }) => id),
  )
  const home = apartmentId ?? rows[0]?.apartmentId
  for (const [at, row] of rows.entries()) {
    if (row.apartmentId !== home) return { ok: false, data: { refusal: 'otherApartmentsKey', keyId: row.id } }
    if (row.lastSeq !== unique[at]?.seq) {
      const isProtected = await isApartmentProtected(db, tables, row.apartmentId)
      const [now] = await keyViews(db, tables, [row], call.now, namingAt(isProtected))
      return { ok: false, data: { refusal: 'movedMeanwhile', keyId: row.id, now: now as KeyView } }
    }
    const handoffId = await handoffHolding(db, tables, row.id)
    if (handoffId !== null) return { ok: false, data: { refusal: 'inOpenHandoff', keyId: row.id, handoffId } }
  }
  return { ok: true, value: rows }
}

/** Whether somebody is, was or will be on a lease of an apartment: only they hold its keys as residents. */
export async function isTheirHome(
  db: Db,
  { occupancy, lease }: Tables,
  apartmentId: string,
  residentId: string,
): Promise<boolean> {
  const [row] = await db
    .select({ id: occupancy.id })
    .from(occupancy)
    .innerJoin(lease, eq(lease.id, occupancy.leaseId))
    .where(and(eq(occupancy.residentId, residentId), eq(lease.apartmentId, apartmentId)))
    .limit(1)
  return row !== undefined
}

/** Whether a holder can hold keys of an apartment: anybody but a resident of another home. */
export const canHold = async (db: Db, tables: Tables, apartmentId: string, holder: KeyHolder) =>
  holder.kind !== 'resident' || isTheirHome(db, tables, apartmentId, holder.residentId)

/**
 * One unit of work that moves keys. Of two desks at once the second reads again: it finds where the key is now, and says so.
 */
export const movingKeys = <Value>(call: Call, work: (tx: Tx) => Promise<Value>): Promise<Value> =>
  untilFirst(call, work, wasChanged)
