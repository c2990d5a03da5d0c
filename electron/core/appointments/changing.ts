import { eq } from 'drizzle-orm'
import { helsinkiDay } from '#shared/rules/localDay'
import { afterAct } from '#shared/rules/visitStates'
import { type Call, procedures, signedIn } from '../access/procedure'
import { tellCustomer } from '../outbox/tellCustomer'
import { residentById } from '../residents/page'
import type { Tx } from '../store/store'
import { readTimetable } from '../timetable/kept'
import { answer, sameVisit } from '../visits/acts'
import { changeVisit, recordVisit } from '../visits/change'
import { type VisitRow, visitById, visitorName } from '../visits/view'
import { readContacts } from './contacts'
import { placeFor, takeSteps } from './place'
import { orTaken, Taken } from './racing'
import { mayBookFor } from './team'

const os = procedures.appointments

/** Writes the message about a change of a visit into the outbox, when there is an address. */
async function tell(tx: Tx, call: Call, visit: VisitRow, kind: 'confirmation' | 'moved' | 'cancelled') {
  if (visit.email === null) return
  const { tables } = call.parts.store
  const { rules } = await readTimetable(tx.db, tables)
  const resident = visit.residentId ? await residentById(tx.db, tables, visit.residentId) : null
  await tellCustomer(tx, tables, {
    visit,
    name: visitorName(visit, resident),
    kind,
    now: call.now,
    reminderHours: rules.reminderHours,
  })
}

/** What was said of a visit, its time, and its end: on the phone or at the desk. */
export const changing = {
  change: os.change.handler(async ({ input, context, errors }) => {
    const { phone, email, language, additionalInformation } = input
    const contacts = readContacts({ phone: phone ?? null, email: email ?? null })
    if (!contacts.ok) throw errors.REFUSED({ data: { refusal: contacts.refusal, field: contacts.field } })
    return context.write(async (tx) => {
      const row = await sameVisit(tx, context, input)
      if (!afterAct(row.state, 'change').ok) throw errors.REFUSED({ data: { refusal: 'notBooked' } })
      const may = mayBookFor(row.team, signedIn(context).roles)
      if (!may.ok) throw errors.REFUSED({ data: { refusal: may.refusal } })
      const after = {
        phone: phone === undefined ? row.phone : contacts.value.phone,
        email: email === undefined ? row.email : contacts.value.email,
        language: language ?? row.language,
        additionalInformation: additionalInformation ?? row.additionalInformation,
      }
      const fields = (['phone', 'email', 'language', 'additionalInformation'] as const).filter(
        (field) => after[field] !== row[field],
      )
      if (fields.length === 0) return answer(tx, context, row)
      const changed = await changeVisit(tx, context, row, { ...after, icsSequence: row.icsSequence + 1 })
      await recordVisit(tx, context, changed, 'changed', { fields: fields.join(' ') })
      // A new address, or another language, gets a confirmation of its own.
      if (fields.includes('email') || fields.includes('language'))
        await tell(tx, context, changed, 'confirmation')
      return answer(tx, context, changed)
    })
  }),

  move: os.move.handler(async ({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { startsAt, lane } = input
    const before = await context.read((db) => visitById(db, tables, input.id))
    const wanted = { reason: before.reason, team: before.team }
    const work = async (tx: Tx) => {
      const row = await sameVisit(tx, context, input)
      if (
        !afterAct(row.state, 'move').ok ||
        row.startsAt === null ||
        row.endsAt === null ||
        row.lane === null
      ) {
        throw errors.REFUSED({ data: { refusal: 'notBooked' } })
      }
      const may = mayBookFor(row.team, signedIn(context).roles)
      if (!may.ok) throw errors.REFUSED({ data: { refusal: may.refusal } })
      const sameTime = row.startsAt.getTime() === startsAt.getTime()
      if (sameTime && (lane === null || lane === row.lane))
        throw errors.REFUSED({ data: { refusal: 'sameTime' } })
      const own = { startsAt: row.startsAt, endsAt: row.endsAt, lane: row.lane }
      const place = await placeFor(tx, context, wanted, startsAt, lane, own)
      if (!place.ok) {
        if (place.refusal === 'taken') throw new Taken()
        throw errors.REFUSED({ data: { refusal: place.refusal, field: 'startsAt' } })
      }
      await tx.db.delete(tables.visitSlot).where(eq(tables.visitSlot.visitId, row.id))
      await takeSteps(tx, context, row.id, place.value)
      const { endsAt } = place.value
      const moved = await changeVisit(tx, context, row, {
        startsAt,
        endsAt,
        lane: place.value.lane,
        day: helsinkiDay(startsAt),
        icsSequence: row.icsSequence + 1,
      })
      await recordVisit(tx, context, moved, 'moved', {
        from: row.startsAt.toISOString(),
        fromLane: row.lane,
        to: startsAt.toISOString(),
        toLane: place.value.lane,
      })
      // Another desk at the same time is nothing to the customer, unless the lead has changed how long it takes.
      if (!sameTime || endsAt.getTime() !== row.endsAt.getTime()) await tell(tx, context, moved, 'moved')
      return answer(tx, context, moved)
    }
    const sought = { startsAt, lane, visitId: input.id }
    return orTaken(context, wanted, sought, work, (data) => errors.SLOT_TAKEN({ data }))
  }),

  cancel: os.cancel.handler(({ input, context, errors }) =>
    context.write(async (tx) => {
      const row = await sameVisit(tx, context, input)
      const after = afterAct(row.state, 'cancel')
      if (!after.ok) throw errors.REFUSED({ data: { refusal: 'notBooked' } })
      const may = mayBookFor(row.team, signedIn(context).roles)
      if (!may.ok) throw errors.REFUSED({ data: { refusal: may.refusal } })
      const cancelled = await changeVisit(tx, context, row, {
        state: after.value,
        icsSequence: row.icsSequence + 1,
      })
      await recordVisit(tx, context, cancelled, 'cancelled', { by: input.by })
      await tell(tx, context, cancelled, 'cancelled')
      return answer(tx, context, cancelled)
    }),
  ),
}
