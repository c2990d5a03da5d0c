import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DocumentInput } from '#shared/contract/identity'
import { type CheckPurpose, checkPurposes, documentKinds } from '#shared/rules/documents'
import { type Office, openOffice } from '../residents/office'
import { codeOf, type PersonName } from '../residents/testRegister'
import { type Opened, onBothEngines } from '../support/engines'
import { nameOf } from '../support/outcomes'
import { type TypedDocument, typedFor } from './documents'

const accepted: Readonly<Record<CheckPurpose, readonly (typeof documentKinds)[number][]>> = {
  portal: ['passport', 'identityCard'],
  doorOpening: ['passport', 'identityCard', 'drivingLicence', 'otherPhotoId'],
  other: ['passport', 'identityCard', 'drivingLicence'],
}

onBothEngines('judging a document', (engine) => {
  let opened: Opened<Office>
  let office: Office

  beforeAll(async () => {
    opened = await openOffice(engine)
    office = opened.value
  })
  afterAll(() => opened.cleanUp())

  const judge = (who: PersonName, document: DocumentInput, purpose: CheckPurpose = 'portal') =>
    office.page.identity.judge({ residentId: office.ids[who], purpose, document })
  const judgeTyped = (who: PersonName, changes: Partial<TypedDocument>, purpose?: CheckPurpose) =>
    judge(who, typedFor(who, changes), purpose)

  it.each(checkPurposes.flatMap((purpose) => documentKinds.map((kind) => [purpose, kind] as const)))(
    'for %s judges a document of the kind %s',
    async (purpose, kind) => {
      const { refusals, document } = await judgeTyped('asa', { kind }, purpose)
      expect(refusals).toEqual(accepted[purpose].includes(kind) ? [] : ['documentNotAccepted'])
      expect(document).toEqual({ kind, issuingCountry: 'FIN', expiresOn: '2030-01-01', validToday: true })
    },
  )

  it('compares every field, and asks for the photo', async () => {
    expect(await judgeTyped('asa', {})).toMatchObject({
      comparedWith: 'register',
      refusals: [],
      confirmations: ['photoMatches'],
      comparison: [
        { field: 'lastName', register: 'Östling', document: 'Östling', result: 'same' },
        { field: 'firstNames', register: 'Åsa Märta', document: 'Åsa Märta', result: 'same' },
        { field: 'birthDate', register: '1951-03-07', document: '1951-03-07', result: 'same' },
        {
          field: 'personalIdentityCode',
          register: codeOf('asa'),
          document: codeOf('asa'),
          result: 'same',
        },
      ],
    })
  })

  const code = codeOf('asa')
  it.each([
    ['a kind that does not serve', { kind: 'drivingLicence' }, ['documentNotAccepted']],
    ['one that expired yesterday', { expiresOn: '2026-11-23' }, ['documentExpired']],
    ['one on its last day', { expiresOn: '2026-11-24' }, []],
    ['a passport without an expiry', { expiresOn: null }, ['expiryMissing']],
    ['another birth date', { birthDate: '1951-03-08' }, ['birthDateMismatch']],
    ['the birth date of another century', { birthDate: '1851-03-07' }, ['birthDateMismatch']],
    ['another code', { personalIdentityCode: codeOf('eino') }, ['codeMismatch']],
    ['the code with another sign', { personalIdentityCode: code.replace('-', 'Y') }, ['codeMismatch']],
    [
      'the code with another check character',
      { personalIdentityCode: `${code.slice(0, 10)}X` },
      ['codeMismatch'],
    ],
    [
      'another name and another code',
      { lastName: 'Ek', personalIdentityCode: codeOf('eino') },
      ['codeMismatch', 'nameMismatch'],
    ],
    ['another last name and no code', { lastName: 'Ek', personalIdentityCode: null }, ['nameMismatch']],
    ['other first names and no code', { firstNames: 'Britta', personalIdentityCode: null }, ['nameMismatch']],
    [
      'nothing of its owner',
      {
        kind: 'otherPhotoId',
        lastName: 'Ek',
        firstNames: 'Ida',
        birthDate: '1999-09-09',
        expiresOn: '2020-01-01',
        personalIdentityCode: codeOf('eino'),
      },
      ['documentNotAccepted', 'documentExpired', 'birthDateMismatch', 'codeMismatch', 'nameMismatch'],
    ],
  ] as const)('refuses %s', async (_what, changes, refusals) => {
    expect((await judgeTyped('asa', changes)).refusals).toEqual(refusals)
  })

  it('takes a photo ID without an expiry where it takes photo IDs', async () => {
    const { refusals, document } = await judgeTyped(
      'asa',
      { kind: 'otherPhotoId', expiresOn: null },
      'doorOpening',
    )
    expect(refusals).toEqual([])
    expect(document).toMatchObject({ expiresOn: null, validToday: true })
    for (const kind of ['passport', 'identityCard', 'drivingLicence'] as const)
      expect((await judgeTyped('asa', { kind, expiresOn: null }, 'doorOpening')).refusals).toEqual([
        'expiryMissing',
      ])
  })

  it.each([
    ['a new last name with the same code', { lastName: 'Ek' }, ['photoMatches', 'nameChanged']],
    ['new first names with the same code', { firstNames: 'Britta' }, ['photoMatches', 'nameChanged']],
    [
      'one of the first names',
      { firstNames: 'Märta', personalIdentityCode: null },
      ['photoMatches', 'namesPartial'],
    ],
    ['more first names', { firstNames: 'Åsa Märta Ulla' }, ['photoMatches', 'namesPartial']],
    ['first names in another order', { firstNames: 'Märta Åsa' }, ['photoMatches', 'namesPartial']],
    ['the same name without its marks', { lastName: 'OSTLING', firstNames: 'ASA MARTA' }, ['photoMatches']],
    [
      'the same name as ICAO 9303 writes it',
      { lastName: 'OESTLING', firstNames: 'AASA MAERTA' },
      ['photoMatches'],
    ],
    ['the code in lower case', { personalIdentityCode: code.toLowerCase() }, ['photoMatches']],
    ['no code', { personalIdentityCode: null }, ['photoMatches']],
    ['an empty code', { personalIdentityCode: '' }, ['photoMatches']],
  ] as const)('accepts %s, with what must be confirmed', async (_what, changes, confirmations) => {
    expect(await judgeTyped('asa', changes)).toMatchObject({ refusals: [], confirmations })
  })

  it('says what there was nothing to compare with', async () => {
    const { comparison, refusals } = await judgeTyped('fatima', { personalIdentityCode: '150690-901X' })
    expect(refusals).toEqual([])
    expect(comparison.at(-1)).toEqual({
      field: 'personalIdentityCode',
      register: null,
      document: '150690-901X',
      result: 'missing',
    })
    // Nobody is the same person under another name where no code says so.
    expect(
      (await judgeTyped('fatima', { lastName: 'Ek', personalIdentityCode: '150690-901X' })).refusals,
    ).toEqual(['nameMismatch'])
  })

  it('takes hyphens and apostrophes as they come', async () => {
    const name = { lastName: "O'BRIEN MAKINEN", firstNames: 'JUKKA PEKKA' }
    expect(await judgeTyped('jukka', name)).toMatchObject({ refusals: [], confirmations: ['photoMatches'] })
  })

  it.each([
    { issuingCountry: 'FI' },
    { issuingCountry: 'F1N' },
    { birthDate: '1951-02-30' },
    { expiresOn: '1.1.2030' },
    { lastName: 'Ö'.repeat(121) },
    { firstNames: 'a\u0000b' },
    { personalIdentityCode: '070351-90155' },
  ])('does not take %j', async (changes) => {
    expect(await nameOf(judgeTyped('asa', changes))).toBe('BAD_REQUEST')
  })

  it('does not judge for nobody', async () => {
    const nobody = { residentId: '019b0000-0000-7000-8000-000000000000', purpose: 'portal' } as const
    expect(await nameOf(office.page.identity.judge({ ...nobody, document: typedFor('asa') }))).toBe(
      'NOT_FOUND',
    )
  })

  it('ends the validity of a document at midnight in Helsinki', async () => {
    const lastDay = { expiresOn: '2026-11-24' }
    await office.turnTo('2026-11-24T21:59:59.999Z')
    expect(await judgeTyped('asa', lastDay)).toMatchObject({ refusals: [], document: { validToday: true } })
    await office.turnTo('2026-11-24T22:00:00Z')
    expect(await judgeTyped('asa', lastDay)).toMatchObject({
      refusals: ['documentExpired'],
      document: { validToday: false },
    })
    // In summer midnight is at 21 UTC.
    await office.turnTo('2026-07-14T20:59:59.999Z')
    expect((await judgeTyped('asa', { expiresOn: '2026-07-14' })).refusals).toEqual([])
    await office.turnTo('2026-07-14T21:00:00Z')
    expect((await judgeTyped('asa', { expiresOn: '2026-07-14' })).refusals).toEqual(['documentExpired'])
  })
})
