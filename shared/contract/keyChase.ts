import * as z from 'zod'
import { handoffDirections } from '../rules/keyHandoff'
import { keyLedgerRefusals } from '../rules/keyLedger'
import { base, id, languages, localDay, paragraph, refusals as plainRefusals, servingRoles } from './base'
import { actsOnOne, answered, lookAtOne, page, pdfOfOne, refusals, resident, which } from './keyCalls'
import { handoffSummary } from './keyHandoffViews'
import { caseChoices, caseOutcomes } from './keyTerms'

const chaseLists = ['dueToday', 'late', 'missing'] as const

/** Differences, and what is late. */
export const keyChase = {
  /** Opens a case about a key of a hand-off that no report has opened one for. */
  openCase: base
    .meta({ ...actsOnOne, audit: { ...resident, keep: ['kind'] } })
    .errors(refusals('handoffOver', 'notInHandoff', 'caseOpen'))
    .input(z.object({ ...which, keyId: id, kind: z.enum(['missing', 'damaged']), note: paragraph(1000) }))
    .output(answered),
  /**
   * Does something about a difference; the case stays open. `charge` with how much, in cents. `rekey` writes the e-mail to maintenance into the
   * outbox, or waits for an address.
   */
  chooseInCase: base
    .meta({ ...actsOnOne, audit: { ...resident, keep: ['choice'] } })
    .errors(refusals('caseClosed', 'noteRequired', 'chargeRequired', 'rekeyAsked'))
    .input(
      z.object({
        ...which,
        choice: z.enum(caseChoices),
        chargeCents: z.int().min(0).max(1_000_000).nullable(),
        note: paragraph(1000),
      }),
    )
    .output(answered),
  /** Closes a case: the key was found and is there now, it is given up and lost, or what came is kept as it is. */
  closeCase: base
    .meta({ ...actsOnOne, audit: { ...resident, keep: ['outcome'] } })
    .errors(refusals('caseClosed', 'noteRequired', 'outcomeDoesNotFit', ...keyLedgerRefusals))
    .input(
      z.object({
        ...which,
        outcome: z.enum(caseOutcomes),
        /** Where a found key is now. */
        at: z.enum(['blc', 'heka']),
        happenedOn: localDay,
        note: paragraph(1000),
      }),
    )
    .output(answered),
  /**
   * What is due (from its due day until the days of grace are past), late, or has a difference that is open; the first due first. How many
   * there are of each, of that direction.
   */
  chase: base
    .meta({ roles: servingRoles })
    .input(z.object({ show: z.enum(chaseLists), direction: z.enum(handoffDirections).nullable(), page }))
    .output(
      z.object({
        handoffs: z.array(handoffSummary),
        total: z.int(),
        counts: z.object({ dueToday: z.int(), late: z.int(), missing: z.int(), openRows: z.int() }),
      }),
    ),
  /**
   * Reminds now of what has not come: an e-mail through the outbox when they have an address, which leaves on a working day. Once a day.
   * `notAwaited` when BLC Turva has the keys, or all of them came.
   */
  remind: base
    .meta(actsOnOne)
    .errors(refusals('handoffOver', 'notAwaited', 'noEmail', 'remindedToday'))
    .input(z.object(which))
    .output(answered),
  /** The same reminder as a letter to print, as a PDF. */
  reminderLetter: base
    .meta(lookAtOne)
    .errors(plainRefusals('notAwaited'))
    .input(z.object({ id, language: z.enum(languages) }))
    .output(pdfOfOne),
  /** How many hand-offs were open, late and missing something at the end of each of these weeks, the latest last. */
  figures: base
    .meta({ roles: servingRoles })
    .input(z.object({ weeks: z.int().min(1).max(53) }))
    .output(
      z.object({
        weeks: z.array(
          z.object({
            monday: localDay,
            made: z.int(),
            open: z.int(),
            late: z.int(),
            missing: z.int(),
            settled: z.int(),
          }),
        ),
      }),
    ),
}
