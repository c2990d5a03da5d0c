import { randomBytes } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { helsinkiDay } from '#shared/rules/localDay'
import { arrangedRefusals, type Wanted } from '#shared/rules/slots'
import { isBookable, type VisitReason } from '#shared/rules/visitReasons'
import { referenceBytes, referenceFrom } from '#shared/rules/visitReference'
import { type Call, procedures, signedIn } from '../access/procedure'
import { tellCustomer } from '../outbox/tellCustomer'
import { type ResidentRow, residentById } from '../residents/page'
import type { Tx } from '../store/store'
import { answer } from '../visits/acts'
import { recordVisit } from '../visits/change'
import { type VisitRow, visitorName } from '../visits/view'
import { readContacts } from './contacts'
import { type Place, placeFor, takeSteps } from './place'
import { orTaken, Taken } from './racing'
import { mayBookFor, teamOf } from './team'

const os = procedures.appointments

interface NewVisit extends Wanted, Place {
  readonly residentId: string | null
  readonly person: { readonly kind: VisitRow['personKind']; readonly name: string } | null
  readonly contacts: Pick<VisitRow, 'phone' | 'email' | 'language' | 'additionalInformation'>
}

const visitRow = (call: Call, given: NewVisit): VisitRow => ({
  id: uuidv7(),
  kind: 'appointment',
  team: given.team,
  state: 'booked',
  residentId: given.residentId,
  personKind: given.person?.kind ?? null,
  personName: given.person?.name ?? null,
  reason: given.reason,
  ...given.contacts,
  day: helsinkiDay(given.startsAt),
  startsAt: given.startsAt,
  endsAt: given.endsAt,
  lane: given.lane,
  reference: referenceFrom(randomBytes(referenceBytes)),
  icsSequence: 0,
  series: null,
  number: null,
  bookedAt: call.now,
  bookedBy: signedIn(call).staffId,
  arrivedAt: null,
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
})

export const booking = {
  book: os.book.handler(async ({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { residentId, person, team, startsAt, lane, language, additionalInformation } = input
    if (!isBookable(input.reason)) {
      throw errors.REFUSED({ data: { refusal: arrangedRefusals[input.reason], field: 'reason' } })
    }
    const reason: VisitReason = input.reason
    if ((residentId === null) === (person === null))
      throw errors.REFUSED({ data: { refusal: 'personOrResident' } })
    if (person?.name === '') throw errors.REFUSED({ data: { refusal: 'nameRequired', field: 'name' } })
    const contacts = readContacts(input)
    if (!contacts.ok) throw errors.REFUSED({ data: { refusal: contacts.refusal, field: contacts.field } })
    const wanted = { reason, team }
    const work = async (tx: Tx) => {
      const resident: ResidentRow | null = residentId ? await residentById(tx.db, tables, residentId) : null
      if (resident?.diedOn) throw errors.REFUSED({ data: { refusal: 'residentDied' } })
      const whose = resident ? await teamOf(tx.db, tables, resident.id, helsinkiDay(context.now)) : team
      const may = mayBookFor(whose, signedIn(context).roles)
      if (!may.ok) throw errors.REFUSED({ data: { refusal: may.refusal } })
      // A page that asks for the other team's times is out of date or wrong; the home decides.
      if (whose !== team) {
        throw errors.REFUSED({
          data: { refusal: whose === 'asoy' ? 'asOyTeamBooks' : 'customerServiceBooks' },
        })
      }
      const place = await placeFor(tx, context, wanted, startsAt, lane)
      if (!place.ok) {
        if (place.refusal === 'taken') throw new Taken()
        throw errors.REFUSED({ data: { refusal: place.refusal, field: 'startsAt' } })
      }
      const row = visitRow(context, {
        ...wanted,
        ...place.value,
        residentId,
        person,
        contacts: { ...contacts.value, language, additionalInformation },
      })
      await tx.insertMany(tables.visit, [row])
      await takeSteps(tx, context, row.id, place.value)
      await recordVisit(tx, context, row, 'booked', {
        startsAt: startsAt.toISOString(),
        lane: place.value.lane,
      })
      const name = visitorName(row, resident)
      const { reminderHours } = place.value
      await tellCustomer(tx, tables, {
        visit: row,
        name,
        kind: 'confirmation',
        now: context.now,
        reminderHours,
      })
      return answer(tx, context, row)
    }
    const sought = { startsAt, lane, visitId: null }
    return orTaken(context, wanted, sought, work, (data) => errors.SLOT_TAKEN({ data }))
  }),
}
