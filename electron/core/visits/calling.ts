import { and, desc, eq } from 'drizzle-orm'
import { bookedInARow, calledFrom, type Waiting, whoIsNext } from '#shared/rules/callNext'
import { helsinkiDay } from '#shared/rules/localDay'
import { type Call, procedures, signedIn } from '../access/procedure'
import type { Json } from '../store/schema'
import type { Tx } from '../store/store'
import { afterActToday, answer, sameVisit, untilFirst, wasChanged } from './acts'
import { changeVisit, recordVisit } from './change'
import { freeDesk, heldDesks } from './desks'
import type { VisitRow } from './view'

const os = procedures.visits

/** Who waits today, as far as the caller's desk may call them without being asked to. */
async function waitingFor(tx: Tx, call: Call, deskNo: number): Promise<VisitRow[]> {
  const { tables } = call.parts.store
  const today = helsinkiDay(call.now)
  const rows = await tx.db
    .select()
    .from(tables.visit)
    .where(and(eq(tables.visit.day, today), eq(tables.visit.state, 'waiting')))
  const held = await heldDesks(tx.db, tables, today)
  const alone = held.every((desk) => desk.deskNo === deskNo)
  const asOyToo = signedIn(call).roles.includes('asoy')
  return rows.filter((row) => {
    // Who was handed back to the queue from a desk is meant for the others, as long as there are any.
    const handedBack = row.transferred && row.transferredToDesk === null && row.deskNo === deskNo
    return (row.team === 'service' || asOyToo) && (alone || !handedBack)
  })
}

/** From which of the two today's latest calls were, from the history: a number that is called again is no new turn. */
async function lastCalled(tx: Tx, call: Call): Promise<VisitRow['kind'][]> {
  const { visit, visitEvent } = call.parts.store.tables
  const rows = await tx.db
    .select({ startsAt: visit.startsAt, arrivedAt: visit.arrivedAt })
    .from(visitEvent)
    .innerJoin(visit, eq(visit.id, visitEvent.visitId))
    .where(and(eq(visit.day, helsinkiDay(call.now)), eq(visitEvent.what, 'called')))
    .orderBy(desc(visitEvent.at), desc(visitEvent.id))
    .limit(bookedInARow)
  return rows.flatMap(({ startsAt, arrivedAt }) => (arrivedAt ? [calledFrom({ startsAt, arrivedAt })] : []))
}

const asWaiting = (row: VisitRow): Waiting[] => (row.arrivedAt ? [{ ...row, arrivedAt: row.arrivedAt }] : [])

/** Calls a visit to the caller's desk. The unique index keeps the desk to one visit. */
async function callTo(
  tx: Tx,
  call: Call,
  row: VisitRow,
  deskNo: number,
  detail: Record<string, Json> = {},
): Promise<VisitRow> {
  const called = await changeVisit(tx, call, row, {
    state: 'called',
    deskNo,
    calledAt: call.now,
    calledBy: signedIn(call).staffId,
    timesCalled: row.timesCalled + 1,
    transferred: false,
    transferredToDesk: null,
  })
  await recordVisit(tx, call, called, 'called', { desk: deskNo, ...detail })
  return called
}

/** Calling to a desk, in turn and out of it. */
export const calling = {
  callNext: os.callNext.handler(({ context, errors }) =>
    untilFirst(
      context,
      async (tx) => {
        // Whose turn it is hangs on every call before it: desks that all found the same visitor would be in each other's way
        // until but one of them had looked again for nothing.
        await tx.inTurn('calls')
        const desk = await freeDesk(tx, context)
        if (!desk.ok) throw errors.REFUSED({ data: { refusal: desk.refusal } })
        const rows = await waitingFor(tx, context, desk.value)
        const next = whoIsNext({
          waiting: rows.flatMap(asWaiting),
          deskNo: desk.value,
          lastCalled: await lastCalled(tx, context),
          now: context.now,
        })
        const row = rows.find(({ id }) => id === next?.id)
        if (!next || !row) return { residentId: null, visit: null, because: null }
        const called = await callTo(tx, context, row, desk.value, { because: next.because })
        return { ...(await answer(tx, context, called)), because: next.because }
      },
      // Another desk called the same visit: whose turn it is now is another question.
      wasChanged,
    ),
  ),

  call: os.call.handler(({ input, context, errors }) =>
    untilFirst(context, async (tx) => {
      const row = await sameVisit(tx, context, input)
      const after = afterActToday(row, 'call', context.now)
      if (!after.ok) throw errors.REFUSED({ data: { refusal: after.refusal } })
      const desk = await freeDesk(tx, context)
      if (!desk.ok) throw errors.REFUSED({ data: { refusal: desk.refusal } })
      return answer(tx, context, await callTo(tx, context, row, desk.value))
    }),
  ),

  recall: os.recall.handler(({ input, context, errors }) =>
    context.write(async (tx) => {
      const row = await sameVisit(tx, context, input)
      const after = afterActToday(row, 'recall', context.now)
      if (!after.ok) throw errors.REFUSED({ data: { refusal: after.refusal } })
      const recalled = await changeVisit(tx, context, row, {
        calledAt: context.now,
        timesCalled: row.timesCalled + 1,
      })
      await recordVisit(tx, context, recalled, 'recalled', {
        desk: recalled.deskNo,
        times: recalled.timesCalled,
      })
      return answer(tx, context, recalled)
    }),
  ),
}
