import { and, asc, eq, inArray, notExists } from 'drizzle-orm'
import { helsinkiDay } from '#shared/rules/localDay'
import {
  destinationText,
  handOffLanguage,
  type RequestToTell,
  requestMessage,
} from '../documents/requestContent'
import { alreadyTold, messageRow, messagesAbout, takeBackMessages, writeMessages } from '../outbox/writing'
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
  const row = messageRow({
    about: { requestId: request.id },
    kind,
    recipient: to.email,
    recipientName: to.name ?? destinationText(request.goesTo, handOffLanguage),
    language: handOffLanguage,
    subject,
    text,
    now,
  })
  await writeMessages(tx, tables, [row])
  return true
}

/**
 * Takes back what has not gone out about a request that is over, and tells whether somebody has, or may have, been told of it.
 */
export const takeBack = (tx: Tx, tables: Tables, requestId: string): Promise<boolean> =>
  takeBackMessages(tx, tables, messagesAbout(tables, { requestId }))

/** Hands off the open requests that waited for an address and have one now; those that a person dropped stay. */
export async function handOffWaiting(tx: Tx, tables: Tables, now: Date): Promise<void> {
  const { serviceRequest, outboxMessage } = tables
  const { emails } = await readRequestSettings(tx.db, tables)
  const set = (['leaseControl', 'maintenance', 'asOy'] as const).filter((place) => emails[place] !== null)
  if (set.length === 0) return
  const told = alreadyTold(tx.db, tables, eq(outboxMessage.requestId, serviceRequest.id))
  const waiting = await selectRequests(tx.db, tables)
    .where(and(eq(serviceRequest.state, 'open'), inArray(serviceRequest.goesTo, set), notExists(told)))
    .orderBy(asc(serviceRequest.madeAt), asc(serviceRequest.id))
  for (const of of waiting) {
    await tellWhoAnswers(tx, tables, of, 'request', now)
    tx.changed('request', of.request.id)
  }
}
