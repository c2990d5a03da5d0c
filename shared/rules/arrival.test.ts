import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { arrivalStanding, arrivalStandings, cameLate, earlyMinutes, lateMinutes } from './arrival'
import { turnAt } from './callNext'
import { HELSINKI, helsinkiDay } from './localDay'
import { type VisitState, visitStates } from './visitStates'

const at = (text: string) => DateTime.fromISO(text, { zone: HELSINKI }).toJSDate()
const startsAt = at('2026-11-25T10:00')
const standing = (now: string, state: VisitState = 'booked') =>
  arrivalStanding({ state, startsAt, day: '2026-11-25' }, at(now))

describe('one who stands at the reception', () => {
  it('is in time from half an hour before until ten minutes after', () => {
    const inTime = { standing: 'onTime', minutes: null }
    for (const now of ['09:30', '09:29:01', '09:59', '10:00', '10:10', '10:10:59']) {
      expect(standing(`2026-11-25T${now}`)).toEqual(inTime)
    }
    expect(standing('2026-11-25T09:29')).toEqual({ standing: 'early', minutes: 31 })
    expect(standing('2026-11-25T08:00')).toEqual({ standing: 'early', minutes: 120 })
    expect(standing('2026-11-25T10:11')).toEqual({ standing: 'late', minutes: 11 })
    expect(standing('2026-11-25T14:30')).toEqual({ standing: 'late', minutes: 270 })
  })

  it('can have come on the wrong day, which begins at midnight in Helsinki', () => {
    expect(standing('2026-11-24T23:59')).toEqual({ standing: 'wrongDayBefore', minutes: null })
    expect(standing('2026-11-25T00:00')).toEqual({ standing: 'early', minutes: 600 })
    expect(standing('2026-11-25T23:59').standing).toBe('late')
    expect(standing('2026-11-26T00:00')).toEqual({ standing: 'wrongDayAfter', minutes: null })
  })

  it('can be in already, marked as not having come, or have no visit any more', () => {
    for (const state of ['waiting', 'called', 'parked'] as const) {
      expect(standing('2026-11-25T10:00', state).standing).toBe('alreadyIn')
    }
    expect(standing('2026-11-25T12:00', 'noShow').standing).toBe('noShowToday')
    expect(standing('2026-11-26T12:00', 'noShow').standing).toBe('wrongDayAfter')
    expect(standing('2026-11-25T10:00', 'finished').standing).toBe('over')
    expect(standing('2026-11-24T10:00', 'cancelled').standing).toBe('cancelled')
  })

  it('is told minutes when early or late, and then only', () => {
    const some = fc.record({
      state: fc.constantFrom(...visitStates),
      minutes: fc.integer({ min: -4000, max: 4000 }),
      seconds: fc.integer({ min: 0, max: 59 }),
    })
    fc.assert(
      fc.property(some, ({ state, minutes, seconds }) => {
        const now = new Date(startsAt.getTime() + minutes * 60_000 + seconds * 1000)
        const found = arrivalStanding({ state, startsAt, day: helsinkiDay(startsAt) }, now)
        expect(arrivalStandings).toContain(found.standing)
        expect(found.minutes !== null).toBe(found.standing === 'early' || found.standing === 'late')
        if (found.standing === 'early') expect(found.minutes).toBeGreaterThan(earlyMinutes)
        if (found.standing === 'late') expect(found.minutes).toBeGreaterThan(lateMinutes)
      }),
    )
  })

  it('is late for the queue exactly when the reception calls it late', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_800_000, max: 3_600_000 }), (milliseconds) => {
        const now = new Date(startsAt.getTime() + milliseconds)
        const late =
          arrivalStanding({ state: 'booked', startsAt, day: '2026-11-25' }, now).standing === 'late'
        expect(cameLate(startsAt, now)).toBe(late)
        expect(turnAt({ startsAt, arrivedAt: now })).toEqual(late ? now : startsAt)
      }),
    )
  })
})
