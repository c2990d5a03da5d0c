import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type UrgencyFacts, urgencyGroundLevels, urgencyGrounds, urgencyOf } from './urgency'

const nothing: UrgencyFacts = {
  told: [],
  people: null,
  rooms: null,
  housingCostsCents: null,
  grossIncomeCents: null,
}
const of = (facts: Partial<UrgencyFacts>) => urgencyOf({ ...nothing, ...facts })
const groundsOf = (facts: Partial<UrgencyFacts>) => of(facts).grounds.map(({ ground }) => ground)

describe('the urgency level', () => {
  it.each([
    [1, ['homeless', 'worksInHelsinki', 'leaseTerminated', 'barrierFree']],
    [2, ['fixedTermEnds', 'separating', 'tooSmall', 'tooLarge', 'housingCosts', 'withParents']],
    [3, ['otherReason']],
  ] as const)('%d is of these grounds and no others', (level, grounds) => {
    expect(urgencyGrounds.filter((ground) => urgencyGroundLevels[ground] === level)).toEqual(grounds)
    for (const ground of grounds) {
      expect(of({ told: [ground] })).toMatchObject({ level, grounds: [{ ground, level, how: 'told' }] })
    }
  })

  it('is not said as long as nothing is told', () => {
    expect(urgencyOf(nothing)).toEqual({ level: null, grounds: [], housingCostPercent: null })
  })

  it.each([
    [2, 2, false],
    [3, 2, true],
    [1, 1, false],
    [2, 1, true],
  ])('with %d persons in %d rooms: too small is %s', (people, rooms, small) => {
    expect(groundsOf({ people, rooms })).toEqual(small ? ['tooSmall'] : [])
  })

  it.each([
    [40_000, 100_000, false],
    [40_001, 100_000, true],
    [1, 0, false],
    [90_000, null, false],
    [null, 100_000, false],
  ])(
    'with costs of %s of an income of %s cents: too dear is %s',
    (housingCostsCents, grossIncomeCents, dear) => {
      expect(groundsOf({ housingCostsCents, grossIncomeCents })).toEqual(dear ? ['housingCosts'] : [])
    },
  )

  it('says what follows from figures apart from what is told', () => {
    const { level, grounds, housingCostPercent } = of({
      told: ['tooSmall', 'otherReason'],
      people: 4,
      rooms: 2,
      housingCostsCents: 45_000,
      grossIncomeCents: 100_000,
    })
    expect({ level, housingCostPercent }).toEqual({ level: 2, housingCostPercent: 45 })
    expect(grounds.map(({ ground, how }) => [ground, how])).toEqual([
      ['tooSmall', 'told'],
      ['housingCosts', 'calculated'],
      ['otherReason', 'told'],
    ])
  })

  const amount = fc.option(fc.integer({ min: 0, max: 1_000_000 }))
  const few = fc.option(fc.integer({ min: 1, max: 10 }))
  const any = fc.record({
    told: fc.subarray(urgencyGrounds),
    people: few,
    rooms: few,
    housingCostsCents: amount,
    grossIncomeCents: amount,
  })

  it('is the most urgent of the grounds, each with its own level, and never becomes less urgent by one more', () => {
    fc.assert(
      fc.property(any, fc.constantFrom(...urgencyGrounds), (facts, one) => {
        const { level, grounds } = urgencyOf(facts)
        expect(level).toBe(grounds.length === 0 ? null : Math.min(...grounds.map((each) => each.level)))
        for (const { ground, level: its } of grounds) expect(its).toBe(urgencyGroundLevels[ground])
        const more = urgencyOf({ ...facts, told: [...facts.told, one] })
        expect(more.level).toBeLessThanOrEqual(level ?? 3)
      }),
    )
  })
})
