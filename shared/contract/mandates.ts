import * as z from 'zod'
import { documentConfirmations } from '../rules/documents'
import { contentRefusals as ruleRefusals } from '../rules/mandateContent'
import { mandateActions } from '../rules/mandateScopes'
import { mandateChecks } from '../rules/mandateTerm'
import {
  base,
  counterRoles,
  id,
  languages,
  line,
  localDay,
  paragraph,
  requiredLine,
  servingRoles,
  version,
} from './base'
import {
  clerkRefusals,
  documentInput,
  identityCheck,
  judgement,
  readingRefusals,
  unreadableDocument,
} from './identity'
import {
  largestPaper,
  mandateAnswer,
  mandateContent,
  mandatePage,
  mandateRefusedBecause,
  mandateRevokedBy,
  mandateRevokedHow,
  mandateSummary,
  mandateToSign,
  paperKinds,
  whoIsHere,
} from './mandateViews'

/** Why what was typed is no power of attorney. */
const contentRefusals = [
  ...ruleRefusals,
  'granteeBirthDateDiffers',
  'codeFormat',
  'codeDate',
  'codeFuture',
  'codeCheckCharacter',
  'phoneInvalid',
  'emailInvalid',
  'notGrantorsLease',
] as const

/** Why a file is no paper that can be kept. */
export const paperRefusals = [
  'fileEmpty',
  'fileTooLarge',
  'fileKind',
  'notWhatItsNameSays',
  'encryptedPdf',
  'brokenPdf',
  'brokenPicture',
  'activeContent',
  'samePaper',
] as const

/**
 * A rule's refusal, with the power that it is about (`samePaper`), what of the checklist is missing (`checklistIncomplete`), and
 * which of the grantees is meant.
 */
const refusals = <const Names extends readonly [string, ...string[]]>(...names: Names) => ({
  REFUSED: {
    status: 422,
    data: z.object({
      refusal: z.enum(names),
      field: z.string().optional(),
      mandateId: id.optional(),
      residentId: id.optional(),
      missing: z.array(z.enum(mandateChecks)).optional(),
      grantee: z.int().optional(),
    }),
  },
})

const resident = { subjectKind: 'resident', subject: 'residentId' } as const
const read = { roles: servingRoles, audit: resident }
const acts = { command: true, ...read }
const which = { id, version }
/** The first grantor, and the power as it is now. */
const answered = z.object({ residentId: id, mandate: mandatePage })

export const mandates = {
  /** A resident's powers, newest first: those they gave, and those that name them as a grantee. */
  ofResident: base
    .meta(read)
    .input(z.object({ residentId: id }))
    .output(z.object({ given: z.array(mandateSummary), held: z.array(mandateSummary) })),
  /** One power with its papers and its history. */
  read: base.meta(read).input(z.object({ id })).output(answered),
  /** Valid powers whose last day, or the last day of whose lease, comes in the next 30 days; the first to end first. */
  endingSoon: base
    .meta({ roles: servingRoles })
    .output(z.object({ mandates: z.array(mandateSummary.extend({ endsOn: localDay })), more: z.boolean() })),
  /**
   * Records a power as received; it answers nothing before it is confirmed. `residentId` is the grantor, or the tenant whose
   * estate it is. `renews`: the power that it was granted anew from.
   */
  record: base
    .meta(acts)
    .errors(refusals(...contentRefusals, 'notRenewable'))
    .input(z.object({ residentId: id, renews: id.nullable(), ...mandateContent.shape }))
    .output(answered),
  /** Corrects what was recorded, while the power is only received. */
  correct: base
    .meta(acts)
    .errors(refusals(...contentRefusals, 'notReceived'))
    .input(z.object({ ...which, ...mandateContent.shape }))
    .output(answered),
  /** Opens an upload for a signed paper: PDF, JPEG or PNG, at most 10 MB. It is kept in memory, and forgotten after an hour. */
  startPaper: base
    .meta({ command: true, again: true, roles: servingRoles })
    .errors(refusals('fileTooLarge', 'fileEmpty'))
    .input(z.object({ name: requiredLine(255), bytes: z.int().min(0) }))
    .output(z.object({ uploadId: id })),
  /** The next chunk of a paper, base64, at most 1 MiB of bytes; chunks come in order. */
  paperChunk: base
    .meta({ command: true, again: true, roles: servingRoles })
    .errors(refusals('fileTooLarge', 'chunkOutOfOrder'))
    .input(z.object({ uploadId: id, offset: z.int().min(0), base64: z.base64().max(1_400_000) }))
    .output(z.object({ received: z.int() })),
  /** Keeps an uploaded paper with a power that is received or valid. */
  attachPaper: base
    .meta(acts)
    .errors(refusals(...paperRefusals, 'uploadUnfinished', 'mandateOver'))
    .input(z.object({ id, uploadId: id }))
    .output(answered),
  /** Removes a paper from a power that is only received. */
  removePaper: base
    .meta(acts)
    .errors(refusals('notReceived'))
    .input(z.object({ ...which, paperId: id }))
    .output(answered),
  /** A paper, for a sandboxed view without scripts. */
  readPaper: base
    .meta(read)
    .input(z.object({ id, paperId: id }))
    .output(
      z.object({
        residentId: id,
        name: z.string(),
        kind: z.enum(paperKinds),
        base64: z.string().max(Math.ceil(largestPaper / 3) * 4),
      }),
    ),
  /** Makes a received power valid, once everything on its checklist has been seen and its paper is here. */
  confirm: base
    .meta(acts)
    .errors(refusals('notReceived', 'checklistIncomplete', 'paperMissing', 'grantorDied'))
    .input(z.object({ ...which, checked: z.array(z.enum(mandateChecks)).max(mandateChecks.length) }))
    .output(answered),
  /** Does not accept a received power. */
  refuse: base
    .meta({ ...acts, audit: { ...resident, keep: ['why'] } })
    .errors(refusals('notReceived', 'noteRequired'))
    .input(z.object({ ...which, why: z.enum(mandateRefusedBecause), note: paragraph(1000) }))
    .output(answered),
  /** Takes a power back: who did, how and on which day. It answers nothing any more, from now on. */
  revoke: base
    .meta({ ...acts, audit: { ...resident, keep: ['by'] } })
    .errors(refusals('mandateOver', 'revokedInFuture', 'revokedBeforeSigned'))
    .input(
      z.object({
        ...which,
        by: z.enum(mandateRevokedBy),
        how: z.enum(mandateRevokedHow),
        on: localDay,
        note: paragraph(1000),
      }),
    )
    .output(answered),
  /** What a new power would say that is granted anew from this one: to be signed, dated and recorded. Nothing is extended. */
  renewal: base
    .meta(read)
    .errors(refusals('notRenewable'))
    .input(z.object({ id }))
    .output(
      z.object({
        residentId: id,
        renews: id,
        content: mandateContent
          .omit({ signedOn: true, validFrom: true, validUntil: true, arrived: true })
          .extend({ grantees: z.array(mandateContent.shape.grantees.element) }),
      }),
    ),
  /** The form of a power with nothing written on it, as a PDF in base64. */
  blankForm: base
    .meta({ roles: servingRoles })
    .input(z.object({ language: z.enum(languages) }))
    .output(z.object({ pdfBase64: z.string() })),
  /** The form of a resident's power filled with what was typed, to be signed, as a PDF in base64. Writes nothing but the look. */
  form: base
    .meta(read)
    .errors(refusals('notGrantorsLease'))
    .input(z.object({ residentId: id, language: z.enum(languages), ...mandateToSign.shape }))
    .output(z.object({ residentId: id, pdfBase64: z.string() })),
  /** The grantor's receipt for a power: what was received and confirmed, until when, and how to revoke it. A PDF in base64. */
  receipt: base
    .meta(read)
    .input(z.object({ id, language: z.enum(languages) }))
    .output(z.object({ residentId: id, pdfBase64: z.string() })),
  /** Compares the document of a grantee with what the power says of them. Writes nothing but the look. */
  judgeGrantee: base
    .meta({ ...read, roles: counterRoles })
    .errors(refusals(...readingRefusals))
    .input(z.object({ id, granteeId: id, document: documentInput }))
    .output(judgement.extend({ residentId: id })),
  /** Records a check of a grantee's identity, under the rules of every other; a resident's is kept with their own. */
  identifyGrantee: base
    .meta({ ...acts, roles: counterRoles, audit: { ...resident, keep: ['outcome'] } })
    .errors(refusals(...readingRefusals, 'documentRefused', 'confirmationMissing', 'nothingToRefuse'))
    .input(
      z.object({
        id,
        granteeId: id,
        document: documentInput,
        outcome: z.enum(['accepted', 'refused']),
        confirmed: z.array(z.enum(documentConfirmations)).max(10),
        clerkRefuses: z.enum(clerkRefusals).nullable(),
      }),
    )
    .output(identityCheck.extend({ residentId: id })),
  /** Records a refusal of a grantee's document that cannot be read at all, so that nothing of it was compared. */
  recordUnreadableOfGrantee: base
    .meta({ ...acts, roles: counterRoles, audit: resident })
    .input(unreadableDocument.extend({ id, granteeId: id }))
    .output(identityCheck.extend({ residentId: id })),
  /**
   * May whoever is here do this for that resident today? The answer is kept in the resident's timeline. `leaseNo` is the lease that
   * it is about; `name` the parking space or sauna turn, if it is about one.
   */
  ask: base
    .meta({ ...acts, audit: { ...resident, keep: ['action', 'answer'] } })
    .errors(refusals('notGrantorsLease', 'noSuchGrantee', 'nameRequired'))
    .input(
      z.object({
        residentId: id,
        who: whoIsHere,
        action: z.enum(mandateActions),
        leaseNo: line(40),
        name: line(80).nullable(),
      }),
    )
    .output(mandateAnswer),
  /** Decides, for one asking of today, what the grantor's own words mean. */
  decide: base
    .meta({ ...acts, audit: { ...resident, keep: ['allowed'] } })
    .errors(refusals('nothingToDecide', 'askedAnotherDay', 'noteRequired'))
    .input(z.object({ askId: id, allowed: z.boolean(), note: paragraph(1000) }))
    .output(mandateAnswer),
  /**
   * Tells of a lease what a grantee, or the resident, asked for today and may be told. Whoever asks on the phone is told no more: the
   * answer decides, not the page.
   */
  leaseInformation: base
    .meta(read)
    .errors(refusals('notAllowed', 'otherMatter', 'askedAnotherDay'))
    .input(z.object({ askId: id }))
    .output(
      z.object({
        residentId: id,
        leaseNo: z.string(),
        signedOn: localDay.nullable(),
        beginsOn: localDay,
        endsOn: localDay.nullable(),
        noticeGivenOn: localDay.nullable(),
        /** Null under non-disclosure. */
        address: z.string().nullable(),
      }),
    ),
}
