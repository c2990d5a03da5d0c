import { and, count, desc, eq, gte, inArray, lt, lte } from 'drizzle-orm'
import { DateTime } from 'luxon'
import { HELSINKI, type LocalDay } from '#shared/rules/localDay'
import { verifyChain } from '../access/auditChain'
import { procedures } from '../access/procedure'
import type { Json } from '../store/schema'

const os = procedures.audit
const pageSize = 50

// No record is from outside these days, and both engines hold them: PostgreSQL takes neither the year 0 nor 10000.
const [firstDay, lastDay] = ['1970-01-02', '9999-12-30']

/** The moment at which a Helsinki day, or the day so many days after it, begins. */
const startOf = (day: LocalDay, daysLater = 0) =>
  DateTime.fromISO(day < firstDay ? firstDay : day > lastDay ? lastDay : day, { zone: HELSINKI })
    .plus({ days: daysLater })
    .startOf('day')
    .toJSDate()

export const auditProcedures = os.router({
  list: os.list.handler(async ({ input, context }) => {
    const { audit, auditHead, resident, staff } = context.parts.store.tables
    return context.read(async (db) => {
      // Each page that is read is a record of its own: without a fixed end the rows would move under the reader.
      const [head] = await db.select({ seq: auditHead.seq }).from(auditHead)
      const upTo = input.upTo ?? head?.seq ?? 0
      const where = and(
        lte(audit.seq, upTo),
        input.residentId ? eq(audit.subjectId, input.residentId) : undefined,
        input.staffId ? eq(audit.staffId, input.staffId) : undefined,
        input.from ? gte(audit.at, startOf(input.from)) : undefined,
        input.to ? lt(audit.at, startOf(input.to, 1)) : undefined,
      )
      const rows = await db
        .select()
        .from(audit)
        .where(where)
        .orderBy(desc(audit.seq))
        .limit(pageSize)
        .offset(input.page * pageSize)
      const [all] = await db.select({ n: count() }).from(audit).where(where)
      const subjects = (kind: 'resident' | 'staff') => [
        ...new Set(rows.flatMap((row) => (row.subjectKind === kind && row.subjectId ? [row.subjectId] : []))),
      ]
      const people = await db
        .select({ id: resident.id, firstNames: resident.firstNames, lastName: resident.lastName })
        .from(resident)
        .where(inArray(resident.id, subjects('resident')))
      const members = await db
        .select({ id: staff.id, name: staff.name })
        .from(staff)
        .where(inArray(staff.id, subjects('staff')))
      const names = new Map([
        ...people.map((one) => [one.id, `${one.firstNames} ${one.lastName}`] as const),
        ...members.map((one) => [one.id, one.name] as const),
      ])
      return {
        records: rows.map(
          ({ previousHash: _previousHash, hash: _hash, staffId: _staffId, kept, ...row }) => ({
            ...row,
            subjectName: row.subjectId ? (names.get(row.subjectId) ?? null) : null,
            kept: JSON.parse(kept) as Record<string, Json> as never,
          }),
        ),
        total: all?.n ?? 0,
        upTo,
      }
    })
  }),

  verify: os.verify.handler(({ context }) => verifyChain(context.parts.store)),
})
