import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from './localDay'
import { mandateActions, mandateScopes } from './mandateScopes'
import { type MayActQuestion, mandateStates, mayAct, type Power } from './mayAct'
import { today } from './mayActTesting'

const anyDay = fc.integer({ min: -400, max: 400 }).map((n) => addDays(today, n))
const anyObject = fc.constantFrom(
  null,
  { kind: 'lease', leaseId: 'L1' } as const,
  { kind: 'lease', leaseId: 'L2' } as const,
  { kind: 'apartment', apartmentId: 'A1' } as const,
  { kind: 'apartment', apartmentId: 'A2' } as const,
  { kind: 'parkingSpace', name: 'AP 1' } as const,
  { kind: 'saunaTurn', name: 'AP 1' } as const,
)
const anyPower: fc.Arbitrary<Power> = fc.record({
  id: fc.uuid(),
  state: fc.constantFrom(...mandateStates, 'valid' as const, 'valid' as const),
  general: fc.boolean(),
  scopes: fc.subarray([...mandateScopes]),
  openSection: fc.boolean(),
  object: anyObject,
  signedOn: anyDay,
  validFrom: anyDay,
  validUntil: fc.option(anyDay),
})
const anyQuestion: fc.Arbitrary<MayActQuestion> = fc.record({
  who: fc.record({
    kind: fc.constant('other' as const),
    birthDate: fc.constantFrom(null, '1980-01-01', '2010-01-01'),
    powers: fc.array(anyPower, { maxLength: 4 }),
  }),
  action: fc.constantFrom(...mandateActions),
  object: fc.record({
    leaseId: fc.constantFrom('L1', 'L2'),
    apartmentId: fc.constantFrom('A1', 'A2'),
    name: fc.constantFrom(null, 'AP 1', 'AP 2'),
  }),
  grantor: fc.record({
    birthDate: fc.constantFrom(null, '1950-01-01', '2009-01-01'),
    died: fc.boolean(),
    role: fc.constantFrom('mainTenant' as const, 'resident' as const),
    lease: fc.constantFrom('unsigned' as const, 'future' as const, 'running' as const, 'ended' as const),
    hidden: fc.constantFrom('nothing' as const, 'address' as const, 'all' as const),
  }),
  today: anyDay,
  identityVerifiedToday: fc.boolean(),
})
const rank = { no: 0, readOpenSection: 1, yes: 2 }
const withPowers = (question: MayActQuestion, powers: readonly Power[]): MayActQuestion => ({
  ...question,
  who: { kind: 'other', birthDate: question.who.kind === 'other' ? question.who.birthDate : null, powers },
})
const powersOf = (question: MayActQuestion) => (question.who.kind === 'other' ? question.who.powers : [])
const property = (check: (question: MayActQuestion, more: Power) => void) =>
  fc.assert(fc.property(anyQuestion, anyPower, check), { numRuns: 2000 })

describe('whatever the powers', () => {
  it('one more never makes the answer worse', () => {
    property((question, more) => {
      const before = mayAct(question).answer
      const after = mayAct(withPowers(question, [...powersOf(question), more])).answer
      expect(rank[after]).toBeGreaterThanOrEqual(rank[before])
    })
  })

  it('the order in which they are read changes nothing', () => {
    property((question) => {
      const turned = withPowers(question, powersOf(question).toReversed())
      expect(mayAct(turned)).toEqual(mayAct(question))
    })
  })

  it('none answers outside its days, unconfirmed, or without who is here being known today', () => {
    property((question, more) => {
      const { answer } = mayAct(withPowers(question, [more]))
      if (answer === 'no') return
      expect(more.state).toBe('valid')
      expect(question.identityVerifiedToday).toBe(true)
      expect(question.today >= more.validFrom && question.today >= more.signedOn).toBe(true)
      expect(more.validUntil === null || question.today <= more.validUntil).toBe(true)
    })
  })

  it('none answers for another object than its own', () => {
    property((question, more) => {
      if (mayAct(withPowers(question, [more])).answer === 'no' || more.object === null) return
      if (more.object.kind === 'lease') expect(more.object.leaseId).toBe(question.object.leaseId)
      else if (more.object.kind === 'apartment')
        expect(more.object.apartmentId).toBe(question.object.apartmentId)
      else expect(more.object.name).toBe(question.object.name)
    })
  })

  it('each is in the answer once', () => {
    property((question) => {
      const answer = mayAct(question)
      const best = answer.answer === 'no' ? answer.mandateId : answer.ground?.mandateId
      const named = [best ?? [], ...answer.others.map(({ mandateId }) => mandateId)].flat()
      expect(named.toSorted()).toEqual(
        powersOf(question)
          .map(({ id }) => id)
          .toSorted(),
      )
    })
  })
})
