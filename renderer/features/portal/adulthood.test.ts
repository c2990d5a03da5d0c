import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ageOn } from '#shared/rules/localDay'
import { adultOn } from './adulthood'

describe('the eighteenth birthday', () => {
  it('is the same day of the year', () => {
    expect(adultOn('2010-07-04')).toBe('2028-07-04')
    expect(adultOn('2008-02-29')).toBe('2026-02-28')
  })

  it('is the first day on which one is eighteen', () => {
    const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(days, (date) => {
        const born = date.toISOString().slice(0, 10)
        const adult = adultOn(born)
        const before = new Date(Date.parse(`${adult}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
        expect(ageOn(born, adult)).toBe(18)
        expect(ageOn(born, before)).toBe(17)
      }),
    )
  })
})
