import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, isLocalDay } from './localDay'
import { checklistOf, lastDayOf, latestDay, termProblem } from './mandateTerm'

const today = '2026-11-24'
const term = (changes: object) => ({ signedOn: today, validFrom: today, validUntil: null, ...changes })

describe('the days of a power', () => {
  it.each([
    [null, {}],
    [null, { validUntil: today }],
    [null, { signedOn: '2026-11-01', validFrom: '2027-01-01', validUntil: '2027-01-01' }],
    [null, { validUntil: '2051-11-24' }],
    ['longerThan25Years', { validUntil: '2051-11-25' }],
    ['endBeforeStart', { validUntil: '2026-11-23' }],
    ['beginsBeforeSigned', { validFrom: '2026-11-23' }],
    ['signedInFuture', { signedOn: '2026-11-25', validFrom: '2026-11-25' }],
  ])('are refused as %s: %j', (refusal, changes) => {
    expect(termProblem(term(changes), today)?.refusal ?? null).toBe(refusal)
  })

  it('end 25 years later at the latest, on a day that there is', () => {
    expect(latestDay('2028-02-29')).toBe('2053-02-28')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (n) => {
        const from = addDays('2000-01-01', n)
        const last = latestDay(from)
        expect(isLocalDay(last)).toBe(true)
        expect(lastDayOf(term({ validFrom: from }))).toBe(last)
        expect(
          termProblem(term({ signedOn: '2000-01-01', validFrom: from, validUntil: last }), today),
        ).toBeNull()
      }),
    )
  })
})

describe('what must be seen before a power is valid', () => {
  const granted = { general: false, scopes: [], openSection: false }
  it.each([
    [{ general: true }, ['signedAndDated', 'grantorIdentified', 'scopeReadable']],
    [{ scopes: ['keys'] as const }, ['signedAndDated', 'grantorIdentified', 'scopeReadable']],
    [{ openSection: true }, ['signedAndDated', 'grantorIdentified', 'openSectionReadable']],
    [
      { scopes: ['estate'] as const },
      ['signedAndDated', 'grantorIdentified', 'scopeReadable', 'partiesKnown', 'partiesPapersSeen'],
    ],
  ])('is by its kind: %j', (changes, checks) => {
    expect(checklistOf({ ...granted, ...changes })).toEqual(checks)
  })
})
