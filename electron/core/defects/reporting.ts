import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { normalisePhone } from '#shared/rules/contacts'
import { defectKinds } from '#shared/rules/defectKinds'
import { defectAddress, routeDefect } from '#shared/rules/defectRoute'
import { triage } from '#shared/rules/defectTriage'
import { contactPoints } from '#shared/rules/facts'
import { helsinkiDay } from '#shared/rules/localDay'
import { referenceBytes, referenceFrom } from '#shared/rules/visitReference'
import { procedures, signedIn } from '../access/procedure'
import { afterRecord, callForRecord } from '../calls/ending'
import { readUrgentNow } from '../calls/lines'
import { residentById } from '../residents/page'
import { readWorkingWorld } from '../tasks/world'
import { untilFirst } from '../visits/acts'
import { tellWhoRepairs } from './handOff'
import {
  buildingOf,
  type DefectRow,
  defectById,
  isDefectOpen,
  livedHome,
  noteDefect,
  tellTimeline,
} from './rows'
import { readDefectSettings } from './settings'
import { defectView, similarIn } from './view'

const os = procedures.defects

export const reporting = {
  form: os.form.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { now } = context
    return context.read(async (db) => {
      const { id } = await residentById(db, tables, input.residentId)
      const home = await livedHome(db, tables, id, input.leaseNo, helsinkiDay(now))
      if (!home.ok) throw errors.REFUSED({ data: { refusal: home.refusal, field: 'leaseNo' } })
      const { property, apartment } = home.value
      const settings = await readDefectSettings(db, tables)
      const world = await readWorkingWorld(db, tables)
      return {
        residentId: id,
        now,
        asOy: property.kind === 'asoy',
        kinds: defectKinds.map((kind) => {
          const route = routeDefect(kind, buildingOf(home.value), settings)
          const email = defectAddress(route, property.propertyNo, settings, contactPoints.asOy.email)
          const { because, ...deadline } = triage(kind, now, world)
          return { kind, ...route, ...deadline, because: [...because], hasAddress: email !== null }
        }),
        urgent: await readUrgentNow(db, tables, now),
        similar: await similarIn(db, tables, { propertyId: property.id, apartmentId: apartment.id }),
        maintenanceCallsFrom: contactPoints.maintenanceCallsBeginWith,
      }
    })
  }),

  report: os.report.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { now } = context
    const { kind, place, description, masterKey, pets, atHome, via, sameAsId } = input
    return untilFirst(context, async (tx) => {
      const { db } = tx
      const resident = await residentById(db, tables, input.residentId)
      const home = await livedHome(db, tables, resident.id, input.leaseNo, helsinkiDay(now))
      if (!home.ok) throw errors.REFUSED({ data: { refusal: home.refusal, field: 'leaseNo' } })
      const { property, apartment, leaseId } = home.value
      if (description === '')
        throw errors.REFUSED({ data: { refusal: 'descriptionRequired', field: 'description' } })
      const { because, urgency, ...deadline } = triage(kind, now, await readWorkingWorld(db, tables))
      const urgent = urgency === 'urgent'
      if (urgent && !input.toldUrgent)
        throw errors.REFUSED({ data: { refusal: 'urgentNotTold', field: 'toldUrgent' } })
      const phone = input.phone === '' ? null : normalisePhone(input.phone)
      if (phone && !phone.ok) throw errors.REFUSED({ data: { refusal: phone.refusal, field: 'phone' } })
      if (sameAsId !== null) {
        const [same] = await db.select().from(tables.defect).where(eq(tables.defect.id, sameAsId))
        if (!same || same.propertyId !== property.id || same.kind !== kind || !isDefectOpen(same))
          throw errors.REFUSED({ data: { refusal: 'notSameFault', field: 'sameAsId' } })
      }
      const call = await callForRecord(tx, context, input.call, resident.id)
      if (!call.ok) throw errors.REFUSED({ data: { refusal: call.refusal, field: 'call' } })
      const settings = await readDefectSettings(db, tables)
      const { goesTo, goesToName } = routeDefect(kind, buildingOf(home.value), settings)
      const row: DefectRow = {
        id: uuidv7(),
        reference: referenceFrom(randomBytes(referenceBytes)),
        state: 'open',
        ...{ kind, place, urgency, goesTo, goesToName, description, masterKey, pets, atHome, via, sameAsId },
        residentId: resident.id,
        leaseId,
        apartmentId: apartment.id,
        propertyId: property.id,
        phone: phone?.value ?? null,
        callId: call.value?.id ?? null,
        toldNumber: urgent ? (await readUrgentNow(db, tables, now)).phone : null,
        toldAt: urgent ? now : null,
        reportedAt: now,
        reportedBy: signedIn(context).staffId,
        ...deadline,
        because,
        timesReopened: 0,
        endedAt: null,
        endedBy: null,
        endNote: null,
        version: 1,
      }
      await tx.insertMany(tables.defect, [row])
      await noteDefect(tx, context, row.id, 'reported', { via })
      if (urgent) await noteDefect(tx, context, row.id, 'told', { phone: row.toldNumber })
      const messageId = await tellWhoRepairs(tx, tables, await defectById(db, tables, row.id), 'defect', now)
      if (messageId) await noteDefect(tx, context, row.id, 'handedOff', { goesTo, goesToName })
      await tellTimeline(tx, context, row, 'reported')
      const ends = input.call?.endsCall ?? false
      const about = { topic: 'defect', said: description, residentId: resident.id } as const
      await afterRecord(tx, context, call.value, ends, about)
      return defectView(db, tables, row.id, now)
    })
  }),
}
