import { describe, expect, it } from 'vitest'
import { addDays } from './localDay'
import type { MandateAction } from './mandateScopes'
import { type GrantorFacts, type MayActQuestion, mayAct, type Power, standingOf } from './mayAct'
import { asked, grantorOf, object, power, say, today } from './mayActTesting'

const keys = (changes: Partial<Power> = {}) => power({ scopes: ['keys'], ...changes })

describe('a power', () => {
  it('says on which power, scope and last day a yes stands', () => {
    expect(mayAct(asked([keys()]))).toEqual({
      answer: 'yes',
      ground: { mandateId: 'power', scope: 'keys', until: '2026-12-31', openSection: false },
      hidden: [],
      others: [],
    })
  })

  it('without a last day is good for 25 years, and no day longer', () => {
    const endless = keys({ validUntil: null })
    expect(say(asked([endless], { today: '2051-01-01' }))).toBe('yes')
    expect(say(asked([endless], { today: '2051-01-02' }))).toBe('expired')
  })

  it('is nobody’s who is not named, and no minor’s: one of 18 today is of age', () => {
    expect(say(asked([]))).toBe('noMandate')
    const who = (birthDate: string) => ({ kind: 'other', birthDate, powers: [keys()] }) as const
    expect(say(asked([], { who: who('2008-11-25') }))).toBe('granteeIsMinor')
    expect(say(asked([], { who: who('2008-11-24') }))).toBe('yes')
  })

  it('given by a minor is none, also when they have come of age since', () => {
    const bornOn = (birthDate: string) => asked([keys()], { grantor: grantorOf({ birthDate }) })
    expect(say(bornOn('2008-01-02'))).toBe('grantorIsMinor')
    expect(say(bornOn('2008-01-01'))).toBe('yes')
  })

  it('that begins later than it was signed answers from its first day', () => {
    const later = keys({ validFrom: today })
    expect(say(asked([later], { today: addDays(today, -1) }))).toBe('notYetValid')
    expect(say(asked([later]))).toBe('yes')
    expect(say(asked([keys({ signedOn: addDays(today, 1), validFrom: addDays(today, 1) })]))).toBe(
      'signedAfterUse',
    )
  })

  it.each([
    [{ kind: 'lease', leaseId: 'L1' }, 'yes'],
    [{ kind: 'lease', leaseId: 'L2' }, 'otherObject'],
    [{ kind: 'apartment', apartmentId: 'A1' }, 'yes'],
    [{ kind: 'apartment', apartmentId: 'A2' }, 'otherObject'],
    [{ kind: 'parkingSpace', name: 'AP 12' }, 'otherObject'],
    [{ kind: 'saunaTurn', name: 'pe 18' }, 'otherObject'],
  ] as const)('for %j answers the question about keys: %s', (limited, said) => {
    expect(say(asked([keys({ object: limited })]))).toBe(said)
  })

  it('for a parking space is for that one, however its name is written', () => {
    const limited = power({ general: true, object: { kind: 'parkingSpace', name: 'AP 12' } })
    const about = (action: MandateAction, name: string | null) =>
      say(asked([limited], { action, object: { ...object, name } }))
    expect(about('terminateParking', 'ap-12')).toBe('yes')
    expect(about('bookParking', 'AP 12')).toBe('yes')
    expect(about('terminateParking', 'AP 13')).toBe('otherObject')
    expect(about('terminateParking', null)).toBe('otherObject')
    expect(about('terminateSauna', 'AP 12')).toBe('otherObject')
    expect(about('terminateLease', 'AP 12')).toBe('otherObject')
  })

  it('leaves untold what non-disclosure hides, and says so', () => {
    const hiddenAs = (hidden: GrantorFacts['hidden']) =>
      mayAct(asked([keys()], { grantor: grantorOf({ hidden }) }))
    expect(hiddenAs('all')).toMatchObject({ answer: 'yes', hidden: ['address', 'contacts'] })
    expect(hiddenAs('address')).toMatchObject({ answer: 'yes', hidden: ['address'] })
    const contacts = asked([power({ general: true })], {
      action: 'correctContacts',
      grantor: grantorOf({ hidden: 'address' }),
    })
    expect(mayAct(contacts)).toMatchObject({ answer: 'yes', hidden: ['address'] })
  })
})

describe('of several powers', () => {
  const expired = keys({ id: 'expired', validUntil: '2026-11-23' })
  const open = power({ id: 'open', openSection: true })
  const shorter = keys({ id: 'shorter', validUntil: today })
  const longer = power({ id: 'longer', general: true })

  it('the best answers and the rest are listed', () => {
    expect(mayAct(asked([expired, open, shorter, longer]))).toMatchObject({
      answer: 'yes',
      ground: { mandateId: 'longer', scope: 'general' },
      others: [
        { mandateId: 'shorter', finding: 'yes' },
        { mandateId: 'open', finding: 'readOpenSection' },
        { mandateId: 'expired', finding: 'expired' },
      ],
    })
  })

  it('one whose open section may cover it comes before one that does not', () => {
    expect(mayAct(asked([expired, open]))).toMatchObject({
      answer: 'readOpenSection',
      ground: { mandateId: 'open', scope: 'openSection' },
    })
  })

  it('the one that comes nearest says why not', () => {
    const received = keys({ id: 'received', state: 'received' })
    const other = power({ id: 'other', scopes: ['diyPermit'] })
    expect(mayAct(asked([other, expired, received]))).toMatchObject({
      answer: 'no',
      reason: 'notConfirmed',
      mandateId: 'received',
    })
  })
})

describe('somebody who is here for themself', () => {
  const self = (changes: Partial<MayActQuestion>) => say(asked([], { who: { kind: 'self' }, ...changes }))

  it.each([
    ['yes', {}],
    ['identityNotVerifiedToday', { identityVerifiedToday: false }],
    ['leaseEnded', { action: 'terminateLease', grantor: grantorOf({ lease: 'ended' }) }],
    ['yes', { action: 'paymentInformation', grantor: grantorOf({ lease: 'ended' }) }],
    ['leaseNotSigned', { grantor: grantorOf({ lease: 'unsigned' }) }],
    ['yes', { action: 'collectKeys', grantor: grantorOf({ lease: 'future' }) }],
    ['onlyMainTenant', { action: 'paymentInformation', grantor: grantorOf({ role: 'resident' }) }],
    ['yes', { action: 'bookSauna', grantor: grantorOf({ role: 'resident' }) }],
    ['grantorIsMinor', { grantor: grantorOf({ birthDate: '2008-11-25' }) }],
    ['grantorDied', { grantor: grantorOf({ died: true }) }],
  ] as const)('is answered %s: %j', (said, changes) => {
    expect(self(changes)).toBe(said)
  })

  it('is told what is theirs, also under non-disclosure', () => {
    const question = asked([], {
      who: { kind: 'self' },
      action: 'leaseInformation',
      grantor: grantorOf({ hidden: 'all' }),
    })
    expect(mayAct(question)).toEqual({ answer: 'yes', ground: null, hidden: [], others: [] })
  })
})

describe('where a power stands', () => {
  const alive = { died: false, leaseEnded: false }
  it.each([
    ['valid', {}, alive],
    ['received', { state: 'received' }, alive],
    ['refused', { state: 'refused' }, { died: true, leaseEnded: true }],
    ['revoked', { state: 'revoked' }, alive],
    ['notYetValid', { validFrom: '2026-11-25' }, alive],
    ['valid', { validUntil: today }, alive],
    ['expired', { validUntil: '2026-11-23' }, alive],
    ['grantorDied', {}, { died: true, leaseEnded: false }],
    ['leaseEnded', {}, { died: false, leaseEnded: true }],
    ['valid', { scopes: ['estate'] }, { died: true, leaseEnded: true }],
  ] as const)('is %s: %j, %j', (said, changes, grantor) => {
    expect(standingOf(keys(changes), grantor, today)).toBe(said)
  })
})
