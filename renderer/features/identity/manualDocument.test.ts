import { describe, expect, it } from 'vitest'
import { emptyDocument, type ManualValues, manualDocument, manualProblem } from './manualDocument'

const today = '2026-11-25'
const typed: ManualValues = {
  kind: 'identityCard',
  issuingCountry: 'FIN',
  lastName: 'Virtanen',
  firstNames: 'Meija Kaarina',
  birthDate: '4.7.1985',
  expiresOn: '01.02.2030',
  personalIdentityCode: '',
}

describe('a document typed by hand', () => {
  it('becomes what the check takes', () => {
    expect(manualDocument(typed, today)).toEqual({
      source: 'manual',
      kind: 'identityCard',
      issuingCountry: 'FIN',
      lastName: 'Virtanen',
      firstNames: 'Meija Kaarina',
      birthDate: '1985-07-04',
      expiresOn: '2030-02-01',
      personalIdentityCode: null,
    })
  })

  it('may lack an expiry and given names, which the rule judges', () => {
    expect(manualDocument({ ...typed, expiresOn: '', firstNames: '' }, today)).toMatchObject({
      expiresOn: null,
    })
  })

  it('is nothing while a field is wrong', () => {
    expect(manualDocument(emptyDocument, today)).toBeNull()
    expect(manualDocument({ ...typed, expiresOn: '31.2.2030' }, today)).toBeNull()
    expect(manualDocument({ ...typed, issuingCountry: '' }, today)).toBeNull()
  })
})

describe('problems of the fields', () => {
  it.each([
    ['lastName', ' ', 'required'],
    ['birthDate', '', 'required'],
    ['birthDate', '4.7.85', 'dayFormat'],
    ['birthDate', '26.11.2026', 'bornLater'],
    ['expiresOn', '1/2/2030', 'dayFormat'],
    ['personalIdentityCode', '040785-9990', 'codeWrong'],
    ['personalIdentityCode', '', null],
    ['expiresOn', '', null],
  ] as const)('%s "%s" is %s', (field, text, problem) => {
    expect(manualProblem(field, { ...typed, [field]: text }, today)).toBe(problem)
  })
})
