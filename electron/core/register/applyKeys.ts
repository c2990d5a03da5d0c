import { inArray, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { KeyEvent } from '#shared/rules/keyLedger'
import { holderColumns } from '../keys/ledger'
import { isStoreProblem } from '../store/errors'
import type { Tables } from '../store/schema'
import type { Tx } from '../store/store'
import type { Comparison } from './compare'
import { hashKey, holderByFile } from './compareKeys'
import type { ReadRow } from './readRegister'

/** Somebody moved or registered a key since the files were compared with the ledger. */
export class LedgerMovedOn extends Error {}

interface Writing {
  readonly staffId: string
  readonly at: Date
  readonly today: string
  /** Gives rows in batches, and others their turn after each. */
  readonly inBatches: <Row>(
    rows: readonly Row[],
    write: (rows: readonly Row[]) => Promise<void>,
  ) => Promise<void>
}

/**
 * Writes what the comparison found of keys, each with its event on the register's word. Throws LedgerMovedOn when a key that it
 * is about was moved, or registered, at a desk meanwhile.
 */
export async function applyKeys(tx: Tx, tables: Tables, comparison: Comparison, by: Writing): Promise<void> {
  const { register, plans } = comparison
  const { added, changed, changes, ended } = plans.keys
  const { key, keyEvent } = tables
  const eventRow = (keyId: string, event: KeyEvent): Tables['keyEvent']['$inferInsert'] => ({
    id: uuidv7(),
    keyId,
    seq: event.seq,
    what: event.what,
    ...holderColumns(event.holder),
    happenedOn: event.happenedOn,
    typedAt: by.at,
    staffId: by.staffId,
    word: 'register',
    wordText: '',
    handoffId: null,
    corrects: event.corrects,
  })
  const begin = ({ row }: ReadRow<'keys'>): KeyEvent => ({
    seq: 1,
    what: 'registered',
    holder: holderByFile(row, register.people),
    happenedOn: row.since,
    corrects: null,
  })
  const newRow = (read: ReadRow<'keys'>, { holder }: KeyEvent): Tables['key']['$inferInsert'] => ({
    id: read.id,
    apartmentId: register.apartments.rows.get(read.row.apartmentNo)?.id ?? '',
    kind: read.row.kind,
    number: read.row.number,
    setName: read.row.setName,
    note: '',
    ...holderColumns(holder),
    heldSince: read.row.since,
    lastSeq: 1,
    active: true,
    rowHash: hashKey(read.row),
    leftOn: null,
    version: 1,
  })

  await by.inBatches(added, async (rows) => {
    const first = rows.map(begin)
    await known(() =>
      tx.insertMany(
        key,
        rows.map((read, at) => newRow(read, first[at] as KeyEvent)),
      ),
    )
    await tx.insertMany(
      keyEvent,
      rows.map((read, at) => eventRow(read.id, first[at] as KeyEvent)),
    )
  })
  await by.inBatches(changed, async (rows) => {
    const ids = rows.map(({ id }) => id)
    // Locks them, so that what is read of them here is what is written over.
    const now = await tx.db
      .update(key)
      .set({ version: sql`${key.version} + 1` })
      .where(inArray(key.id, ids))
      .returning()
    await refuseHeld(
      tx,
      tables,
      ids.filter((id) => changes.get(id)?.event),
    )
    const events: Tables['keyEvent']['$inferInsert'][] = []
    const next = now.map((row) => {
      const change = changes.get(row.id)
      if (!change) throw new LedgerMovedOn()
      const { event, heldSince, setName, rowHash } = change
      const known = { ...row, setName, rowHash, leftOn: null }
      if (!event) return known
      if (row.lastSeq !== change.seen) throw new LedgerMovedOn()
      events.push(eventRow(row.id, event))
      return { ...known, ...holderColumns(event.holder), heldSince, lastSeq: event.seq }
    })
    await tx.updateMany(key, next)
    await known(() => tx.insertMany(keyEvent, events))
  })
  await by.inBatches(ended, async (rows) => {
    const ids = rows.map(({ id }) => id)
    await tx.db.update(key).set({ leftOn: by.today }).where(inArray(key.id, ids))
  })
  if (added.length + changed.length + ended.length > 0) tx.changed('key', null)
}

/** Writes rows; one that is there already was written by a desk meanwhile. */
async function known(write: () => Promise<void>): Promise<void> {
  try {
    await write()
  } catch (error) {
    throw isStoreProblem(error, 'unique') ? new LedgerMovedOn() : error
  }
}

/** A key that a hand-off has come to own meanwhile is not moved beside it. */
async function refuseHeld(tx: Tx, { keyHandoffKey }: Tables, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const held = await tx.db
    .select({ id: keyHandoffKey.id })
    .from(keyHandoffKey)
    .where(inArray(keyHandoffKey.heldKeyId, [...ids]))
    .limit(1)
  if (held.length > 0) throw new LedgerMovedOn()
}
