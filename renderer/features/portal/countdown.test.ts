import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextChange, timeLeft } from './countdown'

const until = new Date('2026-11-26T07:15:00Z')
const left = (milliseconds: number) => new Date(until.getTime() - milliseconds)
const minute = 60_000

describe('what is left of a link', () => {
  it('counts whole hours and minutes', () => {
    expect(timeLeft(until, left(24 * 60 * minute))).toEqual({ hours: 24, minutes: 0 })
    expect(timeLeft(until, left((23 * 60 + 12) * minute + 30_000))).toEqual({ hours: 23, minutes: 12 })
  })

  it('has a last minute and then nothing', () => {
    expect(timeLeft(until, left(59_000))).toEqual({ hours: 0, minutes: 1 })
    expect(timeLeft(until, left(1))).toEqual({ hours: 0, minutes: 1 })
    expect(timeLeft(until, until)).toBeNull()
    expect(timeLeft(until, left(-minute))).toBeNull()
  })

  it('says the same until the next change, and something else after it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 24 * 60 * minute }), (ms) => {
        const now = left(ms)
        const wait = nextChange(until, now)
        expect(wait).toBeGreaterThan(0)
        expect(timeLeft(until, new Date(now.getTime() + wait - 1))).toEqual(timeLeft(until, now))
        const after = timeLeft(until, new Date(now.getTime() + wait))
        if (ms > 2 * minute) expect(after).not.toEqual(timeLeft(until, now))
      }),
    )
  })
})
