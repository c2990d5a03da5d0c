import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, helsinkiDay } from '#shared/rules/localDay'
import {
  formatDateTime,
  formatDay,
  formatDayAndMonth,
  formatEuros,
  formatNumber,
  formatTime,
  formatWeekday,
  noonOf,
} from './format'

describe('the noon of a day', () => {
  it('is that day in Helsinki', () => {
    const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2020-01-01', days))
    fc.assert(fc.property(anyDay, (day) => helsinkiDay(noonOf(day)) === day))
  })
})

describe('dates and times as people read them', () => {
  const winter = new Date('2026-11-25T07:15:00Z')

  it('are on the wall clock in Helsinki, whatever the computer is set to', () => {
    expect(formatDateTime(winter, 'fi')).toBe('25.11.2026 klo 9.15')
    expect(formatDateTime(winter, 'sv')).toBe('25.11.2026 kl. 9.15')
    expect(formatDateTime(winter, 'en')).toBe('25 Nov 2026, 9:15')
    expect(formatTime(new Date('2026-06-25T07:05:00Z'), 'fi')).toBe('10.05')
  })

  it('pass midnight in Helsinki and not in UTC', () => {
    expect(formatDateTime(new Date('2026-12-31T22:00:00Z'), 'fi')).toBe('1.1.2027 klo 0.00')
    expect(formatDayAndMonth(new Date('2026-12-31T22:00:00Z'), 'en')).toBe('1 Jan')
    expect(formatWeekday(new Date('2026-12-31T22:00:00Z'), 'fi', 'short')).toBe('pe')
  })

  it('leave a day without time as it is', () => {
    expect(formatDay('1985-07-04', 'fi')).toBe('4.7.1985')
    expect(formatDay('1985-07-04', 'en')).toBe('4 Jul 1985')
  })

  it("write numbers in the language's own form", () => {
    expect(formatNumber(54_500, 'fi')).toBe('54\u00a0500')
    expect(formatNumber(54_500, 'en')).toBe('54,500')
    expect(formatEuros(9_300_000, 'fi')).toBe('93 000 €')
    expect(formatEuros(123_450, 'sv')).toBe('1 234,50 €')
    expect(formatEuros(123_450, 'en')).toBe('€1,234.50')
  })
})
