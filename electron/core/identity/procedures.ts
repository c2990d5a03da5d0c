import { desc, eq } from 'drizzle-orm'
import { helsinkiDay } from '#shared/rules/localDay'
import { procedures } from '../access/procedure'
import { residentById } from '../residents/page'
import { checkOf, checkView, judge, judgementView, readDocument, storeCheck, unreadable } from './judging'

const os = procedures.identity

export const identityProcedures = os.router({
  judge: os.judge.handler(async ({ input, context, errors }) => {
    const today = helsinkiDay(context.now)
    const document = readDocument(input.document, today)
    if (!document.ok) throw errors.REFUSED({ data: { refusal: document.refusal, field: 'document' } })
    const row = await context.read((db) => residentById(db, context.parts.store.tables, input.residentId))
    return judgementView(judge(row, input.purpose, document.value, today), document.value, today)
  }),

  record: os.record.handler(async ({ input, context, errors }) => {
    const today = helsinkiDay(context.now)
    const document = readDocument(input.document, today)
    if (!document.ok) throw errors.REFUSED({ data: { refusal: document.refusal, field: 'document' } })
    return context.write(async (tx) => {
      const row = await residentById(tx.db, context.parts.store.tables, input.residentId)
      const judged = judge(row, input.purpose, document.value, today)
      const check = checkOf(judged, document.value, input, today)
      if (!check.ok) {
        const field = check.refusal === 'confirmationMissing' ? { field: 'confirmed' } : {}
        throw errors.REFUSED({ data: { refusal: check.refusal, ...field } })
      }
      return storeCheck(tx, context, row.id, check.value)
    })
  }),

  recordUnreadable: os.recordUnreadable.handler(({ input, context }) =>
    context.write(async (tx) => {
      const row = await residentById(tx.db, context.parts.store.tables, input.residentId)
      return storeCheck(tx, context, row.id, unreadable(input.purpose, input))
    }),
  ),

  list: os.list.handler(async ({ input, context }) => {
    const { tables } = context.parts.store
    const { identityCheck, staff } = tables
    const rows = await context.read(async (db) => {
      await residentById(db, tables, input.residentId)
      return db
        .select({ check: identityCheck, by: staff.name })
        .from(identityCheck)
        .innerJoin(staff, eq(staff.id, identityCheck.checkedBy))
        .where(eq(identityCheck.residentId, input.residentId))
        .orderBy(desc(identityCheck.checkedAt))
        .limit(10)
    })
    return rows.map(({ check, by }) => checkView(check, by, helsinkiDay(context.now)))
  }),
})
