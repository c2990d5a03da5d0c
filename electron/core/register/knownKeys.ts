import { asc, eq, gt, isNotNull } from 'drizzle-orm'
import type { LabelCorrection } from '#shared/rules/keyLabel'
import type { KeyHolder } from '#shared/rules/keyLedger'
import type { LocalDay } from '#shared/rules/localDay'
import { holderOf } from '../keys/ledger'
import type { Store } from '../store/store'
import type { Step } from './readRegister'
import { keyOfKey, withoutZeros } from './rows'

/** A key that the ledger has, by its home, kind and number. */
export interface KnownKey {
  readonly id: string
  readonly key: string
  readonly setName: string
  readonly holder: KeyHolder
  readonly heldSince: LocalDay
  readonly lastSeq: number
  readonly active: boolean
  readonly rowHash: string | null
  readonly left: boolean
}

/** The keys that the ledger has. */
export interface Known {
  readonly keys: ReadonlyMap<string, KnownKey>
  /** Those that a desk gave another kind or number, by each that they had before. */
  readonly formerly: ReadonlyMap<string, KnownKey>
  /** Those in use by their numbers without the zeros that they begin with. */
  readonly zeroless: ReadonlyMap<string, string>
}

const pageSize = 2000

/** What desks corrected of what keys are called, by the keys' ids. */
async function correctedLabels(store: Store): Promise<ReadonlyMap<string, readonly LabelCorrection[]>> {
  const { keyEvent } = store.tables
  const rows = await store.read((db) =>
    db
      .select({ keyId: keyEvent.keyId, label: keyEvent.label })
      .from(keyEvent)
      .where(isNotNull(keyEvent.label)),
  )
  const ofKeys = Map.groupBy(rows, ({ keyId }) => keyId)
  return new Map([...ofKeys].map(([keyId, events]) => [keyId, events.flatMap(({ label }) => label ?? [])]))
}

/** Reads the keys that the ledger has, some thousands at a time. */
export async function knownKeys(store: Store, step: Step): Promise<Known> {
  const { key, apartment } = store.tables
  const keys = new Map<string, KnownKey>()
  const zeroless = new Map<string, string>()
  const corrected = await correctedLabels(store)
  const formerly = new Map<string, KnownKey>()
  for (let after = ''; ; ) {
    const rows = await store.read((db) =>
      db
        .select({
          id: key.id,
          apartmentNo: apartment.apartmentNo,
          kind: key.kind,
          number: key.number,
          setName: key.setName,
          holderKind: key.holderKind,
          holderResidentId: key.holderResidentId,
          holderName: key.holderName,
          heldSince: key.heldSince,
          lastSeq: key.lastSeq,
          active: key.active,
          rowHash: key.rowHash,
          leftOn: key.leftOn,
        })
        .from(key)
        .innerJoin(apartment, eq(apartment.id, key.apartmentId))
        .where(gt(key.id, after))
        .orderBy(asc(key.id))
        .limit(pageSize),
    )
    for (const { apartmentNo, kind, number, leftOn, ...row } of rows) {
      const known = {
        ...row,
        key: keyOfKey(apartmentNo, kind, number),
        holder: holderOf(row),
        left: leftOn !== null,
      }
      keys.set(known.key, known)
      for (const { from } of corrected.get(row.id) ?? [])
        formerly.set(keyOfKey(apartmentNo, from.kind, from.number), known)
      if (row.active) zeroless.set(withoutZeros(apartmentNo, kind, number), known.key)
    }
    if (rows.length < pageSize) return { keys, formerly, zeroless }
    after = rows.at(-1)?.id ?? ''
    await step('keys', keys.size, keys.size + pageSize)
  }
}
