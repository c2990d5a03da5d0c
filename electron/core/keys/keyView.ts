import { and, asc, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import type { ApartmentKeys, KeyView } from '#shared/contract/keyViews'
import { isAwaited } from '#shared/rules/keyHandoff'
import { keyHolderKinds, keyKinds } from '#shared/rules/keyLedger'
import { addDays, helsinkiDay, type LocalDay } from '#shared/rules/localDay'
import { named } from '../access/procedure'
import { streetAddress } from '../residents/homes'
import { given, prepared } from '../store/prepared'
import type { Tables } from '../store/schema'
import type { Db } from '../store/store'
import type { HandoffRow } from './handoffRows'
import { holderViews, isApartmentProtected, type Naming, namingAt } from './holders'
import { holderOf, type KeyRow } from './ledger'
import { readKeySettings } from './settings'

/** Whether nothing of a hand-off has come although its due day and the days of grace are past. */
export const isOverdue = (
  { state, dueOn }: Pick<HandoffRow, 'state' | 'dueOn'>,
  today: LocalDay,
  graceDays: number,
): boolean => isAwaited(state) && addDays(dueOn, graceDays) < today

type OpenHandoff = Pick<HandoffRow, 'id' | 'direction' | 'state' | 'dueOn'>

/** A key with the open hand-off that it is in. */
export interface KeyIn {
  readonly key: KeyRow
  readonly handoff: OpenHandoff | null
}

/** The open hand-offs of these keys, by key. */
async function openHandoffsOf(
  db: Db,
  { keyHandoff, keyHandoffKey }: Tables,
  keyIds: readonly string[],
): Promise<ReadonlyMap<string, OpenHandoff>> {
  if (keyIds.length === 0) return new Map()
  const { id, direction, state, dueOn } = keyHandoff
  const rows = await db
    .select({ keyId: keyHandoffKey.heldKeyId, handoff: { id, direction, state, dueOn } })
    .from(keyHandoffKey)
    .innerJoin(keyHandoff, eq(keyHandoff.id, keyHandoffKey.handoffId))
    .where(and(inArray(keyHandoffKey.heldKeyId, [...keyIds]), isNotNull(keyHandoffKey.heldKeyId)))
  return new Map(rows.map((row) => [row.keyId ?? '', row.handoff]))
}

const inLedgerOrder = (one: KeyRow, other: KeyRow) =>
  Number(other.active) - Number(one.active) ||
  keyKinds.indexOf(one.kind) - keyKinds.indexOf(other.kind) ||
  one.number.localeCompare(other.number, 'fi', { numeric: true }) ||
  one.id.localeCompare(other.id)

/** Keys as pages show them, in the ledger's order: by kind and number, those out of use last. */
export async function keyViews(
  db: Db,
  tables: Tables,
  keys: readonly KeyRow[],
  now: Date,
  naming: Naming,
): Promise<KeyView[]> {
  const open = await openHandoffsOf(
    db,
    tables,
    keys.map(({ id }) => id),
  )
  return shownKeys(
    db,
    tables,
    keys.map((key) => ({ key, handoff: open.get(key.id) ?? null })),
    now,
    naming,
  )
}

async function shownKeys(
  db: Db,
  tables: Tables,
  keys: readonly KeyIn[],
  now: Date,
  naming: Naming,
): Promise<KeyView[]> {
  const today = helsinkiDay(now)
  const { graceDays } = await readKeySettings(db, tables)
  const people = keys.map(({ key }) => key.holderResidentId)
  const shown = await holderViews(db, tables, people, naming)
  return keys
    .toSorted((one, other) => inLedgerOrder(one.key, other.key))
    .map(({ key, handoff }) => ({
      id: key.id,
      seq: key.lastSeq,
      version: key.version,
      kind: key.kind,
      number: key.number,
      setName: key.setName,
      note: key.note,
      holder: shown(holderOf(key)),
      since: key.heldSince,
      active: key.active,
      handoff: handoff && { ...handoff, overdue: isOverdue(handoff, today, graceDays) },
    }))
}

/** How many keys each holder has. */
export const countByHolder = (keys: readonly Pick<KeyRow, 'holderKind' | 'active'>[]) =>
  Object.fromEntries(
    keyHolderKinds.map((kind) => [
      kind,
      keys.filter(({ holderKind, active }) => active && holderKind === kind).length,
    ]),
  ) as ApartmentKeys['counts']

const ofOneApartment = prepared((db, { key, keyHandoffKey, keyHandoff }) =>
  db
    .select({ key, handoff: keyHandoff })
    .from(key)
    .leftJoin(keyHandoffKey, eq(keyHandoffKey.heldKeyId, key.id))
    .leftJoin(keyHandoff, eq(keyHandoff.id, keyHandoffKey.handoffId))
    .where(eq(key.apartmentId, given(key.apartmentId, 'id')))
    .orderBy(asc(key.kind), asc(key.number))
    .prepare('keysOfApartment'),
)

const oneApartment = prepared((db, { apartment, property }) =>
  db
    .select({ apartment, property })
    .from(apartment)
    .innerJoin(property, eq(property.id, apartment.propertyId))
    .where(eq(apartment.id, given(apartment.id, 'id')))
    .prepare('apartmentWithProperty'),
)

/** An apartment with its property. Throws NOT_FOUND. */
export async function apartmentById(db: Db, tables: Tables, id: string) {
  const [row] = await oneApartment(db, tables).execute({ id })
  if (!row) throw named('NOT_FOUND')
  return row
}

/** The ledger of an apartment. Throws NOT_FOUND. */
export async function apartmentLedger(
  db: Db,
  tables: Tables,
  apartmentId: string,
  now: Date,
): Promise<ApartmentKeys> {
  const [home, isProtected, rows] = await Promise.all([
    apartmentById(db, tables, apartmentId),
    isApartmentProtected(db, tables, apartmentId),
    ofOneApartment(db, tables).execute({ id: apartmentId }),
  ])
  const keys = rows.map(({ key, handoff }) => ({
    key,
    handoff: handoff && {
      id: handoff.id,
      direction: handoff.direction,
      state: handoff.state,
      dueOn: handoff.dueOn,
    },
  }))
  return {
    apartmentId,
    apartmentNo: isProtected ? null : home.apartment.apartmentNo,
    propertyId: isProtected ? null : home.property.id,
    address: isProtected ? null : streetAddress(home),
    keys: await shownKeys(db, tables, keys, now, namingAt(isProtected)),
    counts: countByHolder(rows.map(({ key }) => key)),
  }
}

/** The keys of an apartment as rows. */
export const keysOfApartment = (db: Db, { key }: Tables, apartmentId: string): Promise<KeyRow[]> =>
  db.select().from(key).where(eq(key.apartmentId, apartmentId)).orderBy(desc(key.active), asc(key.id))
