import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { advice } from '#shared/contract/advice'
import { countedIncome, notIncome } from '#shared/rules/income'
import { urgencyGrounds } from '#shared/rules/urgency'
import { assetKinds } from '#shared/rules/wealth'
import { type AdviceValues, emptyAdvice, isUntouched, partsOf, readAdvice } from './adviceForm'

const today = '2026-11-24'
const read = (changes: Partial<AdviceValues>) => readAdvice({ ...emptyAdvice, ...changes }, today)

describe('what is typed of an applicant', () => {
  it('is nothing at first, for today', () => {
    expect(read({})).toEqual({
      figures: {
        day: today,
        people: null,
        rooms: null,
        grounds: [],
        housingCostsCents: null,
        assets: [],
        home: { movesForWork: false, livesThere: false, kilometres: null },
        incomes: [],
        notIncome: [],
      },
      wrong: [],
    })
    expect(isUntouched(emptyAdvice)).toBe(true)
    expect(isUntouched({ ...emptyAdvice, values: { funds: '' } })).toBe(true)
    expect(isUntouched({ ...emptyAdvice, livesThere: true })).toBe(false)
    expect(isUntouched({ ...emptyAdvice, incomes: { salary: '1' } })).toBe(false)
  })

  it('is read as the rules take it', () => {
    const { figures, wrong } = read({
      day: '5.6.2024',
      people: ' 3 ',
      values: { ownHome: '100 000', funds: '' },
      debts: { ownHome: '40000,50', property: '10' },
      kilometres: '120',
      incomes: { salary: '1800+950', capital: '1200' },
      yearly: ['capital', 'pension'],
    })
    expect(wrong).toEqual([])
    expect(figures).toMatchObject({ day: '2024-06-05', people: 3, home: { kilometres: 120 } })
    expect(figures.assets).toEqual([
      { kind: 'ownHome', cents: 10_000_000, debtCents: 4_000_050 },
      { kind: 'property', cents: 0, debtCents: 1_000 },
    ])
    expect(figures.incomes).toEqual([
      { item: 'salary', cents: 275_000, per: 'month' },
      { item: 'capital', cents: 120_000, per: 'year' },
    ])
  })

  it.each([
    [{ day: '31.2.2024' }, 'day', 'notDay'],
    [{ people: '0' }, 'people', 'notNumber'],
    [{ people: '31' }, 'people', 'notNumber'],
    [{ rooms: '2,5' }, 'rooms', 'notNumber'],
    [{ kilometres: 'kaukana' }, 'kilometres', 'notNumber'],
    [{ housingCosts: '-1' }, 'housingCosts', 'notAmount'],
    [{ values: { funds: '1.000' } }, 'value-funds', 'notAmount'],
    [{ debts: { funds: '999999999999' } }, 'debt-funds', 'amountTooLarge'],
    [{ incomes: { salary: 'palkka' } }, 'income-salary', 'notAmount'],
  ] as const)('is told to be wrong: %j', (changes, field, problem) => {
    const { wrong } = read(changes)
    expect(wrong).toMatchObject([{ field, problem }])
    expect(partsOf(field).length).toBeGreaterThan(0)
  })

  it('is what the desk takes, whatever is typed', () => {
    const inputSchema = advice.summary['~orpc'].inputSchema!
    const text = fc.oneof(fc.string(), fc.integer().map(String), fc.constantFrom('', '1 000', '5.6.2024'))
    const some = <Name extends string>(names: readonly Name[]) =>
      fc.dictionary(fc.constantFrom(...names), text) as fc.Arbitrary<Partial<Record<Name, string>>>
    const any = fc.record({
      day: text,
      people: text,
      rooms: text,
      housingCosts: text,
      grounds: fc.subarray(urgencyGrounds),
      values: some(assetKinds),
      debts: some(assetKinds),
      movesForWork: fc.boolean(),
      livesThere: fc.boolean(),
      kilometres: text,
      incomes: some(countedIncome),
      yearly: fc.subarray([...countedIncome]),
      notIncome: fc.subarray([...notIncome]),
    })
    fc.assert(
      fc.property(any, (values) => {
        const { figures } = readAdvice(values, today)
        expect(inputSchema.safeParse({ language: 'fi', figures }).success).toBe(true)
      }),
    )
  })
})
