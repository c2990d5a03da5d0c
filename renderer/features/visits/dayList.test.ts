import { describe, expect, it } from 'vitest'
import { dayFilters, filtered, minutesBetween, waitedMinutes } from './dayList'
import { visitOf } from './testing'

const at = (time: string) => new Date(`2026-11-24T${time}:00Z`)

describe('filtered', () => {
  const states = ['booked', 'waiting', 'called', 'parked', 'finished', 'noShow', 'cancelled'] as const
  const visits = states.map((state) => visitOf({ state }))

  it('leaves everything to all, and every state but a cancelled one to its own tag', () => {
    expect(filtered(visits, 'all')).toHaveLength(states.length)
    const seen = dayFilters.filter((each) => each !== 'all').flatMap((each) => filtered(visits, each))
    expect(seen.map(({ state }) => state)).toEqual(states.filter((state) => state !== 'cancelled'))
  })
})

describe('minutesBetween', () => {
  it('counts whole minutes, and none backwards', () => {
    expect(minutesBetween(at('09:00'), new Date('2026-11-24T09:01:59Z'))).toBe(1)
    expect(minutesBetween(at('09:05'), at('09:00'))).toBe(0)
  })
})

describe('waitedMinutes', () => {
  const now = at('10:00')
  const came = { arrivedAt: at('09:30'), calledAt: at('09:45') }

  it('runs while somebody waits, also when put aside', () => {
    expect(waitedMinutes({ state: 'waiting', arrivedAt: at('09:30'), calledAt: null }, now)).toBe(30)
    expect(waitedMinutes({ state: 'parked', ...came }, now)).toBe(30)
  })
  it('stops at the call', () => {
    expect(waitedMinutes({ state: 'called', ...came }, now)).toBe(15)
    expect(waitedMinutes({ state: 'finished', ...came }, now)).toBe(15)
  })
  it('is none for those who have not come or did not answer', () => {
    expect(waitedMinutes({ state: 'booked', arrivedAt: null, calledAt: null }, now)).toBeNull()
    expect(waitedMinutes({ state: 'noShow', ...came }, now)).toBeNull()
  })
})
