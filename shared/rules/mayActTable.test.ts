import { describe, expect, it } from 'vitest'
import { type MandateAction, type MandateScope, mandateActions, mandateScopes } from './mandateScopes'
import { type GrantorFacts, type MandateState, mandateStates, type Power, whyNotReasons } from './mayAct'
import { asked, grantorOf, power, say } from './mayActTesting'

// What each choice of the form is for, as domain.md says it: "terminate the lease, the parking space or the sauna turn; return or
// collect keys; order a building manager's statement; apply for a permit for DIY renovation; request information on the rental
// agreement or on payments; transfer the lease …; represent an estate"; a general one is for "all tenancy matters".
const isFor: Readonly<Record<MandateScope | 'general', readonly MandateAction[]>> = {
  terminateLease: ['terminateLease'],
  terminateParking: ['terminateParking'],
  terminateSauna: ['terminateSauna'],
  keys: ['returnKeys', 'collectKeys'],
  managersStatement: ['managersStatement'],
  diyPermit: ['diyPermit'],
  leaseInformation: ['leaseInformation'],
  paymentInformation: ['paymentInformation'],
  transferLease: ['transferLease'],
  estate: mandateActions,
  general: mandateActions,
}
// "Main tenants also see rent payments and debt"; the lease itself is theirs.
const mainTenantsAlone: readonly MandateAction[] = [
  'terminateLease',
  'transferLease',
  'leaseInformation',
  'paymentInformation',
  'messageLeaseControl',
]
const afterTheLease: readonly MandateAction[] = [
  'returnKeys',
  'leaseInformation',
  'paymentInformation',
  'messageLeaseControl',
  'correctContacts',
]
const addressTold: readonly MandateAction[] = ['managersStatement', 'leaseInformation']

const kinds = [...mandateScopes, 'general', 'openSection', 'keysAndOpenSection'] as const
type Kind = (typeof kinds)[number]
const ofKind = (kind: Kind): Partial<Power> => {
  if (kind === 'general') return { general: true }
  if (kind === 'openSection') return { openSection: true }
  if (kind === 'keysAndOpenSection') return { scopes: ['keys'], openSection: true }
  return { scopes: [kind] }
}

interface Case {
  readonly kind: Kind
  readonly state: MandateState
  readonly action: MandateAction
  readonly on: 'before' | 'first' | 'last' | 'after'
  readonly grantor: GrantorFacts
  readonly identified: boolean
}
const days = { before: '2025-12-31', first: '2026-01-01', last: '2026-12-31', after: '2027-01-01' }

/** Everything that stands in the way of a single power, as the rules' text says it; and what it would say were there nothing. */
function expected({ kind, state, action, on, grantor, identified }: Case) {
  const ofEstate = kind === 'estate'
  const named = kind === 'openSection' ? [] : kind === 'keysAndOpenSection' ? isFor.keys : isFor[kind]
  const open = kind === 'openSection' || kind === 'keysAndOpenSection'
  const inTheWay = new Set<string>()
  if (!named.includes(action) && !open) inTheWay.add('scopeDoesNotCover')
  if (state === 'received') inTheWay.add('notConfirmed')
  if (state === 'refused' || state === 'revoked') inTheWay.add(state)
  if (on === 'before') inTheWay.add('signedAfterUse')
  if (on === 'after') inTheWay.add('expired')
  if (grantor.died && !ofEstate) inTheWay.add('grantorDied')
  if (!grantor.died && ofEstate) inTheWay.add('grantorAlive')
  if (grantor.lease === 'ended' && (!ofEstate || !afterTheLease.includes(action))) inTheWay.add('leaseEnded')
  if (grantor.lease === 'unsigned') inTheWay.add('leaseNotSigned')
  if (grantor.role === 'resident' && mainTenantsAlone.includes(action)) inTheWay.add('onlyMainTenant')
  if (grantor.hidden !== 'nothing' && addressTold.includes(action)) inTheWay.add('nonDisclosure')
  if (grantor.hidden === 'all' && action === 'correctContacts') inTheWay.add('nonDisclosure')
  if (!identified) inTheWay.add('identityNotVerifiedToday')
  return { inTheWay, else: named.includes(action) ? 'yes' : 'readOpenSection' }
}

function* everyCase(): Generator<Case> {
  for (const kind of kinds)
    for (const state of mandateStates)
      for (const action of mandateActions)
        for (const on of ['before', 'first', 'last', 'after'] as const)
          for (const died of [false, true])
            for (const lease of ['unsigned', 'future', 'running', 'noticeGiven', 'ended'] as const)
              for (const role of ['mainTenant', 'resident'] as const)
                for (const hidden of ['nothing', 'address', 'all'] as const)
                  for (const identified of [true, false])
                    yield {
                      kind,
                      state,
                      action,
                      on,
                      grantor: grantorOf({ died, lease, role, hidden }),
                      identified,
                    }
}

describe('the mandate question, over every scope, state and action', () => {
  it('is answered as the rules’ text says', () => {
    const wrong: unknown[] = []
    const told = new Set<string>()
    let cases = 0
    for (const one of everyCase()) {
      cases += 1
      const { inTheWay, else: otherwise } = expected(one)
      const said = say(
        asked([power({ ...ofKind(one.kind), state: one.state })], {
          action: one.action,
          grantor: one.grantor,
          today: days[one.on],
          identityVerifiedToday: one.identified,
        }),
      )
      told.add(said)
      const right = inTheWay.size === 0 ? said === otherwise : inTheWay.has(said)
      if (!right && wrong.length < 5) wrong.push({ ...one, said, inTheWay: [...inTheWay] })
    }
    expect(wrong).toEqual([])
    expect(cases).toBe(kinds.length * 4 * mandateActions.length * 4 * 2 * 5 * 2 * 3 * 2)
    // Those that this table cannot say have tests of their own below.
    const others = ['noMandate', 'otherObject', 'grantorIsMinor', 'granteeIsMinor', 'notYetValid']
    expect([...told, ...others].sort()).toEqual([...whyNotReasons, 'yes', 'readOpenSection'].sort())
  })

  it('has at least one action for each scope, which that scope alone is enough for', () => {
    for (const scope of mandateScopes) {
      const grantor = grantorOf({ died: scope === 'estate' })
      const covered = mandateActions.filter(
        (action) => say(asked([power({ scopes: [scope] })], { action, grantor })) === 'yes',
      )
      expect(covered, scope).toEqual(mandateActions.filter((action) => isFor[scope].includes(action)))
      expect(covered.length).toBeGreaterThan(0)
    }
  })
})
