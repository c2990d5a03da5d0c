import { and, eq, inArray } from 'drizzle-orm'
import { type Call, named, procedures, signedIn } from '../access/procedure'
import { cancelHandoffsOf } from '../keys/endingHandoffs'
import { recordEvent } from '../residents/timeline'
import type { Json } from '../store/schema'
import type { Tx } from '../store/store'
import { takeBack, tellWhoAnswers } from './handOff'
import { type RequestOf, type RequestRow, requestById } from './rows'
import { requestView } from './view'

const os = procedures.requests

interface Which {
  readonly id: string
  readonly version: number
}

/** A request that is still as the page read it; NOT_FOUND or CHANGED_MEANWHILE otherwise. */
async function sameRequest(tx: Tx, call: Call, which: Which): Promise<RequestOf> {
  const of = await requestById(tx.db, call.parts.store.tables, which.id)
  if (of.request.version !== which.version) throw named('CHANGED_MEANWHILE')
  return of
}

/** Changes a request that is still as it was read. CHANGED_MEANWHILE when another desk was first. */
async function changeRequest(
  tx: Tx,
  call: Call,
  row: RequestRow,
  change: Partial<RequestRow>,
): Promise<void> {
  const { serviceRequest } = call.parts.store.tables
  const changed = await tx.db
    .update(serviceRequest)
    .set({ ...change, version: row.version + 1 })
    .where(and(eq(serviceRequest.id, row.id), eq(serviceRequest.version, row.version)))
    .returning({ id: serviceRequest.id })
  if (changed.length !== 1) throw named('CHANGED_MEANWHILE')
  tx.changed('request', row.id)
}

/** Writes into the resident's timeline how a request ended. */
async function tell(
  tx: Tx,
  call: Call,
  row: RequestRow,
  what: 'done' | 'cancelled',
  more: Record<string, Json>,
) {
  await recordEvent(tx, call.parts.store.tables, {
    residentId: row.residentId,
    at: call.now,
    by: signedIn(call),
    kind: 'request',
    detail: { what, requestId: row.id, kind: row.kind, goesTo: row.goesTo, ...more },
  })
}

const over = (call: Call, note: string) => ({
  heldOnce: null,
  endedAt: call.now,
  endedBy: signedIn(call).staffId,
  endNote: note,
})

export const ending = {
  markDone: os.markDone.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { note } = input
    return context.write(async (tx) => {
      const { request } = await sameRequest(tx, context, input)
      if (request.state !== 'open') throw errors.REFUSED({ data: { refusal: 'requestOver' } })
      await changeRequest(tx, context, request, { state: 'done', ...over(context, note) })
      await takeBack(tx, tables, request.id)
      await tell(tx, context, request, 'done', { note })
      return requestView(tx.db, tables, request.id, context.now)
    })
  }),

  cancel: os.cancel.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { by, note } = input
    if (note === '') throw errors.REFUSED({ data: { refusal: 'noteRequired', field: 'note' } })
    return context.write(async (tx) => {
      const of = await sameRequest(tx, context, input)
      const { request } = of
      if (request.state !== 'open') throw errors.REFUSED({ data: { refusal: 'requestOver' } })
      await changeRequest(tx, context, request, {
        state: 'cancelled',
        cancelledBy: by,
        ...over(context, note),
      })
      const told = await takeBack(tx, tables, request.id)
      if (told) await tellWhoAnswers(tx, tables, of, 'requestCancelled', context.now)
      // Keys are not asked back of a lease that goes on.
      await cancelHandoffsOf(tx, context, request, note)
      await tell(tx, context, request, 'cancelled', { by, note })
      return requestView(tx.db, tables, request.id, context.now)
    })
  }),

  handOff: os.handOff.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { outboxMessage } = tables
    return context.write(async (tx) => {
      const of = await sameRequest(tx, context, input)
      const { request } = of
      if (request.state !== 'open') throw errors.REFUSED({ data: { refusal: 'requestOver' } })
      const alive = await tx.db
        .select({ id: outboxMessage.id })
        .from(outboxMessage)
        .where(
          and(
            eq(outboxMessage.requestId, request.id),
            inArray(outboxMessage.state, ['waiting', 'sending', 'sent', 'failed', 'uncertain']),
          ),
        )
        .limit(1)
      if (alive.length > 0) throw errors.REFUSED({ data: { refusal: 'alreadyHandedOff' } })
      // Of two desks that press at once, one is first; the other reads it again.
      await changeRequest(tx, context, request, {})
      if (!(await tellWhoAnswers(tx, tables, of, 'request', context.now)))
        throw errors.REFUSED({ data: { refusal: 'noAddress' } })
      return requestView(tx.db, tables, request.id, context.now)
    })
  }),
}
