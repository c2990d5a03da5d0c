import type { LocalDay } from './localDay'
import { assertNever } from './result'

/** The kinds of document that a person may show. */
export const documentKinds = ['passport', 'identityCard', 'drivingLicence', 'otherPhotoId'] as const
export type DocumentKind = (typeof documentKinds)[number]

/** What identity is checked for. */
export const checkPurposes = ['portal', 'doorOpening', 'other'] as const
export type CheckPurpose = (typeof checkPurposes)[number]

/** Why a document is refused. `expiryMissing`: a kind of document that always has an expiry was given none. */
export const documentRefusals = [
  'documentNotAccepted',
  'documentExpired',
  'expiryMissing',
  'birthDateMismatch',
  'codeMismatch',
  'nameMismatch',
] as const
export type DocumentRefusal = (typeof documentRefusals)[number]

/**
 * What the clerk must confirm with their own eyes. `nameChanged`: the personal identity code is the same and
 * the name is not. `namesPartial`: one side has only some of the given names.
 */
export const documentConfirmations = ['photoMatches', 'nameChanged', 'namesPartial'] as const
export type DocumentConfirmation = (typeof documentConfirmations)[number]

/**
 * What is read from a document for the length of one check. By design it has no document number, no photo and
 * no raw lines: an identity check may not keep them (data protection ombudsman, 7713/163/2018).
 */
export interface DocumentData {
  readonly kind: DocumentKind
  /** Three letters as in the machine readable zone (ICAO 9303 part 3, section 5); Germany's 'D' is 'DEU'. */
  readonly issuingCountry: string
  readonly lastName: string
  readonly firstNames: string
  /** From a machine readable zone the century is an assumption: the zone has two digits of the year. */
  readonly birthDate: LocalDay
  /** The last day of validity. Null when the document has none, which only `otherPhotoId` may. */
  readonly expiresOn: LocalDay | null
  /** As the document gives it: 11 characters, or with '<' for the sign, or 10 with no sign. Null when not given. */
  readonly personalIdentityCode: string | null
  readonly source: 'mrz' | 'manual'
}

/**
 * Whether a kind of document is accepted for a purpose. Resident Portal: a passport or an identity card; door
 * opening: a passport or other photo ID (003_6520488e57b6da1e.txt). For other purposes the sources are silent;
 * by decision all official documents serve, and a photo ID of any other kind does not.
 */
export function documentServes(kind: DocumentKind, purpose: CheckPurpose): boolean {
  switch (purpose) {
    case 'portal':
      return kind === 'passport' || kind === 'identityCard'
    case 'doorOpening':
      return true
    case 'other':
      return kind !== 'otherPhotoId'
    default:
      return assertNever(purpose)
  }
}
