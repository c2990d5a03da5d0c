import { and, asc, eq, gt, inArray, isNotNull, lte, ne, or, sql } from 'drizzle-orm'
import { afterCrash, afterTry, type SendOutcome } from '#shared/rules/outbox'
import type { Tables } from '../store/schema'
import type { Db, Store, Tx } from '../store/store'
import type { MessageRow } from './mail'
import { isAboutOver, subjectOf } from './subject'

/** How long a claim holds. Longer than any try takes, so that nobody else's message is taken for a dead program's. */
const claimMilliseconds = 5 * 60_000

/** The columns that say who has a message in hand. */
const released = { claimedBy: null, claimedUntil: null } as const

/** What a message is about: later messages about the same may say that it is no longer so. */
function sameSubject({ outboxMessage }: Tables, message: MessageRow) {
  const { requestId, keyHandoffId, defectId, taskId, visitId } = message
  if (requestId !== null) return eq(outboxMessage.requestId, requestId)
  if (keyHandoffId !== null)
    return and(
      eq(outboxMessage.keyHandoffId, keyHandoffId),
      inArray(outboxMessage.kind, overtakes[message.kind] ?? []),
    )
  if (defectId !== null) return eq(outboxMessage.defectId, defectId)
  if (taskId !== null) return eq(outboxMessage.taskId, taskId)
  return eq(outboxMessage.visitId, visitId ?? '')
}

/** Of a hand-off: what each who is told is told instead. */
const overtakes: Partial<Record<MessageRow['kind'], readonly MessageRow['kind'][]>> = {
  keys: ['keys', 'keysCancelled'],
  keysReminder: ['keysCancelled'],
  keysToBlc: ['keysToBlc', 'keysToBlcCancelled'],
}

/** Whether something later has been said of the visit, the request or the hand-off, so that this is no longer so. */
export async function isSuperseded(db: Db, tables: Tables, message: MessageRow): Promise<boolean> {
  const { outboxMessage } = tables
  const [later] = await db
    .select({ id: outboxMessage.id })
    .from(outboxMessage)
    .where(
      and(sameSubject(tables, message), gt(outboxMessage.id, message.id), ne(outboxMessage.kind, 'reminder')),
    )
    .limit(1)
  return later !== undefined
}

/** Changes a message that is still in the state, and in the hands, that it was read in; null when it is not. */
export async function changeMessage(
  tx: Tx,
  { outboxMessage }: Tables,
  was: Pick<MessageRow, 'id' | 'state' | 'claimedBy'>,
  change: Partial<MessageRow>,
): Promise<MessageRow | null> {
  const same = and(
    eq(outboxMessage.id, was.id),
    eq(outboxMessage.state, was.state),
    was.claimedBy === null ? undefined : eq(outboxMessage.claimedBy, was.claimedBy),
  )
  const [changed] = await tx.db.update(outboxMessage).set(change).where(same).returning()
  if (!changed) return null
  tx.changed('outbox', changed.id)
  return changed
}

/** When the next message is due; null when none waits. */
export async function nextDue(db: Db, { outboxMessage }: Tables): Promise<Date | null> {
  const [row] = await db
    .select({ at: outboxMessage.nextTryAt })
    .from(outboxMessage)
    .where(and(eq(outboxMessage.state, 'waiting'), isNotNull(outboxMessage.nextTryAt)))
    .orderBy(asc(outboxMessage.nextTryAt))
    .limit(1)
  return row?.at ?? null
}

/** Puts aside the messages that are due and of no use any more: the visit has begun. */
export async function dropLate(store: Store, now: Date): Promise<void> {
  const { outboxMessage } = store.tables
  const late = and(
    eq(outboxMessage.state, 'waiting'),
    lte(outboxMessage.nextTryAt, now),
    lte(outboxMessage.notAfter, now),
  )
  const found = await store.read((db) =>
    db.select({ id: outboxMessage.id }).from(outboxMessage).where(late).limit(1),
  )
  if (found.length === 0) return
  await store.write(async (tx) => {
    const dropped = await tx.db
      .update(outboxMessage)
      .set({ state: 'dropped', problem: 'tooLate', nextTryAt: null })
      .where(late)
      .returning({ id: outboxMessage.id })
    for (const { id } of dropped) tx.changed('outbox', id)
  })
}

/**
 * Looks after messages that a program had in hand when it ended: those whose claim has run out, and, when no other program
 * can have this database, all of them.
 */
export async function recover(store: Store, now: Date, all: boolean): Promise<void> {
  const { outboxMessage } = store.tables
  const left = and(
    eq(outboxMessage.state, 'sending'),
    all ? undefined : or(lte(outboxMessage.claimedUntil, now), sql`${outboxMessage.claimedUntil} is null`),
  )
  const rows = await store.read((db) => db.select().from(outboxMessage).where(left))
  for (const row of rows) {
    const state = afterCrash(row.handedOverAt !== null)
    await store.write((tx) =>
      changeMessage(tx, store.tables, row, {
        ...released,
        state,
        problem: state === 'uncertain' ? 'answerLost' : row.problem,
        nextTryAt: state === 'uncertain' ? null : now,
      }),
    )
  }
}

/** What claiming came to: nothing is due, another program or a later message was first, or a message in hand. */
type Claim = 'nothing' | 'gone' | MessageRow

/** Takes the next due message in hand. It goes to the address that the visit, or whoever answers the request, has now. */
export function claimNext(store: Store, claimedBy: string, now: Date): Promise<Claim> {
  const { outboxMessage } = store.tables
  return store.write(async (tx): Promise<Claim> => {
    const [message] = await tx.db
      .select()
      .from(outboxMessage)
      .where(and(eq(outboxMessage.state, 'waiting'), lte(outboxMessage.nextTryAt, now)))
      .orderBy(asc(outboxMessage.nextTryAt), asc(outboxMessage.id))
      .limit(1)
    if (!message) return 'nothing'
    const about = await subjectOf(tx.db, store.tables, message)
    const { email } = about
    const drop = (problem: 'tooLate' | 'superseded') =>
      changeMessage(tx, store.tables, message, { state: 'dropped', problem, nextTryAt: null })
    const late = message.notAfter !== null && message.notAfter <= now
    const over = isAboutOver(message, about)
    if (late) await drop('tooLate')
    else if (over || email === null || (await isSuperseded(tx.db, store.tables, message)))
      await drop('superseded')
    else {
      const claimed = await changeMessage(tx, store.tables, message, {
        state: 'sending',
        recipient: email,
        attempts: message.attempts + 1,
        claimedBy,
        claimedUntil: new Date(now.getTime() + claimMilliseconds),
        handedOverAt: null,
      })
      if (claimed) return claimed
    }
    return 'gone'
  })
}

/** Writes down that the server may have the message from here on. False when it is not in our hands any more. */
export const writeHandOver = (store: Store, message: MessageRow, now: Date): Promise<boolean> =>
  store.write(async (tx) => (await changeMessage(tx, store.tables, message, { handedOverAt: now })) !== null)

/** Writes down how a try ended. A message that has been overtaken meanwhile is not tried again. */
export async function writeOutcome(
  store: Store,
  message: MessageRow,
  outcome: SendOutcome,
  now: Date,
): Promise<void> {
  const after = afterTry(outcome, message.attempts, now)
  await store.write(async (tx) => {
    const overtaken = after.state === 'waiting' && (await isSuperseded(tx.db, store.tables, message))
    await changeMessage(tx, store.tables, message, {
      ...released,
      ...(overtaken ? { state: 'dropped', problem: 'superseded', nextTryAt: null } : after),
      ...(outcome.ok ? { sentAt: now } : {}),
      ...(outcome.ok || outcome.handedOver ? {} : { handedOverAt: null }),
    })
  })
}

/** Lays a message back that was not handed over, as if it had not been taken; it is tried again at `nextTryAt`. */
export async function layBack(store: Store, message: MessageRow, nextTryAt: Date): Promise<void> {
  await store.write((tx) =>
    changeMessage(tx, store.tables, message, {
      ...released,
      state: 'waiting',
      attempts: message.attempts - 1,
      nextTryAt,
      handedOverAt: null,
    }),
  )
}
