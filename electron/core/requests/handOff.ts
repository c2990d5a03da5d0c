import { randomBytes } from 'node:crypto'
import { and, asc, eq, inArray, ne, notExists, or, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { helsinkiDay } from '#shared/rules/localDay'
import {
  destinationText,
  handOffLanguage,
  type RequestToTell,
  requestMessage,
} from '../documents/requestContent'
import { asOneLine } from '../documents/visitMessage'
import type { MessageRow } from '../outbox/mail'
import { streetAddress } from '../residents/homes'
import type { Tables } from '../store/schema'
import type { Tx } from '../store/store'
import { isProtected, type RequestOf, selectRequests, whereTo } from './rows'
import { readRequestSettings } from './settings'

/** What a letter is told of a request; `hidesAddress` when whoever reads it may not be told where the home is. */
export const requestToTell = (of: RequestOf, hidesAddress: boolean): RequestToTell => ({
  ...of.request,
  who: { kind: of.request.whoKind, name: of.request.whoName },
  madeOn: helsinkiDay(of.request.madeAt),
  leaseNo: of.leaseNo,
  residentName: `${of.resident.firstNames} ${of.resident.lastName}`,
  maintenanceArea: of.property.maintenanceArea,
  address: hidesAddress ? null : streetAddress(of),
})

/**
 * Writes the e-mail to whoever answers a request into the outbox, in the caller's transaction: it goes out if and only if that
 * holds. False when nobody has set where it goes; the request then waits.
 */
export async function tellWhoAnswers(
  tx: Tx,
  tables: Tables,
  of: RequestOf,
  kind: 'request' | 'requestCancelled',
  now: Date,
): Promise<boolean> {
  const { request } = of
  const to = whereTo(of, request.goesTo, await readRequestSettings(tx.db, tables))
  if (to.email === null) return false
  const secret = await isProtected(tx.db, tables, of)
  const { subject, text } = requestMessage(requestToTell(of, secret), kind, secret)
  const row: MessageRow = {
    id: uuidv7(),
    kind,
    visitId: null,
    requestId: request.id,
    keyHandoffId: null,
    defectId: null,
    taskId: null,
    recipientName: asOneLine(to.name ?? destinationText(request.goesTo, handOffLanguage)),
    recipient: to.email,
    language: handOffLanguage,
    subject,
    body: text,
    ics: null,
    icsMethod: null,
    messageKey: randomBytes(16).toString('hex'),
    state: 'waiting',
    problem: null,
    attempts: 0,
    nextTryAt: now,
    notAfter: null,
    claimedBy: null,
    claimedUntil: null,
    handedOverAt: null,
    createdAt: now,
    sentAt: null,
  }
  await tx.insertMany(tables.outboxMessage, [row])
  tx.changed('outbox', row.id)
  return true
}

/**
 * Takes back what has not gone out about a request that is over, and tells whether somebody has, or may have, been told of it.
 */
export async function takeBack(tx: Tx, { outboxMessage }: Tables, requestId: string): Promise<boolean> {
  const own = eq(outboxMessage.requestId, requestId)
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

/** Hands off the open requests that waited for an address and have one now; those that a person dropped stay. */
export async function handOffWaiting(tx: Tx, tables: Tables, now: Date): Promise<void> {
  const { serviceRequest, outboxMessage } = tables
  const { emails } = await readRequestSettings(tx.db, tables)
  const set = (['leaseControl', 'maintenance', 'asOy'] as const).filter((place) => emails[place] !== null)
  if (set.length === 0) return
  const withMessage = tx.db
    .select({ one: sql`1` })
    .from(outboxMessage)
    .where(
      and(
        eq(outboxMessage.requestId, serviceRequest.id),
        or(ne(outboxMessage.state, 'dropped'), eq(outboxMessage.problem, 'droppedByHand')),
      ),
    )
  const waiting = await selectRequests(tx.db, tables)
    .where(and(eq(serviceRequest.state, 'open'), inArray(serviceRequest.goesTo, set), notExists(withMessage)))
    .orderBy(asc(serviceRequest.madeAt), asc(serviceRequest.id))
  for (const of of waiting) {
    await tellWhoAnswers(tx, tables, of, 'request', now)
    tx.changed('request', of.request.id)
  }
}
