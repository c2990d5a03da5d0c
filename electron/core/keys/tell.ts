import { randomBytes } from 'node:crypto'
import { and, eq, inArray } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { Language } from '#shared/contract/base'
import { contactPoints } from '#shared/rules/facts'
import { type KeyMessageKind, keyMessageKinds } from '#shared/rules/outbox'
import { asOneLine } from '../documents/visitMessage'
import type { MessageRow } from '../outbox/mail'
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
  const row: MessageRow = {
    id: uuidv7(),
    kind,
    visitId: null,
    requestId: null,
    keyHandoffId: handoff.id,
    defectId: null,
    taskId: null,
    recipientName: asOneLine(recipientName ?? named),
    recipient: email,
    language: audience === 'bringer' ? handoff.language : officeLanguage,
    subject,
    body: text,
    ics: null,
    icsMethod: null,
    messageKey: randomBytes(16).toString('hex'),
    state: 'waiting',
    problem: null,
    attempts: 0,
    nextTryAt,
    notAfter: null,
    claimedBy: null,
    claimedUntil: null,
    handedOverAt: null,
    createdAt: now,
    sentAt: null,
  }
  await tx.insertMany(tables.outboxMessage, [row])
  tx.changed('outbox', row.id)
  return row.id
}

/**
 * Takes back what has not gone out to somebody about a hand-off, and tells whether they have been, or may have been, told of it.
 */
export async function takeBackKeyMessages(
  tx: Tx,
  { outboxMessage }: Tables,
  handoffId: string,
  audience: (typeof keyAudience)[KeyMessageKind],
): Promise<boolean> {
  const kinds = keyMessageKinds.filter((kind) => keyAudience[kind] === audience)
  const own = and(eq(outboxMessage.keyHandoffId, handoffId), inArray(outboxMessage.kind, kinds))
  const dropped = await tx.db
    .update(outboxMessage)
    .set({ state: 'dropped', problem: 'superseded', nextTryAt: null })
    .where(and(own, inArray(outboxMessage.state, ['waiting', 'failed'])))
    .returning({ id: outboxMessage.id })
  for (const { id } of dropped) tx.changed('outbox', id)
  const told = await tx.db
    .select({ id: outboxMessage.id })
    .from(outboxMessage)
    .where(and(own, inArray(outboxMessage.state, ['sending', 'sent', 'uncertain'])))
    .limit(1)
  return told.length > 0
}
