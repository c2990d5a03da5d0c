import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { ageOn, daysInMonth, HELSINKI, helsinkiDay, isLocalDay, parseFinnishDay } from './localDay'

const day = fc
  .integer({ min: Date.UTC(1850, 0, 1), max: Date.UTC(2200, 11, 31) })
  .map((at) => new Date(at).toISOString().slice(0, 10))

describe('helsinkiDay', () => {
  it('changes at midnight in Helsinki, in winter and in summer', () => {
    expect(helsinkiDay(new Date('2026-01-15T21:59:59Z'))).toBe('2026-01-15')
    expect(helsinkiDay(new Date('2026-01-15T22:00:00Z'))).toBe('2026-01-16')
    expect(helsinkiDay(new Date('2026-07-15T20:59:59Z'))).toBe('2026-07-15')
    expect(helsinkiDay(new Date('2026-07-15T21:00:00Z'))).toBe('2026-07-16')
  })

  it('keeps its day through the nights when clocks change', () => {
    expect(helsinkiDay(new Date('2026-03-28T22:00:00Z'))).toBe('2026-03-29')
    expect(helsinkiDay(new Date('2026-03-29T20:59:59Z'))).toBe('2026-03-29')
    expect(helsinkiDay(new Date('2026-03-29T21:00:00Z'))).toBe('2026-03-30')
    expect(helsinkiDay(new Date('2026-10-24T21:00:00Z'))).toBe('2026-10-25')
    expect(helsinkiDay(new Date('2026-10-25T21:59:59Z'))).toBe('2026-10-25')
    expect(helsinkiDay(new Date('2026-10-25T22:00:00Z'))).toBe('2026-10-26')
  })
})

describe('isLocalDay', () => {
  it('knows the calendar', () => {
    for (const text of ['1850-01-01', '2200-12-31', '2024-02-29', '2000-02-29'])
      expect(isLocalDay(text)).toBe(true)
    for (const text of [
      '1849-12-31',
      '2201-01-01',
      '2023-02-29',
      '1900-02-29',
      '2024-04-31',
      '2024-00-10',
      '2024-13-10',
      '2024-01-00',
      '2024-1-10',
      ' 2024-01-10',
      '2024-01-10T00:00',
      '',
    ]) {
      expect(isLocalDay(text), text).toBe(false)
    }
  })

  it('agrees with luxon on every text of that shape', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1850, max: 2200 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        (year, month, dayOfMonth) => {
          const text = `${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`
          expect(isLocalDay(text)).toBe(DateTime.fromObject({ year, month, day: dayOfMonth }).isValid)
        },
      ),
    )
  })

  it('counts the days of a month as luxon does', () => {
    for (const year of [1900, 2000, 2023, 2024]) {
      for (let month = 1; month <= 12; month += 1) {
        expect(daysInMonth(year, month)).toBe(DateTime.local(year, month).daysInMonth)
      }
    }
    expect(daysInMonth(2024, 13)).toBe(0)
  })
})

describe('ageOn', () => {
  it('counts a year on the birthday and not the day before', () => {
    expect(ageOn('2008-07-04', '2026-07-03')).toBe(17)
    expect(ageOn('2008-07-04', '2026-07-04')).toBe(18)
    expect(ageOn('2026-07-04', '2026-07-04')).toBe(0)
    expect(ageOn('2026-07-04', '2026-07-03')).toBe(-1)
  })

  it('completes a common year on 28 February for those born on 29 February', () => {
    expect(ageOn('2008-02-29', '2026-02-27')).toBe(17)
    expect(ageOn('2008-02-29', '2026-02-28')).toBe(18)
    expect(ageOn('2008-02-29', '2028-02-28')).toBe(19)
    expect(ageOn('2008-02-29', '2028-02-29')).toBe(20)
    expect(ageOn('2008-02-28', '2028-02-28')).toBe(20)
  })

  it('agrees with luxon on full years', () => {
    fc.assert(
      fc.property(day, day, (one, other) => {
        const [birth, later] = one <= other ? [one, other] : [other, one]
        const years = DateTime.fromISO(later, { zone: 'utc' }).diff(
          DateTime.fromISO(birth, { zone: 'utc' }),
          'years',
        )
        expect(ageOn(birth, later)).toBe(Math.floor(years.years))
      }),
    )
  })
})

describe('parseFinnishDay', () => {
  it('reads what staff type', () => {
    expect(parseFinnishDay('4.7.1985')).toBe('1985-07-04')
    expect(parseFinnishDay(' 04.07.1985 ')).toBe('1985-07-04')
    expect(parseFinnishDay('1985-07-04')).toBe('1985-07-04')
    expect(parseFinnishDay('29.2.2024')).toBe('2024-02-29')
  })

  it('guesses nothing', () => {
    for (const text of [
      '4/7/1985',
      '4.7.85',
      '31.4.2024',
      '29.2.2023',
      '4.7',
      '4. 7. 1985',
      '',
      '7.1985',
      '004.7.1985',
    ]) {
      expect(parseFinnishDay(text), text).toBeNull()
    }
  })

  it('reads back every day in both forms', () => {
    fc.assert(
      fc.property(day, (text) => {
        const typed = DateTime.fromISO(text, { zone: HELSINKI }).toFormat('d.M.yyyy')
        expect(parseFinnishDay(typed)).toBe(text)
        expect(parseFinnishDay(text)).toBe(text)
      }),
    )
  })
})
