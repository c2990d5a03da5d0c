import { randomBytes } from 'node:crypto'
import { and, eq, inArray, ne, or, type SQL, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { asOneLine } from '../documents/visitMessage'
import type { Tables } from '../store/schema'
import type { Db, Tx } from '../store/store'
import type { MessageRow } from './mail'

/** What a message is about, by the column that says so: one of them. */
export type MessageSubject = {
  readonly [column in 'visitId' | 'requestId' | 'keyHandoffId' | 'defectId' | 'taskId']?: string
}

type Written = Pick<MessageRow, 'kind' | 'recipient' | 'recipientName' | 'language' | 'subject'> & {
  readonly about: MessageSubject
  readonly text: string
  readonly now: Date
} & Partial<Pick<MessageRow, 'ics' | 'icsMethod' | 'nextTryAt' | 'notAfter'>>

/** The row of a message that waits to be sent, at once unless `nextTryAt` says otherwise. */
export const messageRow = ({ about, recipientName, text, now, ...message }: Written): MessageRow => ({
  visitId: null,
  requestId: null,
  keyHandoffId: null,
  defectId: null,
  taskId: null,
  ics: null,
  icsMethod: null,
  nextTryAt: now,
  notAfter: null,
  ...message,
  ...about,
  id: uuidv7(),
  recipientName: asOneLine(recipientName),
  body: text,
  messageKey: randomBytes(16).toString('hex'),
  state: 'waiting',
  problem: null,
  attempts: 0,
  claimedBy: null,
  claimedUntil: null,
  handedOverAt: null,
  createdAt: now,
  sentAt: null,
})

/** Writes messages into the outbox, in the caller's transaction: they go out if and only if that holds. */
export async function writeMessages(
  tx: Tx,
  { outboxMessage }: Tables,
  rows: readonly MessageRow[],
): Promise<void> {
  await tx.insertMany(outboxMessage, [...rows])
  for (const { id } of rows) tx.changed('outbox', id)
}

/** Of the messages about one thing, those of some kinds, or of all. */
export function messagesAbout(
  { outboxMessage }: Tables,
  about: MessageSubject,
  kinds?: readonly MessageRow['kind'][],
): SQL | undefined {
  const columns = Object.entries(about) as [keyof MessageSubject, string][]
  return and(
    ...columns.map(([column, id]) => eq(outboxMessage[column], id)),
    kinds && inArray(outboxMessage.kind, [...kinds]),
  )
}

/**
 * For `notExists` in a query of things that messages are about: those messages after which nothing more is sent by itself, because they stand or a
 * person dropped them. What was dropped by the program, when it had nowhere to go, is sent once it has.
 */
export const alreadyTold = (db: Db, { outboxMessage }: Tables, which: SQL | undefined) =>
  db
    .select({ one: sql`1` })
    .from(outboxMessage)
    .where(and(which, or(ne(outboxMessage.state, 'dropped'), eq(outboxMessage.problem, 'droppedByHand'))))

/** Takes back those messages that have not gone out, also what could not go: nobody has to look after it any more. */
export async function dropMessages(tx: Tx, { outboxMessage }: Tables, which: SQL | undefined): Promise<void> {
  const dropped = await tx.db
    .update(outboxMessage)
    .set({ state: 'dropped', problem: 'superseded', nextTryAt: null })
    .where(and(which, inArray(outboxMessage.state, ['waiting', 'failed'])))
    .returning({ id: outboxMessage.id })
  for (const { id } of dropped) tx.changed('outbox', id)
}

/** Takes messages back as `dropMessages` does, and tells whether somebody has, or may have, been told by one of them. */
export async function takeBackMessages(tx: Tx, tables: Tables, which: SQL | undefined): Promise<boolean> {
  await dropMessages(tx, tables, which)
  const { outboxMessage } = tables
  const told = await tx.db
    .select({ id: outboxMessage.id })
    .from(outboxMessage)
    .where(and(which, inArray(outboxMessage.state, ['sending', 'sent', 'uncertain'])))
    .limit(1)
  return told.length > 0
}
