import { describe, expect, it } from 'vitest'
import { mandateToSign } from '#shared/contract/mandateViews'
import { checkCharacter } from '#shared/rules/personalIdentityCode'
import { mandateToSignOf } from './mandateToSign'
import { emptyMandate, type GranteeValues, type MandateValues, newGrantee } from './mandateValues'

const facts = { today: '2026-11-24', died: false }
const bornOf = ({ born }: GranteeValues) => born
const toSign = (changes: Partial<MandateValues>, died = false) =>
  mandateToSignOf({ ...emptyMandate(died, 'L900001'), ...changes }, bornOf, { ...facts, died })

describe('a form to be signed', () => {
  it('may be empty, and is what the desk takes', () => {
    const empty = toSign({})
    expect(empty).toMatchObject({ scopes: [], object: null, validFrom: null, validUntil: null })
    expect(mandateToSign.parse(empty)).toEqual(empty)
  })

  it('has what was typed; what cannot be read is left out', () => {
    const grantees = [
      { ...newGrantee(0), firstNames: ' Antti ', lastName: 'Virtanen', born: '17.5.1990', phone: '12' },
      { ...newGrantee(1), firstNames: 'Väärä', resident: { id: 'r1', name: 'Aada' }, born: '1.1.1980' },
      { ...newGrantee(2), born: 'eilen' },
    ]
    expect(
      toSign({ grantees, signedOn: '1.1.2026', validFrom: 'huomenna', validUntil: '1.2.2027' }),
    ).toMatchObject({
      grantees: [
        { residentId: null, firstNames: 'Antti', lastName: 'Virtanen', birthDate: '1990-05-17', phone: '12' },
        { residentId: 'r1', firstNames: '', birthDate: null },
        { firstNames: '', birthDate: null, phone: null },
      ],
      validFrom: null,
      validUntil: '2027-02-01',
    })
  })

  it('never has a personal identity code, only the birth date that it gives', () => {
    const code = `010180-900${checkCharacter('010180900')}`
    const written = toSign({ grantees: [{ ...newGrantee(0), born: code }] })
    expect(written.grantees[0]).toMatchObject({ birthDate: '1980-01-01' })
    expect(JSON.stringify(written)).not.toContain(code.slice(6))
  })

  it('has the parties and the day of death of an estate only', () => {
    const typed = {
      parties: 'Liisa Leski\n',
      diedOn: '30.10.2026',
      otherGrantors: [{ id: 'r2', name: 'Eino' }],
    }
    expect(toSign({ ...typed, scopes: ['estate'] })).toMatchObject({
      parties: ['Liisa Leski'],
      diedOn: '2026-10-30',
      otherGrantorIds: ['r2'],
    })
    expect(toSign({ ...typed, scopes: ['estate'] }, true)).toMatchObject({ diedOn: null })
    expect(toSign({ ...typed, scopes: ['keys'] })).toMatchObject({
      parties: [],
      diedOn: null,
      otherGrantorIds: [],
    })
  })

  it.each([
    ['lease', { kind: 'lease', leaseNo: 'L900001' }],
    ['saunaTurn', { kind: 'saunaTurn', name: 'ke 18' }],
  ] as const)('names its %s', (kind, object) => {
    expect(toSign({ object: { kind, leaseNo: 'L900001', name: ' ke 18 ' } }).object).toEqual(object)
  })
})
