import { ageOn, type LocalDay } from './localDay'
import type { MandateScope } from './mandateScopes'
import { type MandateTerm, termProblem, termRefusals } from './mandateTerm'
import { foldName } from './names'

/** Somebody as far as a power is concerned, by the register or as written on the paper. */
export interface GranteeFacts {
  readonly residentId: string | null
  readonly firstNames: string
  readonly lastName: string
  readonly birthDate: LocalDay | null
  readonly diedOn: LocalDay | null
}

/** What a power says, and what the register knows of the people in it. */
export interface ContentFacts extends MandateTerm {
  readonly general: boolean
  readonly scopes: readonly MandateScope[]
  readonly openSection: string
  readonly objectName: string | null
  readonly parties: readonly string[]
  /** The day of death that the paper of an estate gives. */
  readonly diedOn: LocalDay | null
  readonly grantor: {
    readonly id: string
    readonly birthDate: LocalDay | null
    readonly diedOn: LocalDay | null
  }
  readonly otherGrantors: readonly { readonly id: string; readonly diedOn: LocalDay | null }[]
  readonly grantees: readonly GranteeFacts[]
}

/** Why what is written is no power of attorney. */
export const contentRefusals = [
  ...termRefusals,
  'scopeRequired',
  'estateAlone',
  'objectNameRequired',
  'sameGrantorTwice',
  'severalGrantors',
  'onlyForEstate',
  'grantorIsMinor',
  'grantorDied',
  'deathDayRequired',
  'diedInFuture',
  'signedBeforeDeath',
  'partiesRequired',
  'granteeMissing',
  'granteeNameRequired',
  'granteeBirthDateRequired',
  'granteeIsMinor',
  'granteeIsGrantor',
  'granteeDied',
  'sameGranteeTwice',
] as const

export interface ContentProblem {
  readonly refusal: (typeof contentRefusals)[number]
  readonly field: string
  /** Which of the grantees, from 0. */
  readonly grantee?: number
}

/** Whether two are one person: one resident, or the same name and birth date. */
export function samePerson(one: PersonName, other: PersonName): boolean {
  if (one.residentId !== null && other.residentId !== null) return one.residentId === other.residentId
  return one.birthDate !== null && one.birthDate === other.birthDate && nameOf(one) === nameOf(other)
}

type PersonName = Pick<GranteeFacts, 'residentId' | 'firstNames' | 'lastName' | 'birthDate'>
const nameOf = ({ firstNames, lastName }: PersonName) => foldName(`${firstNames} ${lastName}`)

function granteeProblem(
  { grantees, grantor, otherGrantors }: ContentFacts,
  today: LocalDay,
): ContentProblem | null {
  if (grantees.length === 0) return { refusal: 'granteeMissing', field: 'grantees' }
  const grantors = [grantor.id, ...otherGrantors.map(({ id }) => id)]
  for (const [at, one] of grantees.entries()) {
    const problem = (refusal: ContentProblem['refusal'], field: string) => ({ refusal, field, grantee: at })
    if (one.firstNames === '') return problem('granteeNameRequired', 'firstNames')
    if (one.lastName === '') return problem('granteeNameRequired', 'lastName')
    if (one.birthDate === null) return problem('granteeBirthDateRequired', 'birthDate')
    if (ageOn(one.birthDate, today) < 18) return problem('granteeIsMinor', 'birthDate')
    if (one.residentId !== null && grantors.includes(one.residentId))
      return problem('granteeIsGrantor', 'residentId')
    if (one.diedOn !== null) return problem('granteeDied', 'residentId')
    if (grantees.slice(0, at).some((earlier) => samePerson(earlier, one)))
      return problem('sameGranteeTwice', 'lastName')
  }
  return null
}

/** Parties to an estate give its power, so it is signed after the death; what they may say beside it is in the open section. */
function estateProblem(content: ContentFacts, today: LocalDay): ContentProblem | null {
  const { grantor, otherGrantors, parties, scopes, general, signedOn } = content
  if (scopes.length > 1 || general) return { refusal: 'estateAlone', field: 'scopes' }
  const diedOn = grantor.diedOn ?? content.diedOn
  if (diedOn === null) return { refusal: 'deathDayRequired', field: 'diedOn' }
  if (diedOn > today) return { refusal: 'diedInFuture', field: 'diedOn' }
  if (signedOn < diedOn) return { refusal: 'signedBeforeDeath', field: 'signedOn' }
  const living = otherGrantors.filter((other) => other.diedOn === null)
  return parties.length + living.length === 0 ? { refusal: 'partiesRequired', field: 'parties' } : null
}

function grantorProblem(content: ContentFacts): ContentProblem | null {
  const { grantor, otherGrantors, parties, diedOn, signedOn } = content
  if (otherGrantors.length > 0) return { refusal: 'severalGrantors', field: 'otherGrantorIds' }
  if (parties.length > 0) return { refusal: 'onlyForEstate', field: 'parties' }
  if (diedOn !== null) return { refusal: 'onlyForEstate', field: 'diedOn' }
  if (grantor.diedOn !== null) return { refusal: 'grantorDied', field: 'residentId' }
  const minor = grantor.birthDate !== null && ageOn(grantor.birthDate, signedOn) < 18
  return minor ? { refusal: 'grantorIsMinor', field: 'signedOn' } : null
}

/**
 * Why this is no power of attorney, the first thing that is found; null when it may be one. Several grantors give one for an estate
 * only; grantees are of age today (rules.md: Suomi.fi mandates).
 */
export function contentProblem(content: ContentFacts, today: LocalDay): ContentProblem | null {
  const { grantor, otherGrantors, general, scopes, openSection, objectName } = content
  if (!general && scopes.length === 0 && openSection === '')
    return { refusal: 'scopeRequired', field: 'scopes' }
  if (objectName === '') return { refusal: 'objectNameRequired', field: 'object' }
  const grantors = [grantor.id, ...otherGrantors.map(({ id }) => id)]
  if (new Set(grantors).size < grantors.length)
    return { refusal: 'sameGrantorTwice', field: 'otherGrantorIds' }
  return (
    termProblem(content, today) ??
    (scopes.includes('estate') ? estateProblem(content, today) : grantorProblem(content)) ??
    granteeProblem(content, today)
  )
}
