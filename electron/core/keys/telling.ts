import { and, asc, eq, exists, inArray, notExists, sql } from 'drizzle-orm'
import { openHandoffStates } from '#shared/rules/keyHandoff'
import { blcMessage, cancelMessage, type HandoffToTell, instructionMessage } from '../documents/keysContent'
import { alreadyTold } from '../outbox/writing'
import type { Tables } from '../store/schema'
import type { Tx } from '../store/store'
import { type HandoffOf, type HandoffRow, noteHandoff, selectHandoffs, type Writing } from './handoffRows'
import { readKeySettings } from './settings'
import { officeLanguage, takeBackKeyMessages, writeKeyMessage } from './tell'
import { handoffToTell } from './toTell'

/** Tells a new hand-off: whoever brings or collects, when by e-mail, and BLC Turva, when an address is set. */
export async function tellNew(tx: Tx, tables: Tables, of: HandoffOf, now: Date): Promise<void> {
  const { handoff } = of
  const toTell = await handoffToTell(tx.db, tables, of)
  const settings = await readKeySettings(tx.db, tables)
  if (handoff.send === 'email') {
    const words = instructionMessage(toTell, settings, handoff.language)
    await writeKeyMessage(tx, tables, handoff, 'keys', words, now)
  }
  // While nobody has set BLC Turva's address, somebody may be setting it just now: then what is written here is seen there, or the other way round.
  if (settings.blcEmail === null) await tx.inTurn('settings')
  await tellBlc(tx, tables, handoff, toTell, now)
}

/** Writes to BLC Turva of a hand-off. The message's id; null while nobody has set where it goes. */
function tellBlc(
  tx: Tx,
  tables: Tables,
  handoff: HandoffRow,
  toTell: HandoffToTell,
  now: Date,
): Promise<string | null> {
  const words = blcMessage(toTell, 'keysToBlc', officeLanguage)
  return writeKeyMessage(tx, tables, handoff, 'keysToBlc', words, now)
}

/**
 * Tells BLC Turva, once it has an address, of the open hand-offs that waited for one and of which there still are keys to expect; what a person
 * dropped stays so.
 */
export async function tellBlcWaiting(tx: Tx, call: Writing): Promise<void> {
  const { tables } = call.parts.store
  const { keyHandoff, keyHandoffKey, outboxMessage } = tables
  if ((await readKeySettings(tx.db, tables)).blcEmail === null) return
  const told = alreadyTold(
    tx.db,
    tables,
    and(eq(outboxMessage.keyHandoffId, keyHandoff.id), eq(outboxMessage.kind, 'keysToBlc')),
  )
  const expected = tx.db
    .select({ one: sql`1` })
    .from(keyHandoffKey)
    .where(and(eq(keyHandoffKey.handoffId, keyHandoff.id), eq(keyHandoffKey.state, 'expected')))
  const waiting = await selectHandoffs(tx.db, tables)
    .where(and(inArray(keyHandoff.state, [...openHandoffStates]), exists(expected), notExists(told)))
    .orderBy(asc(keyHandoff.madeAt), asc(keyHandoff.id))
  for (const of of waiting) {
    const { id: handoffId } = of.handoff
    const toTell = await handoffToTell(tx.db, tables, of)
    const detail = { kind: 'keysToBlc', messageId: await tellBlc(tx, tables, of.handoff, toTell, call.now) }
    await noteHandoff(tx, call, { handoffId, what: 'told', detail, by: 'program' })
    tx.changed('handoff', handoffId)
  }
}

/** Tells that a hand-off is cancelled those who know, or may know, of it; what was not sent is dropped. */
export async function tellCancelled(tx: Tx, tables: Tables, of: HandoffOf, now: Date): Promise<void> {
  const { handoff } = of
  const toTell = await handoffToTell(tx.db, tables, of)
  if (await takeBackKeyMessages(tx, tables, handoff.id, 'bringer')) {
    const words = cancelMessage(toTell, handoff.language)
    await writeKeyMessage(tx, tables, handoff, 'keysCancelled', words, now)
  }
  if (await takeBackKeyMessages(tx, tables, handoff.id, 'blc')) {
    const words = blcMessage(toTell, 'keysToBlcCancelled', officeLanguage)
    await writeKeyMessage(tx, tables, handoff, 'keysToBlcCancelled', words, now)
  }
}
