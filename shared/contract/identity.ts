import * as z from 'zod'
import { checkPurposes, documentConfirmations, documentKinds, documentRefusals } from '../rules/documents'
import { base, counterRoles, id, line, localDay, refusals, servingRoles } from './base'

/** A document as the clerk has it in hand: scanned lines, or typed. It is judged and forgotten; neither is stored. */
export const documentInput = z.discriminatedUnion('source', [
  z.object({ source: z.literal('mrz'), text: z.string().min(1).max(400) }),
  z.object({
    source: z.literal('manual'),
    kind: z.enum(documentKinds),
    /** ISO 3166-1 alpha-3, as in the machine-readable zone. */
    issuingCountry: z
      .string()
      .regex(/^[A-Za-z]{3}$/, 'countryFormat')
      .transform((text) => text.toUpperCase()),
    lastName: line(120),
    firstNames: line(200),
    birthDate: localDay,
    /** Null for a photo ID without a date. */
    expiresOn: localDay.nullable(),
    personalIdentityCode: line(11).nullable(),
  }),
])
export type DocumentInput = z.input<typeof documentInput>

export const judgement = z.object({
  document: z.object({
    kind: z.enum(documentKinds),
    issuingCountry: z.string(),
    expiresOn: localDay.nullable(),
    validToday: z.boolean(),
  }),
  /** What we know of them: the register, or the power of attorney of somebody who is no resident. */
  comparedWith: z.enum(['register', 'power']),
  comparison: z.array(
    z.object({
      field: z.enum(['firstNames', 'lastName', 'birthDate', 'personalIdentityCode']),
      register: z.string().nullable(),
      document: z.string().nullable(),
      result: z.enum(['same', 'partial', 'different', 'missing']),
    }),
  ),
  refusals: z.array(z.enum(documentRefusals)),
  confirmations: z.array(z.enum(documentConfirmations)),
})
export type Judgement = z.infer<typeof judgement>

export const identityCheck = z.object({
  id,
  purpose: z.enum(checkPurposes),
  documentKind: z.enum(documentKinds),
  issuingCountry: z.string(),
  validOnDay: z.boolean(),
  outcome: z.enum(['accepted', 'refused']),
  refusals: z.array(z.string()),
  checkedAt: z.date(),
  checkedBy: z.string(),
  /** Made today, Helsinki day: what "verified today" means. */
  today: z.boolean(),
})
export type IdentityCheck = z.infer<typeof identityCheck>

/** Why the clerk refuses what the rule would accept. */
export const clerkRefusals = ['photoDiffers', 'documentDamaged', 'documentSuspect'] as const

/** Why a document's lines cannot be read. */
export const readingRefusals = ['mrzFormat', 'mrzCheckDigit', 'mrzUnsupported'] as const

/** A document of which nothing could be read but what the clerk's eyes see, and why. */
export const unreadableDocument = z.object({
  kind: z.enum(documentKinds),
  issuingCountry: z
    .string()
    .regex(/^[A-Za-z]{3}$/, 'countryFormat')
    .transform((text) => text.toUpperCase()),
  reading: z.enum(readingRefusals),
})

export const identity = {
  /** Compares a document with the register for a purpose. Writes nothing but the look. */
  judge: base
    .meta({
      roles: counterRoles,
      audit: { subjectKind: 'resident', subject: 'residentId', keep: ['purpose'] },
    })
    .errors(refusals(...readingRefusals))
    .input(z.object({ residentId: id, purpose: z.enum(checkPurposes), document: documentInput }))
    .output(judgement),
  /**
   * Records a check: judged again here, so that what is stored is what the rule says. `accepted` needs every
   * confirmation; `refused` may add `clerkRefuses` when the clerk's eyes say no (the photo is of somebody else).
   */
  record: base
    .meta({
      command: true,
      roles: counterRoles,
      audit: { subjectKind: 'resident', subject: 'residentId', keep: ['purpose', 'outcome'] },
    })
    .errors(refusals(...readingRefusals, 'documentRefused', 'confirmationMissing', 'nothingToRefuse'))
    .input(
      z.object({
        residentId: id,
        purpose: z.enum(checkPurposes),
        document: documentInput,
        outcome: z.enum(['accepted', 'refused']),
        confirmed: z.array(z.enum(documentConfirmations)).max(10),
        /** The clerk's own reason for refusing what the rule would accept. */
        clerkRefuses: z.enum(clerkRefusals).nullable(),
      }),
    )
    .output(identityCheck),
  /** Records a refusal of a document that cannot be read at all, so that nothing of it was compared. */
  recordUnreadable: base
    .meta({
      command: true,
      roles: counterRoles,
      audit: { subjectKind: 'resident', subject: 'residentId', keep: ['purpose'] },
    })
    .input(unreadableDocument.extend({ residentId: id, purpose: z.enum(checkPurposes) }))
    .output(identityCheck),
  /** A resident's checks, newest first, at most ten. */
  list: base
    .meta({ roles: servingRoles, audit: { subjectKind: 'resident', subject: 'residentId' } })
    .input(z.object({ residentId: id }))
    .output(z.array(identityCheck)),
}
