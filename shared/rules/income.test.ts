import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countedIncome, countsAsIncome, monthlyCents, monthlyIncome, notIncome } from './income'

describe('monthly gross income', () => {
  it('has the ten items that count and the twelve that do not, and none is both', () => {
    expect(countedIncome).toHaveLength(10)
    expect(notIncome).toHaveLength(12)
    expect(new Set([...countedIncome, ...notIncome]).size).toBe(22)
    expect(countedIncome.every(countsAsIncome)).toBe(true)
    expect(notIncome.some(countsAsIncome)).toBe(false)
    // What is easily taken for the other: the source names them apart.
    expect(['spousalSupport', 'adultStudyGrant'].every((item) => countsAsIncome(item as 'salary'))).toBe(true)
    expect(['maintenance', 'studentAid'].some((item) => countsAsIncome(item as 'salary'))).toBe(false)
  })

  it('is not known while none is told, and is nothing when that is told', () => {
    expect(monthlyIncome([], ['familyAllowance']).totalCents).toBeNull()
    expect(monthlyIncome([{ item: 'salary', cents: 0, per: 'month' }]).totalCents).toBe(0)
  })

  it('is a twelfth of a year where it varies', () => {
    const { lines, totalCents } = monthlyIncome([
      { item: 'salary', cents: 2_880_000, per: 'year' },
      { item: 'capital', cents: 10_050, per: 'month' },
    ])
    expect(lines.map((line) => line.monthlyCents)).toEqual([240_000, 10_050])
    expect(totalCents).toBe(250_050)
  })

  it('names what the applicant has that does not count, in the source’s order', () => {
    const { notCounted, totalCents } = monthlyIncome(
      [{ item: 'pension', cents: 100_000, per: 'month' }],
      ['temporaryIncome', 'housingAllowance'],
    )
    expect(notCounted).toEqual(['housingAllowance', 'temporaryIncome'])
    expect(totalCents).toBe(100_000)
  })

  it('is whole cents, within half a cent of the year’s twelfth', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e10 }), (cents) => {
        const monthly = monthlyCents({ cents, per: 'year' })
        expect(Number.isInteger(monthly)).toBe(true)
        expect(Math.abs(monthly * 12 - cents)).toBeLessThanOrEqual(6)
      }),
    )
  })

  it('does not depend on what does not count', () => {
    const some = fc.record({
      item: fc.constantFrom(...countedIncome),
      cents: fc.integer({ min: 0, max: 1e10 }),
      per: fc.constantFrom('month' as const, 'year' as const),
    })
    fc.assert(
      fc.property(fc.array(some, { maxLength: 10 }), fc.subarray([...notIncome]), (incomes, others) => {
        expect(monthlyIncome(incomes, others).totalCents).toBe(monthlyIncome(incomes).totalCents)
      }),
    )
  })
})
