import type { LeaseState } from './leases'
import { ageOn, type LocalDay } from './localDay'
import {
  actionRules,
  type CoveringScope,
  coveringScope,
  type GrantedScopes,
  type MandateAction,
} from './mandateScopes'
import { lastDayOf, type MandateTerm } from './mandateTerm'

/** What was done with a power. That it has begun or expired follows from its days. */
export const mandateStates = ['received', 'valid', 'refused', 'revoked'] as const
export type MandateState = (typeof mandateStates)[number]

/** What a power is limited to. A parking space or a sauna turn by the name that the paper gives it. */
export type MandateObject =
  | { readonly kind: 'lease'; readonly leaseId: string }
  | { readonly kind: 'apartment'; readonly apartmentId: string }
  | { readonly kind: 'parkingSpace' | 'saunaTurn'; readonly name: string }

/** A power as far as the question goes. */
export interface Power extends GrantedScopes, MandateTerm {
  readonly id: string
  readonly state: MandateState
  /** Null when it is for everything of the grantor's tenancy. */
  readonly object: MandateObject | null
}

/** What somebody wants to do something about: a lease of the grantor's, or a space or turn that belongs to it. */
export interface WantedObject {
  readonly leaseId: string
  readonly apartmentId: string
  /** The parking space or the sauna turn by its name; null when the question is about none. */
  readonly name: string | null
}

/** The person whose matter it is, as the register has them on the lease in question. */
export interface GrantorFacts {
  readonly birthDate: LocalDay | null
  /** They have died. */
  readonly died: boolean
  readonly role: 'mainTenant' | 'resident'
  /** The lease's state, or `ended` when they have moved out. */
  readonly lease: LeaseState
  /** What non-disclosure hides of them: everything by which they are reached, or a home shared with one who is protected. */
  readonly hidden: 'nothing' | 'address' | 'all'
}

/** Who is here: the person themself, or somebody else with the powers that name them as a grantee. */
export type WhoIsHere =
  | { readonly kind: 'self' }
  | { readonly kind: 'other'; readonly birthDate: LocalDay | null; readonly powers: readonly Power[] }

/**
 * Why not. The later in this list, the less is missing: of several powers the one that comes nearest to yes is told. The
 * last is set right at the counter in a minute.
 */
export const whyNotReasons = [
  'noMandate',
  'scopeDoesNotCover',
  'otherObject',
  'grantorIsMinor',
  'grantorDied',
  'grantorAlive',
  'refused',
  'revoked',
  'expired',
  'leaseEnded',
  'leaseNotSigned',
  'onlyMainTenant',
  'nonDisclosure',
  'granteeIsMinor',
  'signedAfterUse',
  'notYetValid',
  'notConfirmed',
  'identityNotVerifiedToday',
] as const
export type WhyNot = (typeof whyNotReasons)[number]

/** What stays untold to a grantee although the answer is yes. */
export type HiddenThing = 'address' | 'contacts'

/** What one power says to the question. */
export interface Finding {
  readonly mandateId: string
  readonly finding: 'yes' | 'readOpenSection' | WhyNot
}

/** The power that an answer stands on. */
export interface Ground {
  readonly mandateId: string
  readonly scope: CoveringScope
  /** Its last day, inclusive. */
  readonly until: LocalDay
  /** It has an open section too, which may say more than its scopes do. */
  readonly openSection: boolean
}

export type MayActAnswer =
  /** `ground` is null for the person themself. */
  | {
      readonly answer: 'yes'
      readonly ground: Ground | null
      readonly hidden: readonly HiddenThing[]
      readonly others: readonly Finding[]
    }
  | {
      readonly answer: 'readOpenSection'
      readonly ground: Ground
      readonly hidden: readonly HiddenThing[]
      readonly others: readonly Finding[]
    }
  /** `mandateId`: the power that comes nearest; null when there is none. */
  | {
      readonly answer: 'no'
      readonly reason: WhyNot
      readonly mandateId: string | null
      readonly others: readonly Finding[]
    }

export interface MayActQuestion {
  readonly who: WhoIsHere
  readonly action: MandateAction
  readonly object: WantedObject
  readonly grantor: GrantorFacts
  /** Helsinki day. */
  readonly today: LocalDay
  /** Whoever is here has shown today who they are. */
  readonly identityVerifiedToday: boolean
}

const isMinor = (birthDate: LocalDay | null, day: LocalDay) =>
  birthDate !== null && ageOn(birthDate, day) < 18

/** The name of a space or turn as it is compared: how a clerk writes "AP 12" must not decide. */
export const foldedName = (name: string) => name.replace(/[\s.-]+/g, '').toLocaleLowerCase('fi')

/** Whether a power's object is what the question is about. One that names a lease or a home is for all that belongs to it. */
function coversObject(power: Power, { action, object }: MayActQuestion): boolean {
  if (power.object === null) return true
  switch (power.object.kind) {
    case 'lease':
      return power.object.leaseId === object.leaseId
    case 'apartment':
      return power.object.apartmentId === object.apartmentId
    default:
      return (
        actionRules[action].about === power.object.kind &&
        object.name !== null &&
        foldedName(object.name) === foldedName(power.object.name)
      )
  }
}

/** What is in the way whatever the power: the lease, and what the grantor may do themself. */
function ofTheMatter({ action, grantor }: MayActQuestion): WhyNot | null {
  const rule = actionRules[action]
  if (grantor.lease === 'ended' && !rule.afterLease) return 'leaseEnded'
  if (grantor.lease === 'unsigned') return 'leaseNotSigned'
  return rule.own === 'mainTenant' && grantor.role !== 'mainTenant' ? 'onlyMainTenant' : null
}

/** Non-disclosure keeps from a grantee what the action cannot be done without telling. */
function isWithheld({ action, grantor }: MayActQuestion): boolean {
  const { tells } = actionRules[action]
  return tells !== null && (grantor.hidden === 'all' || (grantor.hidden === 'address' && tells === 'address'))
}

/**
 * Why a power does not answer with what it covers; null when it does. A power for an estate is for a tenant who has died, and
 * outlives the lease for what is left to do; every other ends with the grantor's death and with the lease.
 */
function whyNot(
  power: Power,
  who: { readonly birthDate: LocalDay | null },
  question: MayActQuestion,
): WhyNot | null {
  const { action, grantor, today } = question
  const scope = coveringScope(power, action)
  if (scope === null) return 'scopeDoesNotCover'
  if (!coversObject(power, question)) return 'otherObject'
  const ofEstate = power.scopes.includes('estate')
  if (!ofEstate && isMinor(grantor.birthDate, power.signedOn)) return 'grantorIsMinor'
  if (grantor.died && !ofEstate) return 'grantorDied'
  if (!grantor.died && ofEstate) return 'grantorAlive'
  if (power.state === 'refused' || power.state === 'revoked') return power.state
  if (lastDayOf(power) < today) return 'expired'
  if (grantor.lease === 'ended' && !ofEstate) return 'leaseEnded'
  const matter = ofTheMatter(question)
  if (matter !== null) return matter
  if (isWithheld(question)) return 'nonDisclosure'
  if (isMinor(who.birthDate, today)) return 'granteeIsMinor'
  if (power.signedOn > today) return 'signedAfterUse'
  if (power.validFrom > today) return 'notYetValid'
  if (power.state === 'received') return 'notConfirmed'
  return question.identityVerifiedToday ? null : 'identityNotVerifiedToday'
}

function ofOneself(question: MayActQuestion): MayActAnswer {
  const { grantor, today } = question
  const reason =
    (isMinor(grantor.birthDate, today) ? 'grantorIsMinor' : null) ??
    (grantor.died ? 'grantorDied' : null) ??
    ofTheMatter(question) ??
    (question.identityVerifiedToday ? null : 'identityNotVerifiedToday')
  return reason === null
    ? { answer: 'yes', ground: null, hidden: [], others: [] }
    : { answer: 'no', reason, mandateId: null, others: [] }
}

const hiddenThings = { nothing: [], address: ['address'], all: ['address', 'contacts'] } as const

/** How near to yes. */
const nearness = (finding: Finding['finding']) =>
  finding === 'yes'
    ? whyNotReasons.length + 1
    : finding === 'readOpenSection'
      ? whyNotReasons.length
      : whyNotReasons.indexOf(finding)

/**
 * Whether whoever is here may do something today: for themself, or for the grantor by one of the powers that name them. Of
 * several powers the best answer counts, and of equals the one that lasts longest; the others are listed with what each says. A
 * power's first and last day are days of it. What non-disclosure hides stays untold also when the answer is yes: `hidden`.
 */
export function mayAct(question: MayActQuestion): MayActAnswer {
  const { who } = question
  if (who.kind === 'self') return ofOneself(question)
  const judged = who.powers
    .map((power) => {
      const scope = coveringScope(power, question.action)
      const why = whyNot(power, who, question)
      const covered = scope === 'openSection' ? 'readOpenSection' : 'yes'
      return { power, scope, finding: why ?? covered } as const
    })
    .sort(
      (a, b) =>
        nearness(b.finding) - nearness(a.finding) ||
        lastDayOf(b.power).localeCompare(lastDayOf(a.power)) ||
        a.power.id.localeCompare(b.power.id),
    )
  const [best, ...rest] = judged
  if (!best) return { answer: 'no', reason: 'noMandate', mandateId: null, others: [] }
  const others = rest.map(({ power, finding }) => ({ mandateId: power.id, finding }))
  const { power, scope, finding } = best
  if ((finding !== 'yes' && finding !== 'readOpenSection') || scope === null) {
    return { answer: 'no', reason: finding as WhyNot, mandateId: power.id, others }
  }
  const ground = { mandateId: power.id, scope, until: lastDayOf(power), openSection: power.openSection }
  return { answer: finding, ground, hidden: hiddenThings[question.grantor.hidden], others }
}

/** Where a power stands today, for lists. */
export const mandateStandings = [
  'received',
  'valid',
  'notYetValid',
  'expired',
  'revoked',
  'refused',
  'grantorDied',
  'leaseEnded',
] as const
export type MandateStanding = (typeof mandateStandings)[number]

/**
 * Where a power stands today, whatever is asked. `died`: its grantor has died. `leaseEnded`: the lease it is for has ended, or every
 * lease of the grantor's. A power for an estate ends with neither.
 */
export function standingOf(
  power: Power,
  grantor: { readonly died: boolean; readonly leaseEnded: boolean },
  today: LocalDay,
): MandateStanding {
  if (power.state === 'refused' || power.state === 'revoked') return power.state
  const ofEstate = power.scopes.includes('estate')
  if (grantor.died && !ofEstate) return 'grantorDied'
  if (lastDayOf(power) < today) return 'expired'
  if (grantor.leaseEnded && !ofEstate) return 'leaseEnded'
  if (power.state === 'received') return 'received'
  return power.validFrom > today ? 'notYetValid' : 'valid'
}
