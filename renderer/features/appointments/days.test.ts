import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, mondayOf } from '#shared/rules/localDay'
import { newestFirst, readDay, summaryOf } from './days'

const anyDay = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('a week of days', () => {
  it('begins on Monday, also when it goes over a year', () => {
    expect(mondayOf('2026-12-03')).toBe('2026-11-30')
    expect(mondayOf('2026-11-30')).toBe('2026-11-30')
    expect(mondayOf('2027-01-03')).toBe('2026-12-28')
  })

  it('holds its day', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const monday = mondayOf(day)
        expect(monday <= day && day <= addDays(monday, 6)).toBe(true)
        expect(new Date(`${monday}T00:00:00Z`).getUTCDay()).toBe(1)
      }),
    )
  })

  it('is seven days long on the days when clocks change', () => {
    expect(addDays('2027-03-27', 1)).toBe('2027-03-28')
    expect(addDays('2027-03-28', 1)).toBe('2027-03-29')
    expect(addDays('2026-10-25', -1)).toBe('2026-10-24')
  })
})

describe('a typed day', () => {
  it('is read with its year', () => {
    expect(readDay(' 2.12.2026 ', '2026-11-25')).toBe('2026-12-02')
    expect(readDay('2026-12-02', '2026-11-25')).toBe('2026-12-02')
  })

  it('without its year is the next such day', () => {
    expect(readDay('2.12.', '2026-11-25')).toBe('2026-12-02')
    expect(readDay('25.11', '2026-11-25')).toBe('2026-11-25')
    expect(readDay('24.11.', '2026-11-25')).toBe('2027-11-24')
    expect(readDay('29.2.', '2026-11-25')).toBe('2028-02-29')
  })

  it.each(['', '31.2.', '32.1.', '12', '2/12', 'huomenna'])('is not read from %j', (text) => {
    expect(readDay(text, '2026-11-25')).toBeNull()
  })
})

describe('what is said of a day', () => {
  const day = (
    closedBecause: string | null,
    ...whys: readonly ('taken' | 'timePast' | 'tooFarAhead' | null)[]
  ) => summaryOf({ closedBecause, times: whys.map((why) => ({ why })) })

  it('is how many times are free when any is', () => {
    expect(day(null, 'taken', null, null)).toEqual({ word: 'free', free: 2 })
  })

  it('is why there is none', () => {
    expect(day('holiday').word).toBe('closed')
    expect(day('walkInOnly').word).toBe('walkInOnly')
    expect(day(null).word).toBe('none')
    expect(day(null, 'timePast', 'timePast').word).toBe('past')
    expect(day(null, 'timePast', 'taken').word).toBe('full')
    expect(day(null, 'tooFarAhead').word).toBe('tooFarAhead')
  })
})

it('the newest comes first', () => {
  const at = (day: number) => ({ at: new Date(Date.UTC(2026, 10, day)) })
  expect(newestFirst([at(1), at(3), at(2)])).toEqual([at(3), at(2), at(1)])
})
