import { type LeaseDays, leaseState, occupancyState } from './leases'
import { ageOn, type LocalDay } from './localDay'
import { accept, type Result, refuse } from './result'

/** One line of the housing register: who lives where, under which lease. */
export interface PortalOccupancy {
  readonly role: 'mainTenant' | 'resident'
  readonly from: LocalDay
  readonly to: LocalDay | null
  readonly lease: LeaseDays
}

export interface PortalEligibility {
  /** The day from which the Portal's features are open; null when they are open now. */
  readonly featuresOpenOn: LocalDay | null
  /** Main tenants also see rent payments and debt (004_e662d1745ec30d2d.txt). */
  readonly mainTenant: boolean
}

/** Why a person may not be registered now. */
export const portalRefusals = [
  'deceased',
  'birthDateUnknown',
  'minor',
  'notInHousingRegister',
  'leaseNotSigned',
  'leaseEnded',
] as const
export type PortalRefusal = (typeof portalRefusals)[number]

/**
 * Whether a person may be registered for the Resident Portal today: of legal age and in the register of
 * occupants, from the signing of the lease; never as an applicant or after the lease has ended. Features open
 * when the lease begins; for another resident who moves in later, on the day of moving in. Of several
 * refusals the first in the order of portalRefusals is given, but of leases the one nearest to eligible.
 * Sources: 003_6520488e57b6da1e.txt, 004_e662d1745ec30d2d.txt.
 */
export function portalEligibility(input: {
  readonly birthDate: LocalDay | null
  readonly occupancies: readonly PortalOccupancy[]
  readonly diedOn: LocalDay | null
  readonly today: LocalDay
}): Result<PortalEligibility, PortalRefusal> {
  const { birthDate, occupancies, today } = input
  if (input.diedOn !== null) return refuse('deceased')
  if (birthDate === null) return refuse('birthDateUnknown')
  if (ageOn(birthDate, today) < 18) return refuse('minor')

  const states = occupancies.map((occupancy) => ({
    occupancy,
    lease: leaseState(occupancy.lease, today),
    isPast: occupancyState(occupancy, today) === 'past',
  }))
  const eligible = states.filter(({ lease, isPast }) => !isPast && lease !== 'unsigned' && lease !== 'ended')
  if (eligible.length === 0) {
    if (states.some(({ lease, isPast }) => !isPast && lease === 'unsigned')) return refuse('leaseNotSigned')
    return refuse(states.some(({ lease }) => lease === 'ended') ? 'leaseEnded' : 'notInHousingRegister')
  }
  const opens = eligible.map(({ occupancy: { role, from, lease } }) =>
    role === 'resident' && from > lease.beginsOn ? from : lease.beginsOn,
  )
  const [first = today] = opens.toSorted()
  return accept({
    featuresOpenOn: first <= today ? null : first,
    mainTenant: eligible.some(({ occupancy }) => occupancy.role === 'mainTenant'),
  })
}

/** The steps of registering at the office, in their order (003_6520488e57b6da1e.txt). */
export const portalSteps = ['identified', 'usernameCreated', 'linkSent', 'confirmed', 'registered'] as const
export type PortalStep = (typeof portalSteps)[number]

/** When each step was taken; null when it has not been. A registration begins with an identity check. */
export interface RegistrationRecord {
  readonly identifiedAt: Date
  readonly usernameCreatedAt: Date | null
  readonly linkSentAt: Date | null
  readonly confirmedAt: Date | null
  readonly registeredAt: Date | null
  /** When staff closed the registration without finishing it. */
  readonly closedAt: Date | null
}

/** `expired`: the confirmation link was not opened in time. `closed`: staff closed it, or started anew. */
export type RegistrationState = PortalStep | 'expired' | 'closed'

/**
 * How long the confirmation link lives (003_6520488e57b6da1e.txt). Elapsed hours, not wall-clock: on the night
 * when clocks change, a link sent at 15 dies at 16 or 14 the next day.
 */
export const linkLifetimeHours = 24

/** What state a registration is in, and until when its confirmation link lives (null when none was sent). */
export function registrationState(
  record: RegistrationRecord,
  now: Date,
): { readonly state: RegistrationState; readonly linkExpiresAt: Date | null } {
  const linkExpiresAt =
    record.linkSentAt === null ? null : new Date(record.linkSentAt.getTime() + linkLifetimeHours * 3_600_000)
  return { state: stateOf(record, linkExpiresAt, now), linkExpiresAt }
}

function stateOf(record: RegistrationRecord, linkExpiresAt: Date | null, now: Date): RegistrationState {
  if (record.closedAt !== null) return 'closed'
  if (record.registeredAt !== null) return 'registered'
  if (record.confirmedAt !== null) return 'confirmed'
  if (linkExpiresAt !== null) return now < linkExpiresAt ? 'linkSent' : 'expired'
  return record.usernameCreatedAt !== null ? 'usernameCreated' : 'identified'
}

/**
 * The one step that may be ticked in a state, or why there is none. `linkExpired`: the link is dead, so it can be
 * neither confirmed nor sent again; the username is started anew ("start creating your username again",
 * 003_6520488e57b6da1e.txt), which is another registration. `alreadyRegistered`: every step is done.
 */
export function nextStep(
  state: RegistrationState,
): Result<PortalStep, 'linkExpired' | 'registrationClosed' | 'alreadyRegistered'> {
  if (state === 'closed') return refuse('registrationClosed')
  if (state === 'expired') return refuse('linkExpired')
  const step = portalSteps[portalSteps.indexOf(state) + 1]
  return step === undefined ? refuse('alreadyRegistered') : accept(step)
}

/**
 * Whether a step may be ticked now. `stepOutOfOrder`: it is not the next step (a link is not sent twice either);
 * `linkExpired` and `registrationClosed`: no step may be, as `nextStep` says.
 */
export function mayTick(
  record: RegistrationRecord,
  step: PortalStep,
  now: Date,
): Result<void, 'stepOutOfOrder' | 'linkExpired' | 'registrationClosed'> {
  const next = nextStep(registrationState(record, now).state)
  if (next.ok) return next.value === step ? accept(undefined) : refuse('stepOutOfOrder')
  return refuse(next.refusal === 'alreadyRegistered' ? 'stepOutOfOrder' : next.refusal)
}

/** What the Portal asks of a password, for the leaflet that residents get (003_6520488e57b6da1e.txt). */
export const portalPasswordRule = { minLength: 10, upper: 1, lower: 1, digit: 1, special: 1 } as const
