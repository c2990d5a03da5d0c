import { describe, expect, it } from 'vitest'
import { contract } from '#shared/contract/index'
import { apartmentsOf, mostApartments, offeredSizes, type PracticeInput, seedOf } from './practiceSize'

const input = (part: Partial<PracticeInput>): PracticeInput => ({ size: 'own', own: '', seed: '1', ...part })
const takes = (value: { apartments: number; seed: number }) =>
  contract.register.generatePractice['~orpc'].inputSchema?.['~standard'].validate(value)

describe('the size of a practice register', () => {
  it('is one of those offered, or an own number', () => {
    expect(apartmentsOf(input({ size: 'full' }))).toBe(54_500)
    expect(apartmentsOf(input({ size: 'small', own: 'ei' }))).toBe(500)
    expect(apartmentsOf(input({ own: '1 200' }))).toBe(1200)
    expect(apartmentsOf(input({ own: ' 7 ' }))).toBe(7)
  })

  it.each(['', '0', '-5', '1,5', '60001', 'sata', '1e3'])('is not %j', (own) => {
    expect(apartmentsOf(input({ own }))).toBeNull()
  })

  it('is one that the desk takes', () => {
    for (const apartments of [1, mostApartments, ...Object.values(offeredSizes)]) {
      expect(takes({ apartments, seed: 2_147_483_647 })).not.toHaveProperty('issues')
    }
    expect(takes({ apartments: mostApartments + 1, seed: 1 })).toHaveProperty('issues')
  })
})

describe('the seed', () => {
  it('is a whole number from 0', () => {
    expect(seedOf(input({ seed: '0' }))).toBe(0)
    expect(seedOf(input({ seed: '2147483647' }))).toBe(2_147_483_647)
    for (const seed of ['', '-1', '2147483648', 'x', '1.5']) expect(seedOf(input({ seed }))).toBeNull()
  })
})
