import { and, eq, max } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { helsinkiDay, type LocalDay } from '#shared/rules/localDay'
import { afterAct } from '#shared/rules/visitStates'
import { procedures, signedIn } from '../access/procedure'
import { residentById } from '../residents/page'
import type { Tables } from '../store/schema'
import type { Tx } from '../store/store'
import { hoursWorld, readTimetable } from '../timetable/kept'
import { afterActToday, answer, sameVisit, untilFirst } from './acts'
import { changeVisit, recordVisit } from './change'
import { numberOf, type VisitRow, visitById } from './view'
import { walkInsAt } from './walkIns'

const os = procedures.visits

/** The number after the last one of a day. Two desks may find the same; the unique index lets one of them have it. */
async function nextNumber(tx: Tx, { visit }: Tables, day: LocalDay, series: 'A' | 'B'): Promise<number> {
  const [row] = await tx.db
    .select({ last: max(visit.number) })
    .from(visit)
    .where(and(eq(visit.day, day), eq(visit.series, series)))
  return (row?.last ?? 0) + 1
}

/** Who has come: numbers for booked visitors and for walk-ins. */
export const reception = {
  checkIn: os.checkIn.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    return untilFirst(context, async (tx) => {
      const row = await sameVisit(tx, context, input)
      const after = afterAct(row.state, 'checkIn')
      if (!after.ok) throw errors.REFUSED({ data: { refusal: after.refusal } })
      if (row.day !== helsinkiDay(context.now)) throw errors.REFUSED({ data: { refusal: 'wrongDay' } })
      // One who has had a number today has it still: nobody else was given it.
      const number =
        row.series !== null && row.number !== null
          ? { series: row.series, number: row.number }
          : { series: 'A' as const, number: await nextNumber(tx, tables, row.day, 'A') }
      const arrived = await changeVisit(tx, context, row, {
        state: after.value,
        ...number,
        arrivedAt: context.now,
        transferred: false,
        transferredToDesk: null,
      })
      await recordVisit(tx, context, arrived, 'arrived', { number: numberOf(arrived) })
      return answer(tx, context, arrived)
    })
  }),

  undoCheckIn: os.undoCheckIn.handler(({ input, context, errors }) =>
    context.write(async (tx) => {
      const row = await sameVisit(tx, context, input)
      const after = afterActToday(row, 'undoCheckIn', context.now)
      // A walk-in was never booked, and one who has been at a desk has come.
      if (!after.ok || row.kind !== 'appointment' || row.timesCalled > 0)
        throw errors.REFUSED({ data: { refusal: 'notPossibleNow' } })
      const undone = await changeVisit(tx, context, row, { state: after.value, arrivedAt: null })
      await recordVisit(tx, context, undone, 'arrivalUndone', { number: numberOf(row) })
      return answer(tx, context, undone)
    }),
  ),

  giveNumber: os.giveNumber.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { residentId, person, reason, language, additionalInformation } = input
    if (residentId !== null && person !== null)
      throw errors.REFUSED({ data: { refusal: 'personOrResident' } })
    return untilFirst(context, async (tx) => {
      const world = hoursWorld(await readTimetable(tx.db, tables))
      if (!walkInsAt(context.now, world).now) throw errors.REFUSED({ data: { refusal: 'notWalkInTime' } })
      if (residentId !== null) await residentById(tx.db, tables, residentId)
      const day = helsinkiDay(context.now)
      const row: VisitRow = {
        id: uuidv7(),
        kind: 'walkIn',
        team: 'service',
        state: 'waiting',
        residentId,
        personKind: person?.kind ?? null,
        personName: person?.name || null,
        reason,
        language,
        additionalInformation,
        phone: null,
        email: null,
        day,
        startsAt: null,
        endsAt: null,
        lane: null,
        reference: null,
        icsSequence: 0,
        series: 'B',
        number: await nextNumber(tx, tables, day, 'B'),
        bookedAt: context.now,
        bookedBy: signedIn(context).staffId,
        arrivedAt: context.now,
        calledAt: null,
        timesCalled: 0,
        deskNo: null,
        calledBy: null,
        transferred: false,
        transferredToDesk: null,
        finishedAt: null,
        outcome: null,
        note: null,
        version: 1,
      }
      await tx.db.insert(tables.visit).values(row)
      await recordVisit(tx, context, row, 'arrived', { number: numberOf(row) })
      return answer(tx, context, row)
    })
  }),

  numberSlip: os.numberSlip.handler(async ({ input, context, errors }) => {
    const { tables } = context.parts.store
    const row = await context.read((db) => visitById(db, tables, input.id))
    const number = numberOf(row)
    if (number === null || row.arrivedAt === null) throw errors.REFUSED({ data: { refusal: 'noNumber' } })
    // The PDF library is loaded at the first print, not at start-up.
    const { renderNumberSlip } = await import('../documents/numberSlip')
    const { day, arrivedAt: at, reason, language } = row
    const pdf = await renderNumberSlip({ number, day, at, reason, language })
    return { residentId: row.residentId, pdfBase64: pdf.toString('base64') }
  }),
}
