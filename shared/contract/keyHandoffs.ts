import * as z from 'zod'
import { handoffDirections, settleRefusals } from '../rules/keyHandoff'
import { whyNotReasons } from '../rules/mayAct'
import {
  base,
  id,
  languages,
  line,
  localDay,
  paragraph,
  refusals as plainRefusals,
  requiredLine,
  servingRoles,
} from './base'
import {
  actsOnOne,
  answered,
  look,
  lookAtOne,
  page,
  pdf,
  pdfOfOne,
  refusals,
  resident,
  someKeys,
  which,
} from './keyCalls'
import { handoffSummary, signatureStrokes } from './keyHandoffViews'
import { bringerKinds, keyCancelReasons } from './keyTerms'
import { keyView } from './keyViews'

/** Who brings or collects: the resident, another who is on the lease, or whoever a question of today was answered for. */
const who = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('resident') }),
  z.object({ kind: z.literal('coTenant'), residentId: id }),
  z.object({ kind: z.literal('asked'), askId: id }),
])

/** Hand-offs of keys to BLC Turva and back. */
export const keyHandoffs = {
  /** What a hand-off of a lease's keys begins with: which keys by default, by when, and who may bring or collect them. */
  handoffForm: base
    .meta(lookAtOne)
    .errors(plainRefusals('notGrantorsLease'))
    .input(z.object({ residentId: id, leaseNo: line(40), direction: z.enum(handoffDirections) }))
    .output(
      z.object({
        residentId: id,
        apartmentId: id,
        /** `chosen` by default: nothing is asked back of those who stay. */
        keys: z.array(keyView.extend({ chosen: z.boolean() })),
        /** Null when no day is known. */
        dueOn: localDay.nullable(),
        /** Who stays on the lease when the resident leaves. */
        staying: z.array(z.object({ residentId: id, name: z.string() })),
        bringers: z.array(
          z.object({
            kind: z.enum(bringerKinds),
            residentId: id,
            name: z.string(),
            hasEmail: z.boolean(),
            language: z.enum(languages),
            /** Why not; null when they may. */
            whyNot: z.enum(whyNotReasons).nullable(),
          }),
        ),
        /** They have died: whoever represents the estate brings the keys. */
        died: z.boolean(),
        /** The termination of the lease that is open. */
        terminationId: id.nullable(),
        protected: z.boolean(),
      }),
    ),
  /**
   * Makes a hand-off and tells it: whoever brings, in their language by e-mail or on paper, and BLC Turva. A key is in one open hand-off at a
   * time. Of a return the keys are out with somebody; of a pick-up they are with BLC Turva or Heka.
   */
  makeHandoff: base
    .meta({ ...actsOnOne, audit: { ...resident, keep: ['direction', 'send'] } })
    .errors(
      refusals(
        'notGrantorsLease',
        'otherApartmentsKey',
        'movedMeanwhile',
        'inOpenHandoff',
        'keyInactive',
        'notOut',
        'notIn',
        'dueDayPast',
        'dueDayTooFar',
        'notAllowed',
        'otherMatter',
        'askedAnotherDay',
        'notOnLease',
        'noEmail',
        'noSuchRequest',
      ),
    )
    .input(
      z.object({
        residentId: id,
        leaseNo: line(40),
        direction: z.enum(handoffDirections),
        keys: someKeys,
        dueOn: localDay,
        who,
        language: z.enum(languages),
        send: z.enum(['email', 'paper']),
        note: paragraph(500),
        /** The termination or transfer that it follows from. */
        requestId: id.nullable(),
      }),
    )
    .output(answered),
  readHandoff: base.meta(lookAtOne).input(z.object({ id })).output(answered),
  /** By the reference on an envelope: the hand-off's id, or NOT_FOUND. */
  findHandoff: base
    .meta(lookAtOne)
    .errors(plainRefusals('noReference'))
    .input(z.object({ reference: line(40) }))
    .output(z.object({ residentId: id, id })),
  /** Hand-offs, those due first first when they are open, else the newest first. */
  handoffs: base
    .meta({ roles: servingRoles })
    .input(
      z.object({
        show: z.enum(['open', 'counted', 'over']),
        direction: z.enum(handoffDirections).nullable(),
        page,
      }),
    )
    .output(z.object({ handoffs: z.array(handoffSummary), total: z.int() })),
  /** Cancels an open hand-off and tells it. What came already stays where it is. */
  cancelHandoff: base
    .meta({ ...actsOnOne, audit: { ...resident, keep: ['because'] } })
    .errors(refusals('handoffOver', 'noteRequired'))
    .input(z.object({ ...which, because: z.enum(keyCancelReasons), note: paragraph(1000) }))
    .output(answered),
  /** Settles a hand-off of which everything is counted and every case closed. */
  settleHandoff: base
    .meta(actsOnOne)
    .errors(refusals(...settleRefusals))
    .input(z.object({ ...which, note: paragraph(1000) }))
    .output(answered),
  /** What whoever brings or collects is told, as a PDF: no home's address beside a key's number. */
  instructions: base
    .meta(lookAtOne)
    .input(z.object({ id, language: z.enum(languages) }))
    .output(pdfOfOne),
  /** What BLC Turva is to expect, as a PDF in Finnish: references, keys and due days; nothing about anybody protected, and no address. */
  blcList: base
    .meta(look)
    .input(z.object({ direction: z.enum(handoffDirections) }))
    .output(pdf.extend({ handoffs: z.int() })),
  /** The receipt for what was returned or collected, with the signature if there is one, as a PDF. */
  receipt: base
    .meta(lookAtOne)
    .errors(plainRefusals('nothingArrived'))
    .input(z.object({ id, language: z.enum(languages) }))
    .output(pdfOfOne),
  /** Keeps who signed the receipt: on the screen with the lines drawn, or on the paper (no strokes). Once. */
  signReceipt: base
    .meta(actsOnOne)
    .errors(refusals('nothingArrived', 'alreadySigned', 'signatureEmpty'))
    .input(z.object({ ...which, signerName: requiredLine(200), strokes: signatureStrokes.nullable() }))
    .output(answered),
}
