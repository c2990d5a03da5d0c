import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLockedOut, lockoutUntil } from './signIn'

const now = new Date('2026-11-24T08:30:00Z')
const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

describe('a lockout', () => {
  it.each([
    [1, null],
    [4, null],
    [5, 5],
    [6, 10],
    [7, 20],
    [8, 40],
    [9, 60],
    [10, 60],
    [1000, 60],
  ])('after %i failures lasts %s minutes', (failures, minutes) => {
    expect(lockoutUntil(failures, now)).toEqual(minutes === null ? null : inMinutes(minutes))
  })

  it('ends at its last moment, and not before', () => {
    const person = { lockedOutUntil: inMinutes(5), lastFailureAt: now }
    expect(isLockedOut(person, new Date(inMinutes(5).getTime() - 1))).toBe(true)
    expect(isLockedOut(person, inMinutes(5))).toBe(false)
  })

  it('is opened by no clock that stands before the last failure', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 30 }),
        fc.integer({ min: 1, max: 10_000_000 }),
        (failures, minutes) => {
          const person = { lockedOutUntil: lockoutUntil(failures, now), lastFailureAt: now }
          expect(isLockedOut(person, inMinutes(-minutes))).toBe(true)
        },
      ),
    )
  })

  it('is nobody’s who has failed but a few times', () => {
    expect(isLockedOut({ lockedOutUntil: null, lastFailureAt: now }, now)).toBe(false)
    expect(isLockedOut({ lockedOutUntil: null, lastFailureAt: null }, inMinutes(-60))).toBe(false)
  })
})
