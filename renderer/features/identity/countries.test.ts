import { describe, expect, it } from 'vitest'
import { isIssuingCountry } from '#shared/rules/mrzScan'
import { countries, countryName } from './countries'

describe('countries', () => {
  it('are named in the three languages', () => {
    expect(countryName('FIN', 'fi')).toBe('Suomi')
    expect(countryName('SWE', 'sv')).toBe('Sverige')
    expect(countryName('EST', 'en')).toBe('Estonia')
    expect(countryName('RKS', 'fi')).toBe('Kosovo')
    expect(countryName('XXA', 'fi')).toBeNull()
  })

  it('all have a name of their own, and the check knows every one', () => {
    for (const language of ['fi', 'sv', 'en']) {
      const all = countries(language)
      expect(all.length).toBe(250)
      expect(new Set(all.map(({ name }) => name)).size).toBe(250)
      expect(
        all.filter(({ code, name }) => (code === name && code !== 'USA') || /^[A-Z]{2}$/.test(name)),
      ).toEqual([])
      expect(all.filter(({ code }) => !isIssuingCountry(code))).toEqual([])
      expect(all[0]?.code).toBe('FIN')
    }
  })
})
