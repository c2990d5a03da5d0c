import { and, desc, eq, ne } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { doorPriceProblemsOf, doorPricesOn } from '#shared/rules/doorPrices'
import { helsinkiDay, type LocalDay } from '#shared/rules/localDay'
import { named, procedures, signedIn } from '../access/procedure'
import { isStoreProblem } from '../store/errors'
import type { Tables } from '../store/schema'
import type { Db } from '../store/store'

const os = procedures.doors

type PricesRow = Tables['doorPrices']['$inferSelect']

/** Every table as a page sees it, the latest first. */
async function tablesView(db: Db, { doorPrices, staff }: Tables, today: LocalDay) {
  const rows = await db
    .select({ prices: doorPrices, by: staff.name })
    .from(doorPrices)
    .innerJoin(staff, eq(staff.id, doorPrices.savedBy))
    .orderBy(desc(doorPrices.fromOn))
  const now = doorPricesOn(
    today,
    rows.map(({ prices }) => prices),
  )
  return {
    tables: rows.map(({ prices: { id, version, fromOn, prices, savedAt }, by }) => ({
      ...{ id, version, fromOn, savedAt },
      prices: prices.map((price) => ({ ...price })),
      savedBy: by,
      now: now?.id === id,
    })),
  }
}

/** A table that somebody may have been told a price from: of an earlier day, or of today when a door was ordered by it. */
async function hasBegun(db: Db, { doorOpening }: Tables, { fromOn }: PricesRow, today: LocalDay) {
  if (fromOn !== today) return fromOn < today
  const [used] = await db
    .select({ id: doorOpening.id })
    .from(doorOpening)
    .where(eq(doorOpening.pricesFrom, fromOn))
    .limit(1)
  return used !== undefined
}

async function sameTable(
  db: Db,
  { doorPrices }: Tables,
  which: { readonly id: string; readonly version: number },
): Promise<PricesRow> {
  const [row] = await db.select().from(doorPrices).where(eq(doorPrices.id, which.id))
  if (!row) throw named('NOT_FOUND')
  if (row.version !== which.version) throw named('CHANGED_MEANWHILE')
  return row
}

/** The dated price tables, kept by the lead. None ships. */
export const prices = {
  prices: os.prices.handler(({ context }) =>
    context.read((db) => tablesView(db, context.parts.store.tables, helsinkiDay(context.now))),
  ),

  savePrices: os.savePrices.handler(async ({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { doorPrices } = tables
    const today = helsinkiDay(context.now)
    const { id, version, fromOn } = input
    const problems = [...doorPriceProblemsOf(input.prices)]
    if (problems.length > 0)
      throw errors.REFUSED({ data: { refusal: 'pricesWrong', field: 'prices', problems } })
    if (fromOn < today) throw errors.REFUSED({ data: { refusal: 'dayPast', field: 'fromOn' } })
    const sameFirstDay = () => errors.REFUSED({ data: { refusal: 'sameFirstDay', field: 'fromOn' } })
    const saved = {
      fromOn,
      prices: input.prices,
      savedAt: context.now,
      savedBy: signedIn(context).staffId,
    }
    try {
      return await context.write(async (tx) => {
        const others = and(eq(doorPrices.fromOn, fromOn), id === null ? undefined : ne(doorPrices.id, id))
        const before = id === null ? null : await sameTable(tx.db, tables, { id, version })
        if (before && (await hasBegun(tx.db, tables, before, today)))
          throw errors.REFUSED({ data: { refusal: 'pricesBegun' } })
        const [same] = await tx.db.select({ id: doorPrices.id }).from(doorPrices).where(others)
        if (same) throw sameFirstDay()
        if (before === null) await tx.insertMany(doorPrices, [{ id: uuidv7(), ...saved, version: 1 }])
        else {
          const changed = await tx.db
            .update(doorPrices)
            .set({ ...saved, version: before.version + 1 })
            .where(and(eq(doorPrices.id, before.id), eq(doorPrices.version, before.version)))
            .returning({ id: doorPrices.id })
          if (changed.length !== 1) throw named('CHANGED_MEANWHILE')
        }
        tx.changed('door', null)
        return tablesView(tx.db, tables, today)
      })
    } catch (error) {
      // Another desk saved one of the same day meanwhile; the index lets one through.
      if (isStoreProblem(error, 'unique')) throw sameFirstDay()
      throw error
    }
  }),

  removePrices: os.removePrices.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { doorPrices } = tables
    const today = helsinkiDay(context.now)
    return context.write(async (tx) => {
      const row = await sameTable(tx.db, tables, input)
      if (await hasBegun(tx.db, tables, row, today))
        throw errors.REFUSED({ data: { refusal: 'pricesBegun' } })
      const removed = await tx.db
        .delete(doorPrices)
        .where(and(eq(doorPrices.id, row.id), eq(doorPrices.version, row.version)))
        .returning({ id: doorPrices.id })
      if (removed.length !== 1) throw named('CHANGED_MEANWHILE')
      tx.changed('door', null)
      return tablesView(tx.db, tables, today)
    })
  }),
}
