import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, mondayOf } from '#shared/rules/localDay'
import { isWeekend, minuteOf, momentAt, weekNumber } from './days'

const anyDay = fc
  .integer({ min: 0, max: 20_000 })
  .map((days) => new Date(Date.UTC(2020, 0, 1 + days)).toISOString().slice(0, 10))

describe('days', () => {
  it('are counted over the ends of months and years, and 29 February', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2027-02-28', 1)).toBe('2027-03-01')
  })

  it('are a day apart also when the clocks change', () => {
    expect(addDays('2027-03-27', 1)).toBe('2027-03-28')
    expect(addDays('2027-03-28', 1)).toBe('2027-03-29')
    expect(addDays('2026-10-25', 1)).toBe('2026-10-26')
  })

  it('there and back is the same day, and a week begins on Monday', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -800, max: 800 }), (day, by) => {
        expect(addDays(addDays(day, by), -by)).toBe(day)
        const monday = mondayOf(day)
        expect(new Date(`${monday}T00:00:00Z`).getUTCDay()).toBe(1)
        expect(monday <= day && day <= addDays(monday, 6)).toBe(true)
        expect(isWeekend(day)).toBe([0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()))
      }),
    )
  })

  it('have the week numbers of Finnish calendars', () => {
    expect(weekNumber('2026-11-23')).toBe(48)
    expect(weekNumber('2027-01-03')).toBe(53)
    expect(weekNumber('2027-01-04')).toBe(1)
  })
})

describe('minutes of the wall clock', () => {
  it('are the same in summer and in winter', () => {
    expect(momentAt('2026-11-25', 9 * 60 + 15).toISOString()).toBe('2026-11-25T07:15:00.000Z')
    expect(momentAt('2026-06-24', 9 * 60 + 15).toISOString()).toBe('2026-06-24T06:15:00.000Z')
  })

  it('lead to the moment from which they were read, in office hours of any day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 20, max: 95 }), (day, quarter) => {
        expect(minuteOf(momentAt(day, quarter * 15))).toBe(quarter * 15)
      }),
    )
  })

  it('end a day where the next one begins, however long it is', () => {
    expect(momentAt('2026-10-25', 1440)).toEqual(momentAt('2026-10-26', 0))
    expect(momentAt('2027-03-28', 1440)).toEqual(momentAt('2027-03-29', 0))
  })
})
