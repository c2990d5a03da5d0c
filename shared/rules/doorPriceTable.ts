import type { LocalDay } from './localDay'

/** The kinds of day that a door opening's price depends on, the one that counts first when a day is several. */
export const doorDayKinds = ['holiday', 'eve', 'weekend', 'weekday'] as const
export type DoorDayKind = (typeof doorDayKinds)[number]

/** The price from `from` until just before `to`, 'HH:mm' on the wall clock in Helsinki, `to` at most 24:00. Cents, taxes included. */
export interface DoorPrice {
  readonly dayKind: DoorDayKind
  readonly from: string
  readonly to: string
  readonly cents: number
}

/** The prices that hold from a day on, until the next table begins. None ships: prices change (rules.md). */
export interface DoorPriceTable {
  readonly fromOn: LocalDay
  readonly prices: readonly DoorPrice[]
}

/** What is wrong with a price table: hours of a kind of day with no price or two, or a price that ends before it begins. */
export const doorPriceProblems = ['gap', 'overlap', 'endsFirst', 'noPrices'] as const
export type DoorPriceProblem = (typeof doorPriceProblems)[number]
