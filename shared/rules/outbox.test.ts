import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterCrash, afterTry, mailProblems, waitsBetweenTries } from './outbox'

const now = new Date('2026-11-25T07:00:00Z')
const refusedForNow = { ok: false, problem: 'refusedForNow', permanent: false, handedOver: false } as const
const failure = fc.record({
  ok: fc.constant(false as const),
  problem: fc.constantFrom(...mailProblems),
  permanent: fc.boolean(),
  handedOver: fc.boolean(),
})
const attempt = fc.integer({ min: 1, max: 40 })

describe('a message after a try', () => {
  it('is sent when the server took it, whichever try it was', () => {
    fc.assert(
      fc.property(attempt, (attempts) => {
        expect(afterTry({ ok: true }, attempts, now)).toEqual({
          state: 'sent',
          problem: null,
          nextTryAt: null,
        })
      }),
    )
  })

  it('waits longer and longer, and has failed after the eleventh', () => {
    const waits: number[] = []
    let at = now
    let attempts = 1
    for (; attempts < 50; attempts += 1) {
      const after = afterTry(refusedForNow, attempts, at)
      if (after.nextTryAt === null) break
      expect(after).toMatchObject({ state: 'waiting', problem: 'refusedForNow' })
      waits.push((after.nextTryAt.getTime() - at.getTime()) / 60_000)
      at = after.nextTryAt
    }
    expect(waits).toEqual([1, 2, 5, 15, 30, 60, 120, 240, 480, 720])
    expect(waits).toEqual([...waitsBetweenTries])
    expect(attempts).toBe(11)
    expect(afterTry(refusedForNow, 11, now)).toEqual({
      state: 'failed',
      problem: 'refusedForNow',
      nextTryAt: null,
    })
    // More than a day, so that a night without a server loses nothing.
    expect(at.getTime() - now.getTime()).toBeGreaterThan(24 * 3_600_000)
  })

  it('has failed at once when the server will never take it', () => {
    const never = { ok: false, problem: 'recipientRefused', permanent: true, handedOver: false } as const
    expect(afterTry(never, 1, now)).toEqual({ state: 'failed', problem: 'recipientRefused', nextTryAt: null })
  })

  it('is uncertain whenever it was handed over without an answer, and is not tried again by itself', () => {
    fc.assert(
      fc.property(failure, attempt, (outcome, attempts) => {
        const after = afterTry(outcome, attempts, now)
        expect(after.state === 'uncertain').toBe(outcome.handedOver)
        expect(after.state === 'waiting').toBe(after.nextTryAt !== null)
        if (after.nextTryAt !== null) {
          expect(after.nextTryAt > now).toBe(true)
          expect(outcome.permanent || outcome.handedOver).toBe(false)
        }
        expect(after.problem).toBe(outcome.problem)
      }),
    )
  })
})

describe('a message that a program had in hand when it ended', () => {
  it('goes out again only when the server cannot have it', () => {
    expect(afterCrash(false)).toBe('waiting')
    expect(afterCrash(true)).toBe('uncertain')
  })
})
