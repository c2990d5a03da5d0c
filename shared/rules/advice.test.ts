import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { advise } from './advice'
import { countedIncome, notIncome } from './income'
import { addDays } from './localDay'
import { urgencyGrounds } from './urgency'
import { assetKinds } from './wealth'

const cents = fc.integer({ min: 0, max: 1e10 })
const few = fc.option(fc.integer({ min: 1, max: 30 }))
const any = fc.record({
  day: fc.integer({ min: 0, max: 5_000 }).map((days) => addDays('2020-01-01', days)),
  people: few,
  rooms: few,
  grounds: fc.subarray(urgencyGrounds),
  housingCostsCents: fc.option(cents),
  assets: fc.array(fc.record({ kind: fc.constantFrom(...assetKinds), cents, debtCents: cents })),
  home: fc.record({ movesForWork: fc.boolean(), livesThere: fc.boolean(), kilometres: few }),
  incomes: fc.array(
    fc.record({
      item: fc.constantFrom(...countedIncome),
      cents,
      per: fc.constantFrom('month' as const, 'year' as const),
    }),
  ),
  notIncome: fc.subarray([...notIncome]),
})

/** Every name and every choice that an answer is made of. */
const wordsOf = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([name, inner]) => [name, ...wordsOf(inner)])
      : []

describe('advice to an applicant', () => {
  it('is figures and rules, and never a verdict', () => {
    fc.assert(
      fc.property(any, (facts) => {
        const verdict = /eligib|accept|reject|approv|entitl|qualif|decision|granted|chance|priority/i
        expect(wordsOf(advise(facts)).filter((word) => verdict.test(word))).toEqual([])
      }),
    )
  })

  it('compares with no figure that is not published', () => {
    fc.assert(
      fc.property(any, (facts) => {
        const { limit, overCents } = advise(facts).wealth
        const isPublished = facts.day.startsWith('2024') && facts.people !== null && facts.people <= 5
        expect(limit.ok).toBe(isPublished)
        if (!isPublished) expect(overCents).toBeNull()
      }),
    )
  })

  it('takes housing costs against the income that was told', () => {
    const facts = {
      day: '2024-05-05',
      people: 1,
      rooms: 1,
      grounds: [],
      housingCostsCents: 100_001,
      assets: [],
      home: { movesForWork: false, livesThere: false, kilometres: null },
      incomes: [{ item: 'salary', cents: 3_000_000, per: 'year' }],
      notIncome: ['housingAllowance'],
    } as const
    expect(advise(facts).urgency).toMatchObject({ level: 2, grounds: [{ ground: 'housingCosts' }] })
    expect(advise({ ...facts, housingCostsCents: 100_000 }).urgency.level).toBeNull()
  })
})
