import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LeaseDays, leaseState, occupancyState } from './leases'

const lease: LeaseDays = {
  signedOn: '2026-01-10',
  beginsOn: '2026-02-01',
  endsOn: '2026-11-30',
  noticeGivenOn: '2026-10-15',
}

describe('leaseState', () => {
  it('changes on its days', () => {
    const on = (today: string) => leaseState(lease, today)
    expect(on('2026-01-09')).toBe('unsigned')
    expect(on('2026-01-10')).toBe('future')
    expect(on('2026-01-31')).toBe('future')
    expect(on('2026-02-01')).toBe('running')
    expect(on('2026-10-14')).toBe('running')
    expect(on('2026-10-15')).toBe('noticeGiven')
    expect(on('2026-11-30')).toBe('noticeGiven')
    expect(on('2026-12-01')).toBe('ended')
  })

  it('runs on without an end or a notice', () => {
    const open = { ...lease, endsOn: null, noticeGivenOn: null }
    expect(leaseState(open, '2199-12-31')).toBe('running')
    expect(leaseState({ ...lease, noticeGivenOn: null }, '2026-11-30')).toBe('running')
  })

  it('is unsigned until signed, also after it was to begin', () => {
    expect(leaseState({ ...lease, signedOn: null, endsOn: null }, '2026-11-25')).toBe('unsigned')
    expect(leaseState({ ...lease, signedOn: null }, '2026-12-01')).toBe('ended')
  })

  const day = fc
    .integer({ min: 0, max: 400 })
    .map((days) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10))

  it('never goes back as days pass', () => {
    const order = ['unsigned', 'future', 'running', 'noticeGiven', 'ended']
    const days = fc.record({
      signedOn: fc.option(day),
      beginsOn: day,
      endsOn: fc.option(day),
      noticeGivenOn: fc.option(day),
    })
    fc.assert(
      fc.property(days, day, day, (one, a, b) => {
        const [earlier, later] = a <= b ? [a, b] : [b, a]
        expect(order.indexOf(leaseState(one, later))).toBeGreaterThanOrEqual(
          order.indexOf(leaseState(one, earlier)),
        )
      }),
    )
  })
})

describe('occupancyState', () => {
  it('counts the first and the last day', () => {
    const occupancy = { from: '2026-02-01', to: '2026-11-30' }
    expect(occupancyState(occupancy, '2026-01-31')).toBe('future')
    expect(occupancyState(occupancy, '2026-02-01')).toBe('current')
    expect(occupancyState(occupancy, '2026-11-30')).toBe('current')
    expect(occupancyState(occupancy, '2026-12-01')).toBe('past')
    expect(occupancyState({ ...occupancy, to: null }, '2199-12-31')).toBe('current')
  })
})
