import { describe, expect, it } from 'vitest'
import { type ContentFacts, contentProblem, type GranteeFacts, samePerson } from './mandateContent'

const today = '2026-11-24'
const poika: GranteeFacts = {
  residentId: null,
  firstNames: 'Pekka',
  lastName: 'Poika',
  birthDate: '1980-01-01',
  diedOn: null,
}
const grantor = { id: 'g', birthDate: '1950-01-01', diedOn: null }
const widow = { id: 'w', diedOn: null }
const content = (changes: Partial<ContentFacts> = {}): ContentFacts => ({
  general: false,
  scopes: ['keys'],
  openSection: '',
  objectName: null,
  parties: [],
  diedOn: null,
  grantor,
  otherGrantors: [],
  grantees: [poika],
  signedOn: '2026-11-20',
  validFrom: '2026-11-20',
  validUntil: null,
  ...changes,
})
const estate = (changes: Partial<ContentFacts> = {}) =>
  content({
    scopes: ['estate'],
    grantor: { ...grantor, diedOn: '2026-10-30' },
    parties: ['Liisa Leski'],
    ...changes,
  })
const refusalOf = (facts: ContentFacts) => contentProblem(facts, today)?.refusal ?? null

describe('what a power says', () => {
  it.each([
    [null, content()],
    [null, content({ general: true, scopes: [] })],
    [null, content({ scopes: [], openSection: 'Poikani hoitaa muuton' })],
    ['scopeRequired', content({ scopes: [] })],
    ['objectNameRequired', content({ objectName: '' })],
    ['endBeforeStart', content({ validUntil: '2026-11-19' })],
    ['severalGrantors', content({ otherGrantors: [widow] })],
    ['sameGrantorTwice', estate({ otherGrantors: [widow, widow] })],
    ['sameGrantorTwice', estate({ otherGrantors: [{ id: 'g', diedOn: null }] })],
    ['onlyForEstate', content({ parties: ['Liisa Leski'] })],
    ['onlyForEstate', content({ diedOn: '2026-10-30' })],
    ['grantorDied', content({ grantor: { ...grantor, diedOn: '2026-11-21' } })],
    ['grantorIsMinor', content({ grantor: { ...grantor, birthDate: '2008-11-21' } })],
    [null, content({ grantor: { ...grantor, birthDate: '2008-11-20' } })],
    [null, estate()],
    [null, estate({ otherGrantors: [widow], parties: [] })],
    [null, estate({ grantor, diedOn: '2026-11-20' })],
    ['deathDayRequired', estate({ grantor })],
    ['diedInFuture', estate({ grantor, diedOn: '2026-11-25' })],
    ['signedBeforeDeath', estate({ grantor, diedOn: '2026-11-21' })],
    ['partiesRequired', estate({ parties: [] })],
    ['partiesRequired', estate({ parties: [], otherGrantors: [{ id: 'w', diedOn: '2026-01-01' }] })],
    ['estateAlone', estate({ general: true })],
    ['estateAlone', estate({ scopes: ['estate', 'keys'] })],
  ] as const)('is refused as %s', (refusal, facts) => {
    expect(refusalOf(facts)).toBe(refusal)
  })

  it.each([
    ['granteeMissing', []],
    ['granteeNameRequired', [{ ...poika, firstNames: '' }]],
    ['granteeNameRequired', [{ ...poika, lastName: '' }]],
    ['granteeBirthDateRequired', [{ ...poika, birthDate: null }]],
    ['granteeIsMinor', [{ ...poika, birthDate: '2008-11-25' }]],
    [null, [{ ...poika, birthDate: '2008-11-24' }]],
    ['granteeIsGrantor', [{ ...poika, residentId: 'g' }]],
    ['granteeDied', [{ ...poika, residentId: 'p', diedOn: '2020-01-01' }]],
    ['sameGranteeTwice', [poika, { ...poika, firstNames: 'pekka', residentId: 'p' }]],
    [null, [poika, { ...poika, birthDate: '1980-01-02' }]],
  ] as const)('names its grantees, or is refused as %s', (refusal, grantees) => {
    expect(refusalOf(content({ grantees }))).toBe(refusal)
  })

  it('says which grantee is meant', () => {
    const grantees = [poika, { ...poika, birthDate: '2020-01-01' }]
    expect(contentProblem(content({ grantees }), today)).toEqual({
      refusal: 'granteeIsMinor',
      field: 'birthDate',
      grantee: 1,
    })
  })
})

describe('two who are one person', () => {
  it('are one resident, or have one name and birth date', () => {
    const resident = { ...poika, residentId: 'p' }
    expect(samePerson(poika, { ...poika, firstNames: 'PEKKA' })).toBe(true)
    expect(samePerson(poika, resident)).toBe(true)
    expect(samePerson(resident, { ...resident, lastName: 'Uusinimi' })).toBe(true)
    expect(samePerson(resident, { ...poika, residentId: 'q' })).toBe(false)
    expect(samePerson({ ...poika, birthDate: null }, { ...poika, birthDate: null })).toBe(false)
  })
})
