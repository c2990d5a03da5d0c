import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eveClosures, publicHolidays } from './holidayNames'
import { closuresFrom, eveClosure, publicHoliday } from './holidays'

/** Easter Sunday by the anonymous Gregorian algorithm (Meeus), for checking the package against the rule. */
function easter(year: number): Date {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  return new Date(Date.UTC(year, month - 1, ((h + l - 7 * m + 114) % 31) + 1))
}

const text = (date: Date) => date.toISOString().slice(0, 10)
const plus = (date: Date, days: number) => new Date(date.getTime() + days * 86_400_000)
const saturdayFrom = (date: Date) => plus(date, 6 - date.getUTCDay())

/** The law's days, later ones first so that an earlier name wins when two meet. */
function lawOf(year: number): ReadonlyMap<string, string> {
  const sunday = easter(year)
  return new Map([
    [`${year}-12-26`, 'boxingDay'],
    [`${year}-12-25`, 'christmasDay'],
    [`${year}-12-06`, 'independenceDay'],
    [text(saturdayFrom(new Date(Date.UTC(year, 9, 31)))), 'allSaints'],
    [text(saturdayFrom(new Date(Date.UTC(year, 5, 20)))), 'midsummerDay'],
    [text(plus(sunday, 49)), 'whitSunday'],
    [text(plus(sunday, 39)), 'ascension'],
    [`${year}-05-01`, 'mayDay'],
    [text(plus(sunday, 1)), 'easterMonday'],
    [text(sunday), 'easterSunday'],
    [text(plus(sunday, -2)), 'goodFriday'],
    [`${year}-01-06`, 'epiphany'],
    [`${year}-01-01`, 'newYear'],
  ])
}

describe('publicHoliday', () => {
  it('knows the days of 2026 and 2027', () => {
    expect(publicHoliday('2026-04-03')).toBe('goodFriday')
    expect(publicHoliday('2026-05-14')).toBe('ascension')
    expect(publicHoliday('2026-06-20')).toBe('midsummerDay')
    expect(publicHoliday('2026-10-31')).toBe('allSaints')
    expect(publicHoliday('2027-01-06')).toBe('epiphany')
    expect(publicHoliday('2026-06-19')).toBeNull()
    expect(publicHoliday('2026-12-24')).toBeNull()
    expect(publicHoliday('2026-12-31')).toBeNull()
    expect(publicHoliday('2026-05-10')).toBeNull()
  })

  it('follows the law on every day from 2000 to 2100', () => {
    const seen = new Set<string>()
    for (let year = 2000; year <= 2100; year += 1) {
      const law = lawOf(year)
      for (let at = new Date(Date.UTC(year, 0, 1)); at.getUTCFullYear() === year; at = plus(at, 1)) {
        const holiday = publicHoliday(text(at))
        if (holiday !== (law.get(text(at)) ?? null)) expect(`${text(at)} ${holiday}`).toBe(law.get(text(at)))
        if (holiday !== null) seen.add(holiday)
      }
    }
    expect([...seen].toSorted()).toEqual(publicHolidays.toSorted())
  })
})

describe('eveClosure', () => {
  it('is Midsummer Eve and Christmas Eve', () => {
    expect(eveClosure('2026-06-19')).toBe('midsummerEve')
    expect(eveClosure('2027-06-25')).toBe('midsummerEve')
    expect(eveClosure('2026-12-24')).toBe('christmasEve')
    expect(eveClosure('2026-06-18')).toBeNull()
    expect(eveClosure('2026-06-26')).toBeNull()
    expect(eveClosure('2026-12-31')).toBeNull()
  })

  it('is the day before Midsummer Day, and no other day of June', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2000, max: 2100 }),
        fc.integer({ min: 1, max: 29 }),
        (year, dayOfJune) => {
          const day = new Date(Date.UTC(year, 5, dayOfJune))
          expect(eveClosure(text(day)) === 'midsummerEve').toBe(
            publicHoliday(text(plus(day, 1))) === 'midsummerDay',
          )
        },
      ),
    )
  })
})

describe('closuresFrom', () => {
  it('lists the closed days ahead', () => {
    expect(closuresFrom('2026-12-20', 18)).toEqual({
      '2026-12-24': 'christmasEve',
      '2026-12-25': 'christmasDay',
      '2026-12-26': 'boxingDay',
      '2027-01-01': 'newYear',
      '2027-01-06': 'epiphany',
    })
    expect(closuresFrom('2026-12-24', 1)).toEqual({ '2026-12-24': 'christmasEve' })
    expect(closuresFrom('2026-12-24', 0)).toEqual({})
  })

  it('leaves out the eves that the lead has opened', () => {
    expect(closuresFrom('2026-12-24', 2, [])).toEqual({ '2026-12-25': 'christmasDay' })
    expect(closuresFrom('2026-06-19', 2, ['christmasEve'])).toEqual({ '2026-06-20': 'midsummerDay' })
    expect(eveClosures).toHaveLength(2)
  })
})
