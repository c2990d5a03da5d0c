import type { DoorDayKind, DoorPrice } from '#shared/rules/doorPriceTable'
import { parseEuros } from '#shared/rules/euros'

/** The kinds of day in the order in which they are written down. */
export const dayKinds = ['weekday', 'weekend', 'holiday', 'eve'] as const satisfies readonly DoorDayKind[]

/** A price as it stands in its fields. */
export interface PriceRow {
  /** Names the row for as long as the form is open. */
  readonly key: number
  readonly dayKind: DoorDayKind
  readonly from: string
  readonly to: string
  readonly euros: string
}

/** A row of each kind of day, for the whole day, without a price. */
export const emptyRows = (): readonly PriceRow[] =>
  dayKinds.map((dayKind, key) => ({ key, dayKind, from: '00:00', to: '24:00', euros: '' }))

/** A table's prices as they stand in their fields. */
export const rowsOf = (prices: readonly DoorPrice[]): readonly PriceRow[] =>
  prices.map(({ dayKind, from, to, cents }, key) => ({
    key,
    dayKind,
    from,
    to,
    euros: (cents / 100).toFixed(2).replace('.', ','),
  }))

/** A time of day as it is typed, 7, 7.30 or 07:30, as 'HH:mm'; null for none. */
export function timeOf(typed: string): string | null {
  const [, hour = '', minute = '00'] = /^(\d{1,2})(?:[.:](\d{2}))?$/.exec(typed.trim()) ?? []
  if (hour === '') return null
  const time = `${hour.padStart(2, '0')}:${minute}`
  return /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time) ? time : null
}

/** What is wrong with a row's fields: a time that is none, or a price that is none. */
export function wrongInRow(row: PriceRow): 'time' | 'price' | null {
  if (timeOf(row.from) === null || timeOf(row.to) === null) return 'time'
  return parseEuros(row.euros).ok ? null : 'price'
}

/** The prices that rows stand for; only for rows that are right. */
export const pricesOf = (rows: readonly PriceRow[]): DoorPrice[] =>
  rows.flatMap(({ dayKind, from, to, euros }) => {
    const price = parseEuros(euros)
    const [begins, ends] = [timeOf(from), timeOf(to)]
    return price.ok && begins !== null && ends !== null
      ? [{ dayKind, from: begins, to: ends, cents: price.value }]
      : []
  })
