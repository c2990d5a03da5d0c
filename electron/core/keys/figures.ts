import { and, eq, gte, isNull, lt, min, or } from 'drizzle-orm'
import { type FiguredCase, type FiguredHandoff, figuresOfWeeks } from '#shared/rules/keyChase'
import { addDays, helsinkiDay, mondayOf } from '#shared/rules/localDay'
import { procedures } from '../access/procedure'
import { daySpan } from '../appointments/world'
import type { Tables } from '../store/schema'
import type { Db } from '../store/store'
import { readKeySettings } from './settings'

const os = procedures.keys

/** The hand-offs that were open at some time from a moment on. */
async function handoffsSince(db: Db, { keyHandoff, keyHandoffEvent }: Tables, from: Date, until: Date) {
  const { id, madeAt, dueOn, endedAt, cancelledBecause } = keyHandoff
  const which = and(lt(madeAt, until), or(isNull(endedAt), gte(endedAt, from)))
  const rows = await db.select({ id, madeAt, dueOn, endedAt, cancelledBecause }).from(keyHandoff).where(which)
  const reported = await db
    .select({ id: keyHandoffEvent.handoffId, at: min(keyHandoffEvent.at) })
    .from(keyHandoffEvent)
    .innerJoin(keyHandoff, eq(keyHandoff.id, keyHandoffEvent.handoffId))
    .where(and(eq(keyHandoffEvent.what, 'reported'), which))
    .groupBy(keyHandoffEvent.handoffId)
  const cameAt = new Map(reported.map((row) => [row.id, row.at]))
  return new Map(
    rows.map((row): [string, FiguredHandoff] => [
      row.id,
      {
        madeAt: row.madeAt,
        dueOn: row.dueOn,
        cameAt: cameAt.get(row.id) ?? null,
        endedAt: row.endedAt,
        cancelled: row.cancelledBecause !== null,
      },
    ]),
  )
}

/** The differences that were open at some time from a moment on; those of a hand-off that is over are over with it. */
async function casesSince(
  db: Db,
  { keyCase }: Tables,
  from: Date,
  handoffs: ReadonlyMap<string, FiguredHandoff>,
): Promise<FiguredCase[]> {
  const rows = await db
    .select({ handoffId: keyCase.handoffId, openedAt: keyCase.openedAt, closedAt: keyCase.closedAt })
    .from(keyCase)
    .where(or(isNull(keyCase.closedAt), gte(keyCase.closedAt, from)))
  return rows.flatMap(({ handoffId, openedAt, closedAt }) => {
    const handoff = handoffs.get(handoffId)
    if (!handoff) return []
    return [{ handoffId, openedAt, closedAt: closedAt ?? handoff.endedAt }]
  })
}

export const figures = {
  figures: os.figures.handler(({ input, context }) => {
    const { tables } = context.parts.store
    const today = helsinkiDay(context.now)
    const first = addDays(mondayOf(today), -7 * (input.weeks - 1))
    const weeks = Array.from({ length: input.weeks }, (_, week) => {
      const monday = addDays(first, 7 * week)
      return { monday, ...daySpan(monday, 7) }
    })
    const { from, to } = daySpan(first, 7 * input.weeks)
    return context.read(async (db) => {
      const { graceDays } = await readKeySettings(db, tables)
      const handoffs = await handoffsSince(db, tables, from, to)
      const differences = await casesSince(db, tables, from, handoffs)
      return { weeks: figuresOfWeeks(weeks, [...handoffs.values()], differences, { graceDays, today }) }
    })
  }),
}
