import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkPurposes,
  type DocumentData,
  documentKinds,
  documentRefusals,
  documentServes,
} from './documents'
import { judgeDocument, type ResidentIdentity } from './identityDocuments'
import { formatPersonalIdentityCode } from './personalIdentityCode'

const today = '2026-11-25'
const code = '040785-910H'

const document: DocumentData = {
  kind: 'passport',
  issuingCountry: 'FIN',
  lastName: 'VIRTANEN',
  firstNames: 'MEIJA KAARINA',
  birthDate: '1985-07-04',
  expiresOn: '2031-03-04',
  personalIdentityCode: '040785<910H',
  source: 'mrz',
}
const resident: ResidentIdentity = {
  firstNames: 'Meija Kaarina',
  lastName: 'Virtanen',
  birthDate: '1985-07-04',
  personalIdentityCode: code,
}

const judge = (
  changes: Partial<DocumentData> = {},
  register: Partial<ResidentIdentity> = {},
  purpose: (typeof checkPurposes)[number] = 'portal',
) =>
  judgeDocument({
    purpose,
    document: { ...document, ...changes },
    resident: { ...resident, ...register },
    today,
  })
const resultOf = (judgement: ReturnType<typeof judge>, field: string) =>
  judgement.comparison.find((line) => line.field === field)?.result

describe('documentServes', () => {
  it('takes what the sources name for each purpose', () => {
    const serves = Object.fromEntries(
      checkPurposes.map((purpose) => [
        purpose,
        documentKinds.filter((kind) => documentServes(kind, purpose)),
      ]),
    )
    expect(serves).toEqual({
      portal: ['passport', 'identityCard'],
      doorOpening: ['passport', 'identityCard', 'drivingLicence', 'otherPhotoId'],
      other: ['passport', 'identityCard', 'drivingLicence'],
    })
  })
})

describe('judgeDocument', () => {
  it('asks one question when everything is the same', () => {
    expect(judge()).toEqual({
      comparison: [
        { field: 'lastName', register: 'Virtanen', document: 'VIRTANEN', result: 'same' },
        { field: 'firstNames', register: 'Meija Kaarina', document: 'MEIJA KAARINA', result: 'same' },
        { field: 'birthDate', register: '1985-07-04', document: '1985-07-04', result: 'same' },
        { field: 'personalIdentityCode', register: code, document: '040785<910H', result: 'same' },
      ],
      refusals: [],
      confirmations: ['photoMatches'],
    })
  })

  it('takes a document on its last day and not the day after', () => {
    expect(judge({ expiresOn: today }).refusals).toEqual([])
    expect(judge({ expiresOn: '2026-11-24' }).refusals).toEqual(['documentExpired'])
  })

  it('needs an expiry date except on a photo ID of another kind', () => {
    for (const kind of ['passport', 'identityCard', 'drivingLicence'] as const) {
      expect(judge({ kind, expiresOn: null }, {}, 'doorOpening').refusals).toEqual(['expiryMissing'])
    }
    expect(judge({ kind: 'otherPhotoId', expiresOn: null }, {}, 'doorOpening').refusals).toEqual([])
    expect(judge({ kind: 'otherPhotoId', expiresOn: '2026-11-24' }, {}, 'doorOpening').refusals).toEqual([
      'documentExpired',
    ])
  })

  it('refuses a driving licence for the Resident Portal and takes it for a door', () => {
    const licence = { kind: 'drivingLicence', source: 'manual', personalIdentityCode: code } as const
    expect(judge(licence).refusals).toEqual(['documentNotAccepted'])
    expect(judge(licence, {}, 'doorOpening').refusals).toEqual([])
  })

  it('compares codes by what the document gives', () => {
    for (const given of ['040785<910H', '040785910H', '040785-910H', ' 040785-910h ']) {
      expect(resultOf(judge({ personalIdentityCode: given }), 'personalIdentityCode'), given).toBe('same')
    }
    for (const given of ['040785Y910H', '040785A910H', '040785<911J', '0407859101', '']) {
      expect(resultOf(judge({ personalIdentityCode: given }), 'personalIdentityCode'), given).toBe(
        given === '' ? 'missing' : 'different',
      )
    }
    expect(judge({ personalIdentityCode: '040785Y910H' }).refusals).toEqual(['codeMismatch'])
  })

  it('has nothing to compare when either side is missing', () => {
    expect(resultOf(judge({ personalIdentityCode: null }), 'personalIdentityCode')).toBe('missing')
    expect(resultOf(judge({}, { personalIdentityCode: null }), 'personalIdentityCode')).toBe('missing')
    expect(resultOf(judge({}, { birthDate: null }), 'birthDate')).toBe('missing')
    expect(judge({ personalIdentityCode: null }, { birthDate: null }).refusals).toEqual([])
  })

  it('refuses another birth date', () => {
    expect(judge({ birthDate: '1985-07-05' }).refusals).toEqual(['birthDateMismatch'])
  })

  it('knows a resident of over a hundred years by the two digits that the zone has', () => {
    const judgement = judge(
      { birthDate: '2021-07-04', personalIdentityCode: null },
      { birthDate: '1921-07-04', personalIdentityCode: null },
    )
    expect(judgement.refusals).toEqual([])
    expect(judgement.comparison[2]).toEqual({
      field: 'birthDate',
      register: '1921-07-04',
      document: '1921-07-04',
      result: 'same',
    })
    expect(
      judge({ birthDate: '2021-07-04', source: 'manual' }, { birthDate: '1921-07-04' }).refusals,
    ).toEqual(['birthDateMismatch'])
  })

  it('asks about a changed name only when the codes are the same', () => {
    const married = { lastName: 'KORHONEN' }
    expect(judge(married)).toMatchObject({ refusals: [], confirmations: ['photoMatches', 'nameChanged'] })
    expect(judge({ ...married, personalIdentityCode: null })).toMatchObject({
      refusals: ['nameMismatch'],
      confirmations: ['photoMatches'],
    })
    expect(judge(married, { personalIdentityCode: null }).refusals).toEqual(['nameMismatch'])
    expect(judge({ ...married, personalIdentityCode: '040785<911J' }).refusals).toEqual([
      'codeMismatch',
      'nameMismatch',
    ])
    expect(judge({ firstNames: 'LIISA' }).confirmations).toEqual(['photoMatches', 'nameChanged'])
  })

  it('asks about partial names', () => {
    const judgement = judge({}, { firstNames: 'Kaarina' })
    expect(judgement).toMatchObject({ refusals: [], confirmations: ['photoMatches', 'namesPartial'] })
    expect(resultOf(judgement, 'firstNames')).toBe('partial')
  })

  it('names every reason at once', () => {
    expect(
      judge({
        kind: 'otherPhotoId',
        expiresOn: '2020-01-01',
        birthDate: '1990-01-01',
        lastName: 'KORHONEN',
        personalIdentityCode: '010190-910T',
      }).refusals,
    ).toEqual(['documentNotAccepted', 'documentExpired', 'birthDateMismatch', 'codeMismatch', 'nameMismatch'])
  })

  const day = fc
    .integer({ min: Date.UTC(1930, 0, 1), max: Date.UTC(2026, 0, 1) })
    .map((at) => new Date(at).toISOString().slice(0, 10))
  const names = fc.constantFrom('Meija', 'Meija Kaarina', 'Kaarina', 'Åke', 'Väinö Å', '')
  const given = fc.record({
    kind: fc.constantFrom(...documentKinds),
    issuingCountry: fc.constant('FIN'),
    lastName: fc.constantFrom('Virtanen', 'VIRTANEN', 'Korhonen'),
    firstNames: names,
    birthDate: fc.oneof(fc.constant('1985-07-04'), day),
    expiresOn: fc.option(fc.constantFrom('2026-11-24', today, '2030-01-01')),
    personalIdentityCode: fc.option(
      fc.oneof(
        fc.constant(code),
        day.map((one) => formatPersonalIdentityCode(one, 950)),
      ),
    ),
    source: fc.constantFrom('mrz' as const, 'manual' as const),
  })

  it('never accepts an expired or unaccepted document, another birth date or another code', () => {
    fc.assert(
      fc.property(given, names, fc.constantFrom(...checkPurposes), (shown, firstNames, purpose) => {
        const judgement = judge(shown, { firstNames }, purpose)
        const { refusals } = judgement
        expect(judgement.confirmations[0]).toBe('photoMatches')
        expect(refusals.every((refusal) => documentRefusals.includes(refusal))).toBe(true)
        if (refusals.length > 0) return
        expect(documentServes(shown.kind, purpose)).toBe(true)
        expect(shown.expiresOn === null ? shown.kind === 'otherPhotoId' : shown.expiresOn >= today).toBe(true)
        expect(shown.birthDate.slice(2)).toBe('85-07-04')
        expect([null, code]).toContain(shown.personalIdentityCode)
        if (shown.personalIdentityCode === null) expect(shown.lastName.toUpperCase()).toBe('VIRTANEN')
      }),
      { numRuns: 1000 },
    )
  })
})
