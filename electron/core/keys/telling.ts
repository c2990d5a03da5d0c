import { blcMessage, cancelMessage, instructionMessage } from '../documents/keysContent'
import type { Tables } from '../store/schema'
import type { Tx } from '../store/store'
import type { HandoffOf } from './handoffRows'
import { readKeySettings } from './settings'
import { officeLanguage, takeBackKeyMessages, writeKeyMessage } from './tell'
import { handoffToTell } from './toTell'

/** Tells a new hand-off: whoever brings or collects, when by e-mail, and BLC Turva, when an address is set. */
export async function tellNew(tx: Tx, tables: Tables, of: HandoffOf, now: Date): Promise<void> {
  const { handoff } = of
  const toTell = await handoffToTell(tx.db, tables, of)
  if (handoff.send === 'email') {
    const words = instructionMessage(toTell, await readKeySettings(tx.db, tables), handoff.language)
    await writeKeyMessage(tx, tables, handoff, 'keys', words, now)
  }
  await writeKeyMessage(
    tx,
    tables,
    handoff,
    'keysToBlc',
    blcMessage(toTell, 'keysToBlc', officeLanguage),
    now,
  )
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
