import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import type { RequestPage, RequestSummary } from '#shared/contract/requests'
import { helsinkiDay } from '#shared/rules/localDay'
import type { MessageRow } from '../outbox/mail'
import { readSmtp } from '../outbox/settings'
import type { Tables } from '../store/schema'
import type { Db } from '../store/store'
import { isProtected, type RequestOf, requestById } from './rows'

/** The messages of these requests, the first first. */
async function messagesOf(
  db: Db,
  { outboxMessage }: Tables,
  requestIds: readonly string[],
): Promise<MessageRow[]> {
  if (requestIds.length === 0) return []
  return db
    .select()
    .from(outboxMessage)
    .where(inArray(outboxMessage.requestId, [...requestIds]))
    .orderBy(asc(outboxMessage.createdAt), asc(outboxMessage.id))
}

const messageAt = (message: MessageRow) => message.sentAt ?? message.nextTryAt ?? message.createdAt

/** Where the e-mail to whoever answers is. A request has none only because there was no address. */
function handOffOf(messages: readonly MessageRow[]): RequestSummary['handOff'] {
  const latest = messages.findLast(({ kind }) => kind === 'request')
  if (!latest) return { state: 'noAddress', problem: null, messageId: null, at: null }
  return { state: latest.state, problem: latest.problem, messageId: latest.id, at: messageAt(latest) }
}

function summaryOf(of: RequestOf, messages: readonly MessageRow[], now: Date): RequestSummary {
  const { request, resident, leaseNo, madeBy } = of
  const { id, version, reference, residentId, kind, goesTo, state, dueOn, madeAt, lastDay } = request
  return {
    ...{ id, version, reference, residentId, leaseNo, kind, goesTo, state, dueOn, madeAt, madeBy, lastDay },
    name: `${resident.firstNames} ${resident.lastName}`,
    overdue: state === 'open' && dueOn < helsinkiDay(now),
    who: { kind: request.whoKind, name: request.whoName },
    handOff: handOffOf(messages),
  }
}

/** Requests as lists show them, in their order. */
export async function requestSummaries(
  db: Db,
  tables: Tables,
  found: readonly RequestOf[],
  now: Date,
): Promise<RequestSummary[]> {
  const messages = await messagesOf(
    db,
    tables,
    found.map(({ request }) => request.id),
  )
  const byRequest = Map.groupBy(messages, ({ requestId }) => requestId)
  return found.map((of) => summaryOf(of, byRequest.get(of.request.id) ?? [], now))
}

async function endingOf(db: Db, { staff }: Tables, { request }: RequestOf): Promise<RequestPage['ended']> {
  const { endedAt, endedBy, cancelledBy, endNote } = request
  if (endedAt === null || endedBy === null) return null
  const [by] = await db.select({ name: staff.name }).from(staff).where(eq(staff.id, endedBy))
  return { at: endedAt, by: by?.name ?? '', on: cancelledBy, note: endNote ?? '' }
}

/** One request with everything that is told of it. Throws NOT_FOUND. */
export async function requestView(
  db: Db,
  tables: Tables,
  id: string,
  now: Date,
): Promise<{ residentId: string; request: RequestPage }> {
  const of = await requestById(db, tables, id)
  const { request } = of
  const messages = await messagesOf(db, tables, [id])
  const { fields, hidden, questions, askId, mandateId } = request
  const page: RequestPage = {
    ...summaryOf(of, messages, now),
    fields: structuredClone(fields) as RequestPage['fields'],
    hidden: [...hidden],
    questions: [...questions],
    ...{ askId, mandateId },
    protected: await isProtected(db, tables, of),
    ended: await endingOf(db, tables, of),
    messages: messages.map((message) => ({
      id: message.id,
      kind: message.kind,
      state: message.state,
      problem: message.problem,
      at: messageAt(message),
    })),
    mailConfigured: (await readSmtp(db, tables)) !== null,
  }
  return { residentId: request.residentId, request: page }
}

/** The open request that holds what there is one of at a time; null when none does. */
export async function heldBy(db: Db, { serviceRequest }: Tables, heldOnce: string): Promise<string | null> {
  const [row] = await db
    .select({ id: serviceRequest.id })
    .from(serviceRequest)
    .where(and(eq(serviceRequest.heldOnce, heldOnce), eq(serviceRequest.state, 'open')))
    .orderBy(desc(serviceRequest.madeAt))
    .limit(1)
  return row?.id ?? null
}
