import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { doorDayKind, doorFee, doorPriceProblemsOf, doorPricesOn } from './doorPrices'
import { type DoorDayKind, type DoorPrice, doorDayKinds } from './doorPriceTable'
import { eveClosure, publicHoliday } from './holidays'
import { addDays, HELSINKI, helsinkiDay } from './localDay'

const names = { publicHoliday, eve: eveClosure }
const at = (text: string) => DateTime.fromISO(text, { zone: HELSINKI }).toJSDate()

const price = (dayKind: DoorDayKind, from: string, to: string, cents: number): DoorPrice => ({
  ...{ dayKind, from, to, cents },
})
const wholeDays = doorDayKinds
  .filter((kind) => kind !== 'weekday')
  .map((kind, index) => price(kind, '00:00', '24:00', 10_000 + index))
const weekday = [
  price('weekday', '00:00', '07:00', 9000),
  price('weekday', '07:00', '16:00', 5000),
  price('weekday', '16:00', '22:00', 7000),
  price('weekday', '22:00', '24:00', 9000),
]
const table = { fromOn: '2026-01-01', prices: [...weekday, ...wholeDays] }

describe('the kind of a day for the price of a door opening', () => {
  it.each([
    ['2026-11-24', 'weekday', null],
    ['2026-11-28', 'weekend', null],
    ['2026-12-23', 'weekday', null],
    ['2026-12-24', 'eve', 'christmasEve'],
    ['2026-12-25', 'holiday', 'christmasDay'],
    // A holiday that is on a weekend is a holiday.
    ['2026-12-06', 'holiday', 'independenceDay'],
    ['2026-05-14', 'holiday', 'ascension'],
    ['2026-06-19', 'eve', 'midsummerEve'],
    ['2026-06-20', 'holiday', 'midsummerDay'],
    // Christmas Eve on a Saturday is an eve, not a weekend.
    ['2022-12-24', 'eve', 'christmasEve'],
  ])('is on %s: %s', (day, kind, name) => {
    expect(doorDayKind(day, names)).toEqual({ kind, name })
  })
})

describe('the fee of a door opening', () => {
  it.each([
    ['2026-11-24T06:59:59.999', 9000],
    ['2026-11-24T07:00', 5000],
    ['2026-11-24T15:59', 5000],
    ['2026-11-24T16:00', 7000],
    ['2026-11-24T23:59:59.999', 9000],
    ['2026-11-25T00:00', 9000],
    ['2026-12-24T00:00', 10_001],
    ['2026-12-24T23:59', 10_001],
    ['2026-12-25T00:00', 10_000],
    ['2026-11-28T03:00', 10_002],
    // The hour that the clock jumps over, and the one that comes twice.
    ['2026-03-29T04:00', 10_002],
    ['2026-10-25T03:30', 10_002],
  ])('at %s is by the wall clock in Helsinki', (text, cents) => {
    expect(doorFee(at(text), [table], names)).toMatchObject({
      cents,
      pricesFrom: '2026-01-01',
      problem: null,
    })
  })

  it('is of the latest table that has begun', () => {
    const later = {
      fromOn: '2026-11-25',
      prices: [...weekday.map((one) => ({ ...one, cents: 1 })), ...wholeDays],
    }
    expect(doorFee(at('2026-11-24T23:59'), [later, table], names)).toMatchObject({ cents: 9000 })
    expect(doorFee(at('2026-11-25T00:00'), [later, table], names)).toMatchObject({
      cents: 1,
      pricesFrom: '2026-11-25',
    })
    expect(doorPricesOn('2025-12-31', [later, table])).toBeNull()
  })

  it('is not known without a table, nor in a gap of one, and says so', () => {
    const now = at('2026-12-24T10:00')
    const day = { cents: null, dayKind: 'eve', dayName: 'christmasEve' }
    expect(doorFee(now, [], names)).toEqual({ ...day, pricesFrom: null, problem: 'noPrices' })
    const gap = { fromOn: '2026-01-01', prices: weekday }
    expect(doorFee(now, [gap], names)).toEqual({ ...day, pricesFrom: '2026-01-01', problem: 'gap' })
  })
})

describe('what is wrong with a price table', () => {
  const wrong = (prices: readonly DoorPrice[]) =>
    doorPriceProblemsOf([...prices, ...wholeDays]).map(({ problem, from, to }) => [problem, from, to])

  it('is nothing when every hour of every kind of day has one price', () => {
    expect(doorPriceProblemsOf(table.prices)).toEqual([])
  })
  it.each<[string, DoorPrice[], string[][]]>([
    ['no prices of a kind of day', [], [['noPrices', '00:00', '24:00']]],
    [
      'gaps at both ends and between',
      [price('weekday', '01:00', '08:00', 1), price('weekday', '09:00', '23:59', 2)],
      [
        ['gap', '00:00', '01:00'],
        ['gap', '08:00', '09:00'],
        ['gap', '23:59', '24:00'],
      ],
    ],
    [
      'an overlap',
      [price('weekday', '00:00', '12:00', 1), price('weekday', '11:00', '24:00', 2)],
      [['overlap', '11:00', '12:00']],
    ],
    [
      'one within another',
      [price('weekday', '00:00', '24:00', 1), price('weekday', '11:00', '12:00', 2)],
      [['overlap', '11:00', '12:00']],
    ],
    [
      'one that ends before it begins, such as a night over midnight',
      [price('weekday', '22:00', '07:00', 1), price('weekday', '00:00', '24:00', 2)],
      [['endsFirst', '22:00', '07:00']],
    ],
  ])('is named: %s', (_what, prices, problems) => {
    expect(wrong(prices)).toEqual(problems)
  })
  it('is of the kind of day that it is in', () => {
    expect(doorPriceProblemsOf(weekday).map(({ dayKind, problem }) => [dayKind, problem])).toEqual([
      ['holiday', 'noPrices'],
      ['eve', 'noPrices'],
      ['weekend', 'noPrices'],
    ])
  })

  const timeOf = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  /** The day cut at any minutes. */
  const cut = fc
    .uniqueArray(fc.integer({ min: 1, max: 1439 }), { maxLength: 12 })
    .map((inside) => [0, ...inside.toSorted((a, b) => a - b), 1440].map(timeOf))
    .map((edges) =>
      edges.slice(1).map((to, index) => price('weekday', edges[index] as string, to, index + 1)),
    )

  it('is nothing for a day that is cut into pieces, in any order; then every minute has a fee', () => {
    fc.assert(
      fc.property(
        cut,
        fc.integer({ min: 0, max: 1439 }),
        fc.integer({ min: 0, max: 4000 }),
        (prices, minute, ahead) => {
          const all = { fromOn: '2026-01-01', prices: [...prices.toReversed(), ...wholeDays] }
          expect(doorPriceProblemsOf(all.prices)).toEqual([])
          const now = at(`${addDays('2026-01-01', ahead)}T${timeOf(minute)}`)
          const fee = doorFee(now, [all], names)
          expect(fee.problem).toBeNull()
          expect(fee.dayKind).toBe(doorDayKind(helsinkiDay(now), names).kind)
        },
      ),
    )
  })
  it('is found when any piece is missing or there twice', () => {
    fc.assert(
      fc.property(cut, fc.nat(), (prices, seed) => {
        const one = seed % prices.length
        const piece = prices[one] as DoorPrice
        const without = wrong(prices.filter((_, index) => index !== one))
        expect(without).toEqual(
          prices.length === 1 ? [['noPrices', '00:00', '24:00']] : [['gap', piece.from, piece.to]],
        )
        expect(wrong([...prices, piece])).toEqual([['overlap', piece.from, piece.to]])
      }),
    )
  })
})
