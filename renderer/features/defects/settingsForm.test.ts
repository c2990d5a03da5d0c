import { describe, expect, it } from 'vitest'
import type { DefectSettings } from '#shared/contract/defects'
import { kinds } from './kinds'
import { namesOf, refusedField, settingsOf, typedSettings } from './settingsForm'

const settings: DefectSettings = {
  version: 2,
  areas: [{ area: 'Keskinen 2', email: 'keskinen2@example.com' }],
  ownCleaners: null,
  cleaningCompanies: [{ company: 'Kirkas Oy', email: 'kirkas@example.com' }],
  housingCompanies: [{ propertyNo: '1006', name: 'As Oy Porvoonkatu', email: null }],
  asOy: Object.fromEntries(
    kinds.map((kind) => [kind, kind === 'lift' ? 'housingCompany' : null]),
  ) as DefectSettings['asOy'],
}
const none = { areas: [], companies: [] }

describe('the settings of defects', () => {
  it('are given back as they were read', () => {
    expect(settingsOf(typedSettings(settings, none), 2)).toEqual(settings)
  })
  it('have a field for what the register names and nobody has set', () => {
    const typed = typedSettings(settings, { areas: ['Itäinen 2'], companies: ['Porras Oy'] })
    expect(namesOf(typed, 'area:')).toEqual(['Itäinen 2', 'Keskinen 2'])
    expect(namesOf(typed, 'company:')).toEqual(['Kirkas Oy', 'Porras Oy'])
    expect(settingsOf(typed, 2).areas).toContainEqual({ area: 'Itäinen 2', email: null })
  })
  it('leave out a housing company that was emptied', () => {
    const typed = { ...typedSettings(settings, none), 'housingName:1006': ' ' }
    expect(settingsOf(typed, 2).housingCompanies).toEqual([])
  })
  it('find the field that the desk refused', () => {
    expect(refusedField('areas.0', settings)).toBe('area:Keskinen 2')
    expect(refusedField('cleaningCompanies.0', settings)).toBe('company:Kirkas Oy')
    expect(refusedField('housingCompanies.0', settings)).toBe('housingEmail:1006')
    expect(refusedField('ownCleaners', settings)).toBe('ownCleaners')
    expect(refusedField('areas.7', settings)).toBeUndefined()
    expect(refusedField('asOy', settings)).toBeUndefined()
  })
})
