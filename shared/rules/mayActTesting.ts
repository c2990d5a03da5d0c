import { type GrantorFacts, type MayActQuestion, mayAct, type Power } from './mayAct'

export const today = '2026-11-24'
export const object = { leaseId: 'L1', apartmentId: 'A1', name: null }

/** A valid power of the year 2026 without any scope, but for what is given. */
export const power = (changes: Partial<Power> = {}): Power => ({
  id: 'power',
  state: 'valid',
  general: false,
  scopes: [],
  openSection: false,
  object: null,
  signedOn: '2026-01-01',
  validFrom: '2026-01-01',
  validUntil: '2026-12-31',
  ...changes,
})
/** A living main tenant on a running lease. */
export const grantorOf = (changes: Partial<GrantorFacts> = {}): GrantorFacts => ({
  birthDate: '1950-01-01',
  died: false,
  role: 'mainTenant',
  lease: 'running',
  hidden: 'nothing',
  ...changes,
})
/** A question about keys by a grantee of age who is known today. */
export const asked = (powers: readonly Power[], changes: Partial<MayActQuestion> = {}): MayActQuestion => ({
  who: { kind: 'other', birthDate: '1980-01-01', powers },
  action: 'returnKeys',
  object,
  grantor: grantorOf(),
  today,
  identityVerifiedToday: true,
  ...changes,
})
/** The answer in a word: yes, readOpenSection, or why not. */
export const say = (question: MayActQuestion): string => {
  const answer = mayAct(question)
  return answer.answer === 'no' ? answer.reason : answer.answer
}
