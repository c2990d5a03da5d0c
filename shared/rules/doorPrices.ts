import { DateTime } from 'luxon'
import {
  type DoorDayKind,
  type DoorPrice,
  type DoorPriceProblem,
  type DoorPriceTable,
  doorDayKinds,
} from './doorPriceTable'
import { HELSINKI, helsinkiDay, type LocalDay } from './localDay'
import type { HolidayNames } from './visitHours'

/** Something wrong with a price table: which hours of which kind of day. */
export interface WrongDoorPrice {
  readonly problem: DoorPriceProblem
  readonly dayKind: DoorDayKind
  readonly from: string
  readonly to: string
}

/** What a door opening costs, or why no price is known. */
export interface DoorFee {
  readonly cents: number | null
  readonly dayKind: DoorDayKind
  /** The holiday or the eve. */
  readonly dayName: string | null
  /** The first day of the table that it is from. */
  readonly pricesFrom: LocalDay | null
  readonly problem: 'noPrices' | 'gap' | null
}

/**
 * The kind of a day for the price: a public holiday counts as one also on a weekend, then an eve, then a weekend. Eves are those of
 * Midsummer and Christmas, as everywhere in the program; which eves a price list means is unsourced.
 */
export function doorDayKind(
  day: LocalDay,
  names: HolidayNames,
): { readonly kind: DoorDayKind; readonly name: string | null } {
  const holiday = names.publicHoliday(day)
  if (holiday !== null) return { kind: 'holiday', name: holiday }
  const eve = names.eve(day)
  if (eve !== null) return { kind: 'eve', name: eve }
  const weekend = DateTime.fromISO(day, { zone: 'utc' }).weekday >= 6
  return { kind: weekend ? 'weekend' : 'weekday', name: null }
}

const dayBegins = '00:00'
const dayEnds = '24:00'

function problemsOf(dayKind: DoorDayKind, all: readonly DoorPrice[]): WrongDoorPrice[] {
  const own = all.filter((price) => price.dayKind === dayKind)
  const wrong = (problem: DoorPriceProblem, from: string, to: string) => ({ problem, dayKind, from, to })
  if (own.length === 0) return [wrong('noPrices', dayBegins, dayEnds)]
  const problems = own
    .filter(({ from, to }) => from >= to)
    .map(({ from, to }) => wrong('endsFirst', from, to))
  let until = dayBegins
  const inOrder = own
    .filter(({ from, to }) => from < to)
    .toSorted((a, b) => a.from.localeCompare(b.from) || a.to.localeCompare(b.to))
  for (const { from, to } of inOrder) {
    if (from > until) problems.push(wrong('gap', until, from))
    if (from < until) problems.push(wrong('overlap', from, to < until ? to : until))
    if (to > until) until = to
  }
  if (until < dayEnds) problems.push(wrong('gap', until, dayEnds))
  return problems
}

/** What is wrong with the prices of a table, kind of day by kind of day in the day's order; none when every hour has one price. */
export const doorPriceProblemsOf = (prices: readonly DoorPrice[]): readonly WrongDoorPrice[] =>
  doorDayKinds.flatMap((dayKind) => problemsOf(dayKind, prices))

/** The table that holds on a day: the latest that has begun. */
export const doorPricesOn = <Table extends Pick<DoorPriceTable, 'fromOn'>>(
  day: LocalDay,
  tables: readonly Table[],
): Table | null =>
  tables
    .filter(({ fromOn }) => fromOn <= day)
    .toSorted((a, b) => a.fromOn.localeCompare(b.fromOn))
    .at(-1) ?? null

/** What a door opening that is ordered now costs, by the wall clock in Helsinki. Without a price it says which is missing. */
export function doorFee(now: Date, tables: readonly DoorPriceTable[], names: HolidayNames): DoorFee {
  const day = helsinkiDay(now)
  const { kind, name } = doorDayKind(day, names)
  const base = { dayKind: kind, dayName: name }
  const table = doorPricesOn(day, tables)
  if (table === null) return { ...base, cents: null, pricesFrom: null, problem: 'noPrices' }
  const time = DateTime.fromJSDate(now, { zone: HELSINKI }).toFormat('HH:mm')
  const price = table.prices.find(({ dayKind, from, to }) => dayKind === kind && from <= time && time < to)
  if (!price) return { ...base, cents: null, pricesFrom: table.fromOn, problem: 'gap' }
  return { ...base, cents: price.cents, pricesFrom: table.fromOn, problem: null }
}
