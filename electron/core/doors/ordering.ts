import { randomBytes } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { usualMinutes } from '#shared/contract/doors'
import { normalisePhone } from '#shared/rules/contacts'
import { helsinkiDay } from '#shared/rules/localDay'
import { referenceBytes, referenceFrom } from '#shared/rules/visitReference'
import { procedures, signedIn } from '../access/procedure'
import { afterRecord, callForRecord } from '../calls/ending'
import { readUrgentNow } from '../calls/lines'
import { livedHome } from '../defects/rows'
import { residentById } from '../residents/page'
import { recordEvent } from '../residents/timeline'
import { untilFirst } from '../visits/acts'
import { checkOfToday, type DoorRow, doorView, feeNow, onItsWay } from './rows'

const os = procedures.doors

/** Doors are opened only for residents listed in the housing register (003_6520488e57b6da1e.txt). */
const whyNot = { notTheirLease: 'notInRegister', notLivingThere: 'notLivingThere' } as const

export const ordering = {
  form: os.form.handler(({ input, context }) => {
    const { tables } = context.parts.store
    const { now } = context
    return context.read(async (db) => {
      const { id } = await residentById(db, tables, input.residentId)
      const home = await livedHome(db, tables, id, input.leaseNo, helsinkiDay(now))
      return {
        residentId: id,
        now,
        refused: home.ok ? null : whyNot[home.refusal],
        dispatch: await readUrgentNow(db, tables, now),
        usualMinutes,
        fee: await feeNow(db, tables, context),
        identifiedToday: (await checkOfToday(db, tables, id, now)) !== null,
        onItsWay: home.ok ? await onItsWay(db, tables, home.value.apartment.id) : null,
      }
    })
  }),

  order: os.order.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { now } = context
    const { via, note } = input
    return untilFirst(context, async (tx) => {
      const { db } = tx
      const resident = await residentById(db, tables, input.residentId)
      const home = await livedHome(db, tables, resident.id, input.leaseNo, helsinkiDay(now))
      if (!home.ok) throw errors.REFUSED({ data: { refusal: whyNot[home.refusal], field: 'leaseNo' } })
      const { leaseId, apartment } = home.value
      const identityCheckId = await checkOfToday(db, tables, resident.id, now)
      if (via === 'counter' && identityCheckId === null)
        throw errors.REFUSED({ data: { refusal: 'identityNotChecked', field: 'via' } })
      if (via === 'phone' && !input.photoIdTold)
        throw errors.REFUSED({ data: { refusal: 'photoIdNotTold', field: 'photoIdTold' } })
      const phone = input.phone === '' ? null : normalisePhone(input.phone)
      if (phone && !phone.ok) throw errors.REFUSED({ data: { refusal: phone.refusal, field: 'phone' } })
      const fee = await feeNow(db, tables, context)
      if (fee.cents !== input.feeCents)
        throw errors.REFUSED({ data: { refusal: 'feeChanged', field: 'feeAccepted', fee } })
      if (!input.feeAccepted)
        throw errors.REFUSED({ data: { refusal: 'feeNotAccepted', field: 'feeAccepted', fee } })
      const call = await callForRecord(tx, context, input.call, resident.id)
      if (!call.ok) throw errors.REFUSED({ data: { refusal: call.refusal, field: 'call' } })
      // Two desks may be asked by two of the same home at once: one of them is told that somebody is coming.
      await tx.inTurn('doors')
      const already = await onItsWay(db, tables, apartment.id)
      if (already !== null)
        throw errors.REFUSED({ data: { refusal: 'alreadyOnItsWay', doorOpeningId: already } })
      const dispatch = await readUrgentNow(db, tables, now)
      const row: DoorRow = {
        id: uuidv7(),
        reference: referenceFrom(randomBytes(referenceBytes)),
        state: 'ordered',
        residentId: resident.id,
        leaseId,
        apartmentId: apartment.id,
        via,
        callId: call.value?.id ?? null,
        identityCheckId: via === 'counter' ? identityCheckId : null,
        phone: phone?.value ?? null,
        note,
        dispatchedTo: dispatch.phone,
        dispatchedBecause: dispatch.because,
        usualBy: new Date(now.getTime() + usualMinutes * 60_000),
        feeCents: fee.cents,
        dayKind: fee.dayKind,
        pricesFrom: fee.pricesFrom,
        orderedAt: now,
        orderedBy: signedIn(context).staffId,
        endedAt: null,
        endedBy: null,
        cancelledBecause: null,
        endNote: null,
        exportedAt: null,
        exportedBy: null,
        version: 1,
      }
      await tx.insertMany(tables.doorOpening, [row])
      tx.changed('door', row.id)
      await recordEvent(tx, tables, {
        residentId: resident.id,
        at: now,
        by: signedIn(context),
        kind: 'doorOpening',
        detail: {
          what: 'ordered',
          doorOpeningId: row.id,
          reference: row.reference,
          via,
          dispatchedTo: row.dispatchedTo,
          feeCents: row.feeCents,
        },
      })
      const ends = input.call?.endsCall ?? false
      const about = { topic: 'doorOpening', said: note, residentId: resident.id } as const
      await afterRecord(tx, context, call.value, ends, about)
      return doorView(db, tables, row.id, now)
    })
  }),
}
