import type { Language } from '#shared/contract/base'
import { contactPoints } from '#shared/rules/facts'
import { type KeyMessageKind, keyMessageKinds } from '#shared/rules/outbox'
import { messageRow, messagesAbout, takeBackMessages, writeMessages } from '../outbox/writing'
import type { Tables } from '../store/schema'
import type { Tx } from '../store/store'
import type { HandoffRow } from './handoffRows'
import { emailFor, keyAudience } from './recipients'

/** The language of BLC Turva's lists and of what maintenance is told. */
export const officeLanguage: Language = 'fi'

interface Words {
  readonly subject: string
  readonly text: string
}

/**
 * Writes a message about a hand-off into the outbox, in the caller's transaction: it goes out if and only if that holds, not before `nextTryAt`. Null
 * when there is no address.
 */
export async function writeKeyMessage(
  tx: Tx,
  tables: Tables,
  handoff: HandoffRow,
  kind: KeyMessageKind,
  { subject, text }: Words,
  now: Date,
  { nextTryAt = now, recipientName = null }: { nextTryAt?: Date; recipientName?: string | null } = {},
): Promise<string | null> {
  const email = await emailFor(tx.db, tables, handoff, kind)
  if (email === null) return null
  const audience = keyAudience[kind]
  const named = audience === 'bringer' ? handoff.bringerName : contactPoints.keyServicePoint.name
  const row = messageRow({
    about: { keyHandoffId: handoff.id },
    kind,
    recipient: email,
    recipientName: recipientName ?? named,
    language: audience === 'bringer' ? handoff.language : officeLanguage,
    subject,
    text,
    now,
    nextTryAt,
  })
  await writeMessages(tx, tables, [row])
  return row.id
}

/**
 * Takes back what has not gone out to somebody about a hand-off, and tells whether they have been, or may have been, told of it.
 */
export function takeBackKeyMessages(
  tx: Tx,
  tables: Tables,
  handoffId: string,
  audience: (typeof keyAudience)[KeyMessageKind],
): Promise<boolean> {
  const kinds = keyMessageKinds.filter((kind) => keyAudience[kind] === audience)
  return takeBackMessages(tx, tables, messagesAbout(tables, { keyHandoffId: handoffId }, kinds))
}
