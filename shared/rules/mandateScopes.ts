/**
 * What a specific power of attorney can be for: the choices of Heka's form (003_6520488e57b6da1e.txt). Beside these a power can
 * be general (yleisvaltuutus), and have an open section in the grantor's own words, which a person must read.
 */
export const mandateScopes = [
  'terminateLease',
  'terminateParking',
  'terminateSauna',
  'keys',
  'managersStatement',
  'diyPermit',
  'leaseInformation',
  'paymentInformation',
  'transferLease',
  'estate',
] as const
export type MandateScope = (typeof mandateScopes)[number]

/** What somebody who is here may want, of one's own or for another. */
export const mandateActions = [
  'terminateLease',
  'transferLease',
  'terminateParking',
  'terminateSauna',
  'bookParking',
  'bookSauna',
  'returnKeys',
  'collectKeys',
  'managersStatement',
  'diyPermit',
  'leaseInformation',
  'paymentInformation',
  'inspection',
  'changeResidents',
  'disturbance',
  'disruptiveSmoking',
  'messageLeaseControl',
  'correctContacts',
] as const
export type MandateAction = (typeof mandateActions)[number]

interface ActionRule {
  /** Whose own matter it is: the main tenants' alone, or everybody's who is on the lease. */
  readonly own: 'mainTenant' | 'anyResident'
  /** The specific scope that covers it; null when only a general power does. */
  readonly scope: Exclude<MandateScope, 'estate'> | null
  /** What it cannot be done without telling; under non-disclosure a grantee is not told. */
  readonly tells: 'address' | 'contacts' | null
  /** Still done when the lease has ended. */
  readonly afterLease: boolean
  /** The things of their own that a power can be limited to. */
  readonly about: 'parkingSpace' | 'saunaTurn' | null
}

const action = (
  own: ActionRule['own'],
  scope: ActionRule['scope'],
  more: Partial<ActionRule> = {},
): ActionRule => ({ own, scope, tells: null, afterLease: false, about: null, ...more })

/**
 * Who does what. Payments are the main tenants' (004_e662d1745ec30d2d.txt); so is ending, transferring and having the lease
 * itself. Every other service of the Resident Portal is open to all adults who live there. Unsourced: what goes on after the
 * lease has ended.
 */
export const actionRules: Readonly<Record<MandateAction, ActionRule>> = {
  terminateLease: action('mainTenant', 'terminateLease'),
  transferLease: action('mainTenant', 'transferLease'),
  terminateParking: action('anyResident', 'terminateParking', { about: 'parkingSpace' }),
  terminateSauna: action('anyResident', 'terminateSauna', { about: 'saunaTurn' }),
  bookParking: action('anyResident', null, { about: 'parkingSpace' }),
  bookSauna: action('anyResident', null, { about: 'saunaTurn' }),
  returnKeys: action('anyResident', 'keys', { afterLease: true }),
  collectKeys: action('anyResident', 'keys'),
  managersStatement: action('anyResident', 'managersStatement', { tells: 'address' }),
  diyPermit: action('anyResident', 'diyPermit'),
  leaseInformation: action('mainTenant', 'leaseInformation', { tells: 'address', afterLease: true }),
  paymentInformation: action('mainTenant', 'paymentInformation', { afterLease: true }),
  inspection: action('anyResident', null),
  changeResidents: action('anyResident', null),
  disturbance: action('anyResident', null),
  disruptiveSmoking: action('anyResident', null),
  messageLeaseControl: action('mainTenant', null, { afterLease: true }),
  correctContacts: action('anyResident', null, { tells: 'contacts', afterLease: true }),
}

/** What a power says that it is for. */
export interface GrantedScopes {
  readonly general: boolean
  readonly scopes: readonly MandateScope[]
  /** The form's open section has text in it. */
  readonly openSection: boolean
}

/** What of a power covers an action. */
export type CoveringScope = 'general' | 'openSection' | MandateScope

/**
 * What of a power covers an action: the specific scope before the general one; a power for an estate, which stands in the
 * tenant's place in everything; `openSection` when only that may, which a person must read. Null when nothing does.
 */
export function coveringScope(granted: GrantedScopes, wanted: MandateAction): CoveringScope | null {
  const { scope } = actionRules[wanted]
  if (scope !== null && granted.scopes.includes(scope)) return scope
  if (granted.scopes.includes('estate')) return 'estate'
  if (granted.general) return 'general'
  return granted.openSection ? 'openSection' : null
}
