import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, isLocalDay } from './localDay'
import {
  type Asset,
  assetKinds,
  disposalsCountFrom,
  type OwnHomeFacts,
  wealthLimit,
  wealthLimitPeriods,
  wealthOf,
} from './wealth'

const day = '2024-06-15'
const far: OwnHomeFacts = { movesForWork: true, livesThere: true, kilometres: 81 }
const near: OwnHomeFacts = { movesForWork: false, livesThere: false, kilometres: null }
const asset = (kind: Asset['kind'], euros: number, debt = 0): Asset => ({
  kind,
  cents: euros * 100,
  debtCents: debt * 100,
})

const anyDay = fc.integer({ min: 0, max: 70_000 }).map((days) => addDays('1990-01-01', days))
const published = fc.integer({ min: 0, max: 365 }).map((days) => addDays('2024-01-01', days))
const anyAssets = fc.array(
  fc.record({
    kind: fc.constantFrom(...assetKinds),
    cents: fc.integer({ min: 0, max: 1e10 }),
    debtCents: fc.integer({ min: 0, max: 1e10 }),
  }),
  { maxLength: 8 },
)
const anyHome = fc.record({
  movesForWork: fc.boolean(),
  livesThere: fc.boolean(),
  kilometres: fc.option(fc.integer({ min: 0, max: 2_000 })),
})

describe('the wealth limit', () => {
  it.each([
    [1, 93_000],
    [2, 133_000],
    [3, 216_000],
    [4, 221_000],
    [5, 226_000],
  ])('of %d persons was %d euros in 2024, from its first day to its last', (people, euros) => {
    for (const each of ['2024-01-01', day, '2024-12-31']) {
      expect(wealthLimit(people, each)).toEqual({
        ok: true,
        value: { cents: euros * 100, from: '2024-01-01', until: '2024-12-31' },
      })
    }
  })

  it('is not published for six or more, nor for any day but those', () => {
    const people = fc.integer({ min: 6, max: 1_000 })
    fc.assert(
      fc.property(people, published, (many, each) => {
        expect(wealthLimit(many, each)).toEqual({ ok: false, refusal: 'noFigureForPeople' })
      }),
    )
    fc.assert(
      fc.property(fc.option(fc.integer({ min: 1, max: 9 })), anyDay, (some, each) => {
        fc.pre(!each.startsWith('2024'))
        expect(wealthLimit(some, each)).toEqual({ ok: false, refusal: 'noFigureForDay' })
      }),
    )
    expect(wealthLimit(0, day).ok).toBe(false)
    expect(wealthLimit(null, day)).toEqual({ ok: false, refusal: 'peopleUnknown' })
  })

  it('is never lower for more persons, and no two periods hold the same day', () => {
    for (const [at, { from, until, eurosByPeople }] of wealthLimitPeriods.entries()) {
      expect(isLocalDay(from) && isLocalDay(until) && from <= until).toBe(true)
      expect(eurosByPeople).toEqual(eurosByPeople.toSorted((a, b) => a - b))
      const next = wealthLimitPeriods[at + 1]
      if (next) expect(until < next.from).toBe(true)
    }
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), published, (people, each) => {
        const [fewer, more] = [wealthLimit(people, each), wealthLimit(people + 1, each)]
        if (more.ok) expect(fewer.ok && fewer.value.cents <= more.value.cents).toBe(true)
      }),
    )
  })

  it('is the one of the day when there are several', () => {
    const later = { from: '2030-01-01', until: '2030-12-31', eurosByPeople: [100_000] }
    const both = [...wealthLimitPeriods, later]
    expect(wealthLimit(1, '2030-05-05', both)).toMatchObject({ value: { cents: 10_000_000 } })
    expect(wealthLimit(1, day, both)).toMatchObject({ value: { cents: 9_300_000 } })
    expect(wealthLimit(2, '2030-05-05', both).ok).toBe(false)
  })
})

describe('wealth', () => {
  it('is less the debts on the assets', () => {
    const { netCents, overCents } = wealthOf(
      [asset('companyShares', 150_000, 40_000), asset('funds', 5_000)],
      near,
      1,
      day,
    )
    expect({ netCents, overCents }).toEqual({ netCents: 11_500_000, overCents: 2_200_000 })
  })

  it('exceeds the limit by a cent, and not when it equals it', () => {
    const over = (cents: number) => wealthOf([{ kind: 'funds', cents, debtCents: 0 }], near, 1, day).overCents
    expect([9_300_001, 9_300_000, 9_299_999].map(over)).toEqual([1, 0, -1])
  })

  it('is not known while nothing is told, and not compared with what is not published', () => {
    expect(wealthOf([], near, 1, day)).toMatchObject({ netCents: null, overCents: null, limit: { ok: true } })
    expect(wealthOf([asset('funds', 1)], near, 6, day)).toMatchObject({ netCents: 100, overCents: null })
    expect(wealthOf([asset('funds', 1)], near, 1, '2025-01-01').overCents).toBeNull()
  })

  it.each([
    ['all three conditions', far, false],
    ['80 kilometres', { ...far, kilometres: 80 }, true],
    ['an unknown distance', { ...far, kilometres: null }, true],
    ['another reason to move', { ...far, movesForWork: false }, true],
    ['another who lives there', { ...far, livesThere: false }, true],
  ] as const)('with a home of one’s own and %s', (_, home, counts) => {
    const wealth = wealthOf([asset('ownHome', 100_000, 60_000), asset('funds', 1_000)], home, 1, day)
    expect(wealth.lines[0]).toMatchObject({ counts, ground: counts ? 'homeCounts' : 'homeFarAway' })
    // The debt on a home that is left out does not lower the rest.
    expect(wealth.netCents).toBe(counts ? 4_100_000 : 100_000)
  })

  it('has every home owned as an investment, and what was disposed of', () => {
    const { lines } = wealthOf([asset('investmentHome', 1), asset('disposed', 1)], far, 1, day)
    expect(lines.map(({ counts, ground }) => [counts, ground])).toEqual([
      [true, 'investmentCounts'],
      [true, 'disposedInYear'],
    ])
  })

  it('is the sum of what counts, and leaves out nothing but such a home', () => {
    fc.assert(
      fc.property(
        anyAssets,
        anyHome,
        fc.option(fc.integer({ min: 1, max: 8 })),
        published,
        (assets, home, people, each) => {
          const { lines, netCents, limit, overCents } = wealthOf(assets, home, people, each)
          for (const { kind, counts } of lines) if (!counts) expect(kind).toBe('ownHome')
          const sum = lines
            .filter(({ counts }) => counts)
            .reduce((all, line) => all + line.cents - line.debtCents, 0)
          expect(netCents).toBe(lines.length === 0 ? null : sum)
          expect(overCents === null).toBe(netCents === null || !limit.ok)
        },
      ),
    )
  })
})

describe('the year before an application', () => {
  it.each([
    ['2024-06-15', '2023-06-15'],
    ['2024-02-29', '2023-02-28'],
    ['2025-02-28', '2024-02-28'],
    ['2024-01-01', '2023-01-01'],
  ])('that is of %s begins on %s', (of, first) => {
    expect(disposalsCountFrom(of)).toBe(first)
  })

  it('is a day of the calendar, 365 or 366 days back, and never earlier for a later application', () => {
    fc.assert(
      fc.property(anyDay, (each) => {
        const first = disposalsCountFrom(each)
        expect(isLocalDay(first)).toBe(true)
        expect([addDays(each, -365), addDays(each, -366)]).toContain(first)
        expect(disposalsCountFrom(addDays(each, 1)) >= first).toBe(true)
      }),
    )
  })
})
