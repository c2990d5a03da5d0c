import { and, asc, count, desc, eq, inArray, lt, notExists, sql } from 'drizzle-orm'
import { helsinkiDay } from '#shared/rules/localDay'
import { procedures } from '../access/procedure'
import { askWaitingRekeys } from '../keys/casesRekey'
import { residentById } from '../residents/page'
import { ending } from './ending'
import { handOffWaiting, requestToTell } from './handOff'
import { making } from './making'
import { isProtected, requestById, selectRequests } from './rows'
import { checkedEmails, readRequestSettings, writeRequestSettings } from './settings'
import { requestSummaries, requestView } from './view'

const os = procedures.requests

const pageSize = 50

/** So many of a resident's requests are shown. */
const mostOfResident = 200

/** Service requests: made by staff, handed off, done or cancelled. */
export const requestProcedures = os.router({
  ...making,
  ...ending,

  ofResident: os.ofResident.handler(({ input, context }) => {
    const { tables } = context.parts.store
    const { serviceRequest } = tables
    return context.read(async (db) => {
      const { id } = await residentById(db, tables, input.residentId)
      const found = await selectRequests(db, tables)
        .where(eq(serviceRequest.residentId, id))
        .orderBy(desc(serviceRequest.madeAt), desc(serviceRequest.id))
        .limit(mostOfResident)
      return { residentId: id, requests: await requestSummaries(db, tables, found, context.now) }
    })
  }),

  read: os.read.handler(({ input, context }) =>
    context.read((db) => requestView(db, context.parts.store.tables, input.id, context.now)),
  ),

  open: os.open.handler(({ input, context }) => {
    const { tables } = context.parts.store
    const { serviceRequest, outboxMessage } = tables
    const open = eq(serviceRequest.state, 'open')
    const overdue = and(open, lt(serviceRequest.dueOn, helsinkiDay(context.now)))
    return context.read(async (db) => {
      const sentOrOnItsWay = db
        .select({ one: sql`1` })
        .from(outboxMessage)
        .where(
          and(
            eq(outboxMessage.requestId, serviceRequest.id),
            inArray(outboxMessage.state, ['waiting', 'sending', 'sent']),
          ),
        )
      const sorts = { all: open, overdue, notHandedOff: and(open, notExists(sentOrOnItsWay)) }
      const there = input.goesTo === null ? undefined : eq(serviceRequest.goesTo, input.goesTo)
      const howMany = async (sort: keyof typeof sorts) => {
        const [all] = await db.select({ n: count() }).from(serviceRequest).where(and(sorts[sort], there))
        return all?.n ?? 0
      }
      const found = await selectRequests(db, tables)
        .where(and(sorts[input.show], there))
        .orderBy(asc(serviceRequest.dueOn), asc(serviceRequest.madeAt), asc(serviceRequest.id))
        .limit(pageSize)
        .offset(input.page * pageSize)
      return {
        requests: await requestSummaries(db, tables, found, context.now),
        total: await howMany(input.show),
        overdue: await howMany('overdue'),
        notHandedOff: await howMany('notHandedOff'),
      }
    })
  }),

  receipt: os.receipt.handler(async ({ input, context }) => {
    const { tables } = context.parts.store
    const { residentId, toTell } = await context.read(async (db) => {
      const of = await requestById(db, tables, input.id)
      const hides = of.request.hidden.includes('address') || (await isProtected(db, tables, of))
      return { residentId: of.request.residentId, toTell: requestToTell(of, hides) }
    })
    // The PDF library is loaded at the first print, not at start-up.
    const { renderRequestReceipt } = await import('../documents/requestReceipt')
    const pdf = await renderRequestReceipt(toTell, input.language)
    return { residentId, pdfBase64: pdf.toString('base64') }
  }),

  readSettings: os.readSettings.handler(({ context }) =>
    context.read((db) => readRequestSettings(db, context.parts.store.tables)),
  ),

  saveSettings: os.saveSettings.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    const emails = checkedEmails(input.emails)
    if (!emails.ok) throw errors.REFUSED({ data: { refusal: emails.refusal, field: emails.field } })
    return context.write(async (tx) => {
      const saved = await writeRequestSettings(tx, tables, { ...input, emails: emails.value })
      await handOffWaiting(tx, tables, context.now)
      await askWaitingRekeys(tx, context)
      return saved
    })
  }),
})
