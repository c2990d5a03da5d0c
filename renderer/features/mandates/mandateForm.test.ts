import { describe, expect, it } from 'vitest'
import { mandatePage } from '#shared/contract/mandateViews'
import { checkCharacter } from '#shared/rules/personalIdentityCode'
import { mandateContentOf, mandateProblems, placeOf, readBorn } from './mandateForm'
import {
  emptyMandate,
  type GranteeValues,
  type MandateValues,
  mandateComparing,
  newGrantee,
  recordedMandate,
  renewedMandate,
} from './mandateValues'

const today = '2026-11-23'
const facts = { today, died: false }
const bornOf = ({ born }: GranteeValues) => born
const code = `170590-902${checkCharacter('170590902')}`

const antti: GranteeValues = {
  ...newGrantee(0),
  firstNames: 'Antti Olavi',
  lastName: 'Virtanen',
  born: '17.5.1990',
}
const filled: MandateValues = {
  ...emptyMandate(false, 'L000001'),
  grantees: [antti],
  scopes: ['keys'],
  signedOn: '3.3.2026',
  arrived: 'atCounter',
}
const wrong = (values: MandateValues, of = facts) =>
  mandateProblems(values, bornOf, of).map(({ at, problem }) => `${at} ${problem}`)

describe('what is wrong in the form of a power', () => {
  it('is nothing in one that is filled in', () => {
    expect(wrong(filled)).toEqual([])
  })

  it('is everything that is missing in an empty one', () => {
    expect(wrong(emptyMandate(false, ''))).toEqual([
      'grantee-0-firstNames granteeNameRequired',
      'grantee-0-lastName granteeNameRequired',
      'grantee-0-born granteeBirthDateRequired',
      'scopes scopeRequired',
      'signedOn dayRequired',
      'arrived arrivedRequired',
    ])
  })

  it.each([
    [{ grantees: [] }, ['grantees granteeMissing']],
    [{ grantees: [{ ...antti, born: '24.11.2008' }] }, ['grantee-0-born granteeIsMinor']],
    [{ grantees: [{ ...antti, born: '23.11.2008' }] }, []],
    [{ grantees: [{ ...antti, born: '1990' }] }, ['grantee-0-born bornFormat']],
    [
      { grantees: [{ ...antti, phone: '12', email: 'a' }] },
      ['grantee-0-phone phoneInvalid', 'grantee-0-email emailInvalid'],
    ],
    [{ grantees: [{ ...newGrantee(4), resident: { id: 'x', name: 'X' } }] }, []],
    [{ scopes: [], openSection: ' ' }, ['scopes scopeRequired']],
    [{ scopes: [], openSection: 'Saa hakea postin' }, []],
    [{ signedOn: '24.11.2026' }, ['signedOn signedInFuture']],
    [{ signedOn: '31.2.2026' }, ['signedOn dayFormat']],
    [{ validFrom: '2.3.2026' }, ['validFrom beginsBeforeSigned']],
    [{ validUntil: '2.3.2026' }, ['validUntil endBeforeStart']],
    [{ validUntil: '3.3.2051' }, []],
    [{ validUntil: '4.3.2051' }, ['validUntil longerThan25Years']],
    [{ object: { kind: 'parkingSpace', leaseNo: '', name: ' ' } }, ['objectName objectNameRequired']],
    [{ object: { kind: 'lease', leaseNo: '', name: '' } }, ['object leaseRequired']],
    [{ scopes: ['estate'] }, ['diedOn deathDayRequired', 'parties partiesRequired']],
    [{ scopes: ['estate'], diedOn: '24.11.2026', parties: 'Liisa' }, ['diedOn diedInFuture']],
  ] as const)('in %j is %j', (part, expected) => {
    expect(wrong({ ...filled, ...part } as MandateValues)).toEqual(expected)
  })

  it('is no missing day of death when the register knows it', () => {
    const estate = { ...filled, scopes: ['estate'], parties: 'Liisa Mäki' } as const
    expect(wrong(estate, { today, died: true })).toEqual([])
  })
})

describe('a birth date', () => {
  it('is read as a day, and from a personal identity code', () => {
    expect(readBorn('17.5.1990', today)).toEqual({ ok: true, value: '1990-05-17' })
    expect(readBorn(` ${code.toLowerCase()} `, today)).toEqual({ ok: true, value: '1990-05-17' })
  })

  it('says what is wrong with a code', () => {
    expect(readBorn(`${code.slice(0, 10)}?`, today)).toMatchObject({ refusal: 'codeFormat' })
    expect(readBorn('310290-902X', today)).toMatchObject({ refusal: 'codeDate' })
  })
})

describe('what is sent', () => {
  it('is from the signature when no first day is given, and never a code', () => {
    const sent = mandateContentOf(filled, () => code, facts)
    expect(sent).toMatchObject({ signedOn: '2026-03-03', validFrom: '2026-03-03', validUntil: null })
    expect(sent?.grantees).toEqual([
      {
        residentId: null,
        firstNames: 'Antti Olavi',
        lastName: 'Virtanen',
        birthDate: '1990-05-17',
        personalIdentityCode: null,
        phone: null,
        email: null,
      },
    ])
  })

  it('has what belongs to an estate only for an estate', () => {
    const typed = { ...filled, parties: 'Liisa\n\n Kalle ', diedOn: '1.1.2026' }
    expect(mandateContentOf(typed, bornOf, facts)).toMatchObject({ parties: [], diedOn: null })
    expect(mandateContentOf({ ...typed, scopes: ['estate'] }, bornOf, facts)).toMatchObject({
      parties: ['Liisa', 'Kalle'],
      diedOn: '2026-01-01',
    })
  })

  it('is nothing while something is wrong', () => {
    expect(mandateContentOf({ ...filled, arrived: '' }, bornOf, facts)).toBeNull()
  })
})

describe('a power in the form', () => {
  const content = mandateContentOf(
    { ...filled, object: { kind: 'saunaTurn', leaseNo: 'L000001', name: 'ti 18' } },
    bornOf,
    facts,
  )
  if (content === null) throw new Error('not filled in')

  it('says the same again, but for its days when it is granted anew', () => {
    const renewed = renewedMandate(content, new Map(), 'L000001')
    const { fields, same } = mandateComparing
    const was = { ...filled, object: { kind: 'saunaTurn', leaseNo: '', name: 'ti 18' } } as const
    expect(fields.filter((field) => !same(field, was, renewed))).toEqual(['signedOn', 'arrived'])
  })

  it('says the same as was recorded', () => {
    const { otherGrantorIds: _, grantees, object: __, ...recorded } = content
    const mandate = mandatePage.parse({
      ...recorded,
      id: '01930000-0000-7000-8000-000000000001',
      version: 1,
      standing: 'received',
      grantors: [{ residentId: '01930000-0000-7000-8000-000000000002', name: 'Meija', died: false }],
      grantees: grantees.map((each) => ({
        ...each,
        id: '01930000-0000-7000-8000-000000000003',
        identifiedToday: false,
      })),
      object: { kind: 'saunaTurn', leaseNo: null, name: 'ti 18' },
      lastDay: '2051-03-03',
      papers: 0,
      checklist: [],
      refused: null,
      revoked: null,
      renews: null,
      renewedBy: null,
      paperList: [],
      history: [],
    })
    const values = recordedMandate(mandate, '01930000-0000-7000-8000-000000000002', '')
    expect(mandateContentOf(values, bornOf, facts)).toEqual(content)
  })
})

describe('where a refusal of the desk belongs', () => {
  it.each([
    [{ field: 'birthDate', grantee: 0 }, 'grantee-0-born'],
    [{ field: 'residentId', grantee: 0 }, 'grantee-0-resident'],
    [{ field: 'signedOn' }, 'signedOn'],
    [{ field: 'object' }, 'objectName'],
    [{ field: 'otherGrantorIds' }, 'otherGrantors'],
    [{ field: 'residentId' }, null],
    [{}, null],
  ])('%j: %s', (refused, expected) => {
    expect(placeOf(filled, refused)).toBe(expected)
  })

  it('of a resident is the resident, whose name and birth date are the register’s', () => {
    const values = { ...filled, grantees: [{ ...newGrantee(3), resident: { id: 'x', name: 'X' } }] }
    expect(placeOf(values, { field: 'birthDate', grantee: 0 })).toBe('grantee-3-resident')
    expect(placeOf(values, { field: 'phone', grantee: 0 })).toBe('grantee-3-phone')
  })
})
