import * as z from 'zod'
import { mandateActions, mandateScopes } from '../rules/mandateScopes'
import { mandateChecks } from '../rules/mandateTerm'
import { mandateStandings, whyNotReasons } from '../rules/mayAct'
import { id, line, localDay, paragraph, version } from './base'

/** How a power of attorney came. */
export const mandateArrivals = ['atCounter', 'byEmail', 'byPost', 'withGrantee'] as const
/** Why a power was not accepted. */
export const mandateRefusedBecause = [
  'notSigned',
  'notDated',
  'grantorNotIdentified',
  'unreadable',
  'partiesUnclear',
  'mistake',
  'other',
] as const
/** Who took a power back, and how. */
export const mandateRevokedBy = ['grantor', 'guardian', 'estateParty', 'grantee'] as const
export const mandateRevokedHow = ['atCounter', 'byLetter', 'byEmail', 'byPhone'] as const

/** The kinds of file that a signed paper may be. */
export const paperKinds = ['pdf', 'jpeg', 'png'] as const
export type PaperKind = (typeof paperKinds)[number]

/** A paper is no larger, bytes. */
export const largestPaper = 10 * 1024 * 1024

/** What a power ends in no more than so many days is listed as ending soon. */
export const endingSoonDays = 30

const spaceName = line(80)

/** What a power is limited to: a lease of the grantor's by its number, the home of that lease, or a space or turn by name. */
const objectInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('lease'), leaseNo: line(40) }),
  z.object({ kind: z.literal('apartment'), leaseNo: line(40) }),
  z.object({ kind: z.literal('parkingSpace'), name: spaceName }),
  z.object({ kind: z.literal('saunaTurn'), name: spaceName }),
])

/**
 * A grantee as written on the paper. For a resident name and birth date are the register's. Of a personal identity code only the
 * birth date is kept.
 */
const granteeInput = z.object({
  residentId: id.nullable(),
  firstNames: line(200),
  lastName: line(120),
  birthDate: localDay.nullable(),
  personalIdentityCode: line(11).nullable(),
  phone: line(40).nullable(),
  email: line(254).nullable(),
})

/** What a power says. */
export const mandateContent = z.object({
  /** Of an estate only: residents who are parties to it, or another tenant whose estate it is. */
  otherGrantorIds: z.array(id).max(10),
  /** Of an estate only: the parties to it who are not in the register, by name. */
  parties: z.array(line(160)).max(20),
  /** Of an estate only, when the register does not know of the death yet. */
  diedOn: localDay.nullable(),
  grantees: z.array(granteeInput).max(10),
  general: z.boolean(),
  scopes: z.array(z.enum(mandateScopes)).max(mandateScopes.length),
  openSection: paragraph(4000),
  object: objectInput.nullable(),
  signedOn: localDay,
  validFrom: localDay,
  /** Null when the paper gives no end: then for 25 years. */
  validUntil: localDay.nullable(),
  arrived: z.enum(mandateArrivals),
})
export type MandateContent = z.infer<typeof mandateContent>

/** What is written on a form before it is signed. What is empty is left to be written by hand. */
export const mandateToSign = mandateContent.omit({ signedOn: true, arrived: true }).extend({
  grantees: z.array(granteeInput.omit({ personalIdentityCode: true })).max(10),
  /** Null: from the signature. */
  validFrom: localDay.nullable(),
})
export type MandateToSign = z.infer<typeof mandateToSign>

const personView = z.object({ residentId: id, name: z.string(), died: z.boolean() })

const granteeView = z.object({
  id,
  residentId: id.nullable(),
  firstNames: z.string(),
  lastName: z.string(),
  birthDate: localDay.nullable(),
  /** Null under non-disclosure. */
  phone: z.string().nullable(),
  email: z.string().nullable(),
  /** Has shown today who they are. */
  identifiedToday: z.boolean(),
})

const objectView = z.object({
  kind: z.enum(['lease', 'apartment', 'parkingSpace', 'saunaTurn']),
  leaseNo: z.string().nullable(),
  name: z.string().nullable(),
})

const summary = z.object({
  id,
  version,
  standing: z.enum(mandateStandings),
  grantors: z.array(personView),
  grantees: z.array(granteeView),
  general: z.boolean(),
  scopes: z.array(z.enum(mandateScopes)),
  openSection: z.string(),
  object: objectView.nullable(),
  signedOn: localDay,
  validFrom: localDay,
  validUntil: localDay.nullable(),
  /** The last day of the power as the rules count it. */
  lastDay: localDay,
  papers: z.int(),
})
export type MandateSummary = z.infer<typeof summary>

export const mandateEvents = [
  'recorded',
  'corrected',
  'paperAttached',
  'paperRemoved',
  'confirmed',
  'refused',
  'revoked',
  'asked',
  'decided',
  'granteeIdentified',
  'renewed',
] as const

export const mandatePage = summary.extend({
  parties: z.array(z.string()),
  diedOn: localDay.nullable(),
  arrived: z.enum(mandateArrivals),
  /** What must be seen before it is valid. */
  checklist: z.array(z.enum(mandateChecks)),
  refused: z.object({ why: z.enum(mandateRefusedBecause), note: z.string() }).nullable(),
  revoked: z
    .object({
      by: z.enum(mandateRevokedBy),
      how: z.enum(mandateRevokedHow),
      on: localDay,
      note: z.string(),
    })
    .nullable(),
  /** The power that this was granted anew from, and the one that was granted anew from this. */
  renews: id.nullable(),
  renewedBy: id.nullable(),
  paperList: z.array(
    z.object({
      id,
      name: z.string(),
      kind: z.enum(paperKinds),
      bytes: z.int(),
      at: z.date(),
      by: z.string(),
    }),
  ),
  /** Newest first. */
  history: z.array(
    z.object({
      at: z.date(),
      by: z.string(),
      what: z.enum(mandateEvents),
      detail: z.record(z.string(), z.json()),
    }),
  ),
})
export type MandatePage = z.infer<typeof mandatePage>
export { summary as mandateSummary }

/** Who is here: the resident themself, a grantee of one of their powers, another resident, or anybody else. */
export const whoIsHere = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('self') }),
  z.object({ kind: z.literal('grantee'), granteeId: id }),
  z.object({ kind: z.literal('resident'), residentId: id }),
  z.object({ kind: z.literal('other'), name: line(200) }),
])

const ground = z.object({
  mandateId: id,
  scope: z.enum([...mandateScopes, 'general', 'openSection']),
  /** Its last day, inclusive. */
  until: localDay,
  openSection: z.boolean(),
})

export const mandateAnswer = z.object({
  /** Whose matter it is. */
  residentId: id,
  askId: id,
  action: z.enum(mandateActions),
  answer: z.enum(['yes', 'no', 'readOpenSection']),
  /** Null when the answer is not no. */
  reason: z.enum(whyNotReasons).nullable(),
  /** The power that the answer stands on; null when it is no, and for the resident themself. */
  ground: ground.nullable(),
  /** When the answer is no, the power that came nearest. */
  nearestMandateId: id.nullable(),
  /** The grantor's own words, when they must be read or stand beside the scope. */
  openSection: z.string().nullable(),
  /** What stays untold to whoever is here although the answer is yes. */
  hidden: z.array(z.enum(['address', 'contacts'])),
  others: z.array(z.object({ mandateId: id, finding: z.enum(['yes', 'readOpenSection', ...whyNotReasons]) })),
  /** Where an open section was read and decided on, for this asking alone. */
  decision: z.object({ allowed: z.boolean(), note: z.string() }).nullable(),
})
export type MandateAnswer = z.infer<typeof mandateAnswer>
