import { and, asc, count, desc, eq, inArray, isNull, ne, notExists, or, sql } from 'drizzle-orm'
import { helsinkiDay } from '#shared/rules/localDay'
import { procedures } from '../access/procedure'
import { readUrgentNow } from '../calls/lines'
import { defectTold } from '../documents/defectContent'
import type { Uploads } from '../register/uploads'
import { residentById } from '../residents/page'
import { changing } from './changing'
import { handOffWaiting, tellsOfItNow } from './handOff'
import { pictures } from './pictures'
import { reporting } from './reporting'
import { defectById, lateDefects, openStates, selectDefects } from './rows'
import { checkedDefectSettings, missingAddresses, readDefectSettings, writeDefectSettings } from './settings'
import { defectSummaries, defectView } from './view'

const os = procedures.defects

const pageSize = 50

/** So many of a resident's defects are shown. */
const mostOfResident = 200

/** Defect notifications: reported and routed by staff, followed until they are done. */
export const defectProcedures = (uploads: Uploads) =>
  os.router({
    ...reporting,
    ...changing,
    ...pictures(uploads),

    read: os.read.handler(({ input, context }) =>
      context.read((db) => defectView(db, context.parts.store.tables, input.id, context.now)),
    ),

    ofResident: os.ofResident.handler(({ input, context }) => {
      const { tables } = context.parts.store
      const { defect } = tables
      return context.read(async (db) => {
        const { id } = await residentById(db, tables, input.residentId)
        const found = await selectDefects(db, tables)
          .where(eq(defect.residentId, id))
          .orderBy(desc(defect.reportedAt), desc(defect.id))
          .limit(mostOfResident)
        return { residentId: id, defects: await defectSummaries(db, tables, found, context.now) }
      })
    }),

    list: os.list.handler(({ input, context }) => {
      const { tables } = context.parts.store
      const { defect, property, outboxMessage } = tables
      const open = inArray(defect.state, [...openStates])
      return context.read(async (db) => {
        const sentOrOnItsWay = db
          .select({ one: sql`1` })
          .from(outboxMessage)
          .where(and(tellsOfItNow(tables), inArray(outboxMessage.state, ['waiting', 'sending', 'sent'])))
        const untold = or(
          and(eq(defect.urgency, 'urgent'), isNull(defect.toldAt)),
          and(ne(defect.urgency, 'urgent'), ne(defect.goesTo, 'resident'), notExists(sentOrOnItsWay)),
        )
        const sorts = {
          open,
          urgent: and(open, eq(defect.urgency, 'urgent')),
          late: lateDefects(tables, context.now),
          notHandedOff: and(open, untold),
          asOy: and(open, eq(property.kind, 'asoy')),
          over: inArray(defect.state, ['done', 'cancelled']),
        }
        const there = input.area === null ? undefined : eq(property.maintenanceArea, input.area)
        const howMany = async (sort: keyof typeof sorts) => {
          const [all] = await db
            .select({ n: count() })
            .from(defect)
            .innerJoin(property, eq(property.id, defect.propertyId))
            .where(and(sorts[sort], there))
          return all?.n ?? 0
        }
        const order =
          input.show === 'over'
            ? [desc(defect.endedAt), desc(defect.id)]
            : [asc(defect.dueAt), asc(defect.reportedAt), asc(defect.id)]
        const found = await selectDefects(db, tables)
          .where(and(sorts[input.show], there))
          .orderBy(...order)
          .limit(pageSize)
          .offset(input.page * pageSize)
        const areas = await db
          .selectDistinct({ area: property.maintenanceArea })
          .from(property)
          .where(and(isNull(property.leftOn), ne(property.maintenanceArea, '')))
        return {
          defects: await defectSummaries(db, tables, found, context.now),
          total: await howMany(input.show),
          counts: {
            open: await howMany('open'),
            urgent: await howMany('urgent'),
            late: await howMany('late'),
            notHandedOff: await howMany('notHandedOff'),
            asOy: await howMany('asOy'),
          },
          areas: areas.map(({ area }) => area).sort((a, b) => a.localeCompare(b, 'fi')),
        }
      })
    }),

    tell: os.tell.handler(({ input, context }) => {
      const { tables } = context.parts.store
      return context.read(async (db) => {
        const { defect } = await defectById(db, tables, input.id)
        const phone = defect.toldNumber ?? (await readUrgentNow(db, tables, context.now)).phone
        return {
          residentId: defect.residentId,
          text: defectTold(defect, phone, input.language),
          because: [...defect.because],
          readOn: helsinkiDay(context.now),
        }
      })
    }),

    readSettings: os.readSettings.handler(({ context }) => {
      const { tables } = context.parts.store
      return context.read(async (db) => {
        const settings = await readDefectSettings(db, tables)
        return { ...settings, missing: await missingAddresses(db, tables, settings) }
      })
    }),

    saveSettings: os.saveSettings.handler(({ input, context, errors }) => {
      const { tables } = context.parts.store
      const checked = checkedDefectSettings(input)
      if (!checked.ok) throw errors.REFUSED({ data: { refusal: checked.refusal, field: checked.field } })
      return context.write(async (tx) => {
        const saved = await writeDefectSettings(tx, tables, checked.value)
        await handOffWaiting(tx, tables, context.now)
        return saved
      })
    }),
  })
