import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lastDayAfterNotice, lastDayOfLease, mostNoticeMonths, statutoryNotice } from './leaseTermination'
import { addDays, daysInMonth, isLocalDay } from './localDay'

const fromDay = { months: 1, countedFrom: 'day' } as const
const days = fc.integer({ min: 0, max: 120 * 365 }).map((n) => addDays('2000-01-01', n))
const months = fc.integer({ min: 0, max: mostNoticeMonths })
const monthsBetween = (from: string, to: string) =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))

describe('the last day after a tenant’s notice', () => {
  it.each([
    // One calendar month from the end of the month in which notice is given: 481/1995, section 52.
    ['2026-11-01', '2026-12-31'],
    ['2026-11-30', '2026-12-31'],
    ['2026-12-01', '2027-01-31'],
    ['2026-12-31', '2027-01-31'],
    ['2027-01-01', '2027-02-28'],
    ['2027-01-31', '2027-02-28'],
    ['2028-01-15', '2028-02-29'],
    ['2027-02-28', '2027-03-31'],
    // The clocks change on 28 March and 31 October 2027.
    ['2027-03-28', '2027-04-30'],
    ['2027-09-30', '2027-10-31'],
    ['2027-10-31', '2027-11-30'],
  ])('given %s is by the law %s', (noticeOn, last) => {
    expect(lastDayAfterNotice(noticeOn, statutoryNotice)).toBe(last)
  })

  it.each([
    ['2026-11-24', '2026-12-24'],
    ['2026-12-31', '2027-01-31'],
    ['2027-01-28', '2027-02-28'],
    ['2027-01-29', '2027-02-28'],
    ['2027-01-31', '2027-02-28'],
    ['2028-01-31', '2028-02-29'],
    ['2027-03-31', '2027-04-30'],
    ['2027-02-28', '2027-03-28'],
    ['2027-10-31', '2027-11-30'],
  ])('given %s is by the day %s', (noticeOn, last) => {
    expect(lastDayAfterNotice(noticeOn, fromDay)).toBe(last)
  })

  it('follows what is set', () => {
    expect(lastDayAfterNotice('2026-11-24', { months: 0, countedFrom: 'monthEnd' })).toBe('2026-11-30')
    expect(lastDayAfterNotice('2026-11-24', { months: 0, countedFrom: 'day' })).toBe('2026-11-24')
    expect(lastDayAfterNotice('2026-11-24', { months: 3, countedFrom: 'monthEnd' })).toBe('2027-02-28')
    expect(lastDayAfterNotice('2026-11-24', { months: 12, countedFrom: 'day' })).toBe('2027-11-24')
  })

  it('from the month’s end is the last day of the month so many later, whatever the day', () => {
    fc.assert(
      fc.property(days, months, (day, n) => {
        const last = lastDayAfterNotice(day, { months: n, countedFrom: 'monthEnd' })
        expect(isLocalDay(last)).toBe(true)
        expect(monthsBetween(day, last)).toBe(n)
        expect(addDays(last, 1).endsWith('-01')).toBe(true)
      }),
    )
  })

  it('from the day is never later than from the month’s end, has the same number unless the month lacks it, and never goes back', () => {
    fc.assert(
      fc.property(days, months, (day, n) => {
        const rule = { months: n, countedFrom: 'day' } as const
        const last = lastDayAfterNotice(day, rule)
        const inMonth = daysInMonth(Number(last.slice(0, 4)), Number(last.slice(5, 7)))
        expect(isLocalDay(last)).toBe(true)
        expect(monthsBetween(day, last)).toBe(n)
        expect(Number(last.slice(8))).toBe(Math.min(Number(day.slice(8)), inMonth))
        expect(last <= lastDayAfterNotice(day, { ...rule, countedFrom: 'monthEnd' })).toBe(true)
        expect(lastDayAfterNotice(addDays(day, 1), rule) >= last).toBe(true)
      }),
    )
  })
})

describe('a termination', () => {
  const openEnded = { endsOn: null, noticeGivenOn: null }
  const asked = { noticeOn: '2026-11-24', wished: null, lease: openEnded, today: '2026-11-24' }
  const lastDay = (changes: Partial<Parameters<typeof lastDayOfLease>[0]>) => {
    const result = lastDayOfLease({ ...asked, ...changes }, statutoryNotice)
    return result.ok ? result.value : result.refusal
  }

  it('ends the lease on the first day that can be, or a later one that is wished', () => {
    expect(lastDay({})).toBe('2026-12-31')
    expect(lastDay({ wished: '2026-12-31' })).toBe('2026-12-31')
    expect(lastDay({ wished: '2027-01-15' })).toBe('2027-01-15')
    expect(lastDay({ wished: '2026-12-30' })).toBe('beforeNoticeEnds')
  })

  it('is of a lease that goes on until further notice', () => {
    expect(lastDay({ lease: { endsOn: '2027-05-31', noticeGivenOn: null } })).toBe('fixedTermLease')
    expect(lastDay({ lease: { endsOn: '2026-12-31', noticeGivenOn: '2026-11-02' } })).toBe(
      'alreadyTerminated',
    )
    expect(lastDay({ lease: { endsOn: null, noticeGivenOn: '2026-11-02' } })).toBe('alreadyTerminated')
  })

  it('of long ago would have ended it already', () => {
    expect(lastDay({ noticeOn: '2026-10-31', today: '2026-11-30' })).toBe('2026-11-30')
    expect(lastDay({ noticeOn: '2026-10-31', today: '2026-12-01' })).toBe('lastDayPast')
  })
})
