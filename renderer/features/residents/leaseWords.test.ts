import { describe, expect, it } from 'vitest'
import type { LeaseView } from '#shared/contract/residents'
import { leaseWords } from './leaseWords'

const lease = (changes: Partial<LeaseView>) =>
  leaseWords({
    state: 'running',
    beginsOn: '2020-11-01',
    endsOn: null,
    noticeGivenOn: null,
    to: null,
    ...changes,
  } as LeaseView)

describe('a lease in words', () => {
  it('says since when it runs, or until when', () => {
    expect(lease({})).toEqual({ key: 'running', day: '2020-11-01', notice: null })
    expect(lease({ endsOn: '2027-05-31' })).toEqual({ key: 'runningUntil', day: '2027-05-31', notice: null })
  })

  it('says when notice was given, also when the last day is missing', () => {
    const given = { state: 'noticeGiven', noticeGivenOn: '2026-11-02' } as const
    expect(lease({ ...given, endsOn: '2026-12-31' })).toEqual({
      key: 'noticeGiven',
      day: '2026-12-31',
      notice: '2026-11-02',
    })
    expect(lease(given)).toEqual({ key: 'noticeGivenOpen', day: null, notice: '2026-11-02' })
  })

  it('tells an ended lease from a person who moved out of one', () => {
    expect(lease({ state: 'ended', endsOn: '2026-01-31', to: '2026-01-31' }).key).toBe('ended')
    expect(lease({ state: 'ended', endsOn: null, to: '2025-06-30' })).toEqual({
      key: 'movedOut',
      day: '2025-06-30',
      notice: null,
    })
    expect(lease({ state: 'ended', endsOn: '2026-01-31', to: '2025-06-30' }).key).toBe('movedOut')
  })
})
