import { and, asc, eq, inArray } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { LabelCorrection } from '#shared/rules/keyLabel'
import {
  type KeyAct,
  type KeyEvent,
  type KeyHolder,
  type KeyLedgerRefusal,
  type KeyStanding,
  type KeyWord,
  nextEvent,
  standingOf,
} from '#shared/rules/keyLedger'
import { helsinkiDay } from '#shared/rules/localDay'
import { accept, type Result } from '#shared/rules/result'
import { type Call, named, signedIn } from '../access/procedure'
import type { Tables } from '../store/schema'
import type { Db, Tx } from '../store/store'

export type KeyRow = Tables['key']['$inferSelect']
export type KeyEventRow = Tables['keyEvent']['$inferSelect']

/** On whose word something is written down, and of which hand-off. */
export interface OnWord {
  readonly word: KeyWord
  readonly wordText: string
  readonly handoffId: string | null
}

type HolderColumns = Pick<KeyRow, 'holderKind' | 'holderResidentId' | 'holderName'>

/** A holder as rows have it, and back. */
export const holderColumns = (holder: KeyHolder): HolderColumns => ({
  holderKind: holder.kind,
  holderResidentId: holder.kind === 'resident' ? holder.residentId : null,
  holderName: holder.kind === 'grantee' ? holder.name : null,
})

export function holderOf({ holderKind, holderResidentId, holderName }: HolderColumns): KeyHolder {
  if (holderKind === 'resident') return { kind: 'resident', residentId: holderResidentId ?? '' }
  if (holderKind === 'grantee') return { kind: 'grantee', name: holderName ?? '' }
  return { kind: holderKind }
}

/** An event as the rule takes it. */
export const eventOf = (row: KeyEventRow): KeyEvent => ({
  seq: row.seq,
  what: row.what,
  holder: holderOf(row),
  happenedOn: row.happenedOn,
  corrects: row.corrects,
})

/** The columns of a key that its chain decides. */
export const standingColumns = ({ holder, heldSince, active, lastSeq }: KeyStanding) => ({
  ...holderColumns(holder),
  heldSince,
  active,
  lastSeq,
})

/** A key by its id. Throws NOT_FOUND. */
export async function keyById(db: Db, { key }: Tables, id: string): Promise<KeyRow> {
  const [row] = await db.select().from(key).where(eq(key.id, id))
  if (!row) throw named('NOT_FOUND')
  return row
}

/** These keys by their ids, in that order. Throws NOT_FOUND when one is not there. */
export async function keysById(db: Db, { key }: Tables, ids: readonly string[]): Promise<KeyRow[]> {
  const rows = await db
    .select()
    .from(key)
    .where(inArray(key.id, [...ids]))
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.map((id) => {
    const row = byId.get(id)
    if (!row) throw named('NOT_FOUND')
    return row
  })
}

/** The chain of a key, the first event first. */
export async function chainOf(db: Db, { keyEvent }: Tables, keyId: string): Promise<KeyEvent[]> {
  const rows = await db.select().from(keyEvent).where(eq(keyEvent.keyId, keyId)).orderBy(asc(keyEvent.seq))
  return rows.map(eventOf)
}

/**
 * Writes down what happens to a key that is still as `row` was read, and what its chain comes to then; with a `label`, what the key is called from
 * now on. Refused by the ledger's rule, with nothing written. Of two desks at once the second gets CHANGED_MEANWHILE, or the database's `unique`.
 */
export async function actOnKey(
  tx: Tx,
  call: Call,
  row: KeyRow,
  act: KeyAct,
  { word, wordText, handoffId }: OnWord,
  label: LabelCorrection | null = null,
): Promise<Result<KeyRow, KeyLedgerRefusal>> {
  const { tables } = call.parts.store
  const { key, keyEvent } = tables
  const chain = await chainOf(tx.db, tables, row.id)
  const next = nextEvent(chain, act, helsinkiDay(call.now))
  if (!next.ok) return next
  const event = next.value
  const standing = standingOf([...chain, event])
  if (!standing) throw named('STORE_FAILED')
  const [changed] = await tx.db
    .update(key)
    .set({ ...standingColumns(standing), ...label?.to, version: row.version + 1 })
    .where(
      and(eq(key.id, row.id), eq(key.lastSeq, row.lastSeq), label ? eq(key.version, row.version) : undefined),
    )
    .returning()
  if (!changed) throw named('CHANGED_MEANWHILE')
  await tx.db.insert(keyEvent).values({
    id: uuidv7(),
    keyId: row.id,
    seq: event.seq,
    what: event.what,
    ...holderColumns(event.holder),
    happenedOn: event.happenedOn,
    typedAt: call.now,
    staffId: signedIn(call).staffId,
    word,
    wordText,
    handoffId,
    corrects: event.corrects,
    label,
  })
  tx.changed('key', row.apartmentId)
  return accept(changed)
}

/** Who has the keys once they were collected: whoever collects them. */
export const collectedBy = (
  handoff: Pick<
    Tables['keyHandoff']['$inferSelect'],
    'bringerKind' | 'bringerResidentId' | 'bringerName' | 'residentId'
  >,
): KeyHolder =>
  handoff.bringerKind === 'grantee'
    ? { kind: 'grantee', name: handoff.bringerName }
    : { kind: 'resident', residentId: handoff.bringerResidentId ?? handoff.residentId }
