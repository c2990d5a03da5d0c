import * as z from 'zod'
import { caseKinds, handoffDirections, handoffKeyStates, handoffStates } from '../rules/keyHandoff'
import { mailProblems, messageKinds, messageStates } from '../rules/outbox'
import { id, languages, localDay, version } from './base'
import {
  bringerKinds,
  caseChoices,
  caseOutcomes,
  handoffEventWhats,
  keyCancelReasons,
  reportResults,
  reportRowProblems,
} from './keyTerms'
import { keyView } from './keyViews'

/** The state of an e-mail: `paper` when what there is to say is printed, `noAddress` when nobody has set where it goes. */
const telling = z.object({
  state: z.enum([...messageStates, 'paper', 'noAddress']),
  problem: z.enum(mailProblems).nullable(),
  messageId: id.nullable(),
  at: z.date().nullable(),
})

const bringer = z.object({
  kind: z.enum(bringerKinds),
  residentId: id.nullable(),
  name: z.string(),
})

export const handoffSummary = z.object({
  id,
  version,
  /** Twelve letters and digits, written with hyphens. */
  reference: z.string(),
  direction: z.enum(handoffDirections),
  state: z.enum(handoffStates),
  residentId: id,
  name: z.string(),
  leaseNo: z.string(),
  dueOn: localDay,
  /** Nothing has come and the days of grace are past too. */
  overdue: z.boolean(),
  bringer,
  madeAt: z.date(),
  /** How many keys it is about, how many of them came, and how many cases are open. */
  keys: z.int(),
  arrived: z.int(),
  openCases: z.int(),
  reminders: z.int(),
  remindedOn: localDay.nullable(),
})
export type HandoffSummary = z.infer<typeof handoffSummary>

export const keyCaseView = z.object({
  id,
  version,
  kind: z.enum(caseKinds),
  /** Null for a key that the ledger does not know; then as it was reported. */
  keyId: id.nullable(),
  keyKind: z.string(),
  keyNumber: z.string(),
  openedAt: z.date(),
  openedBy: z.string(),
  /** What was chosen, the first first, by whom and why. */
  choices: z.array(z.object({ choice: z.enum(caseChoices), at: z.date(), by: z.string(), note: z.string() })),
  chargeCents: z.int().nullable(),
  /** The e-mail to maintenance that the lock must be changed; null when nobody has asked for it. */
  rekey: telling.nullable(),
  closed: z
    .object({ at: z.date(), by: z.string(), outcome: z.enum(caseOutcomes), note: z.string() })
    .nullable(),
})
export type KeyCaseView = z.infer<typeof keyCaseView>

/** Lines of points of a signature drawn on the screen, in thousandths of the place's width: 0–1000 across, 0–300 down. */
const across = z.int().min(0).max(1000)
const down = z.int().min(0).max(300)
export const signatureStrokes = z
  .array(
    z
      .array(z.tuple([across, down]))
      .min(1)
      .max(2000),
  )
  .max(200)
  .refine((strokes) => strokes.reduce((sum, stroke) => sum + stroke.length, 0) <= 6000, 'tooLong')

export const handoffPage = handoffSummary.extend({
  apartmentId: id,
  /** Null under non-disclosure. */
  address: z.string().nullable(),
  /** Under non-disclosure, or with somebody who is: BLC Turva is told nothing about them. */
  protected: z.boolean(),
  language: z.enum(languages),
  send: z.enum(['email', 'paper']),
  note: z.string(),
  requestId: id.nullable(),
  askId: id.nullable(),
  mandateId: id.nullable(),
  madeBy: z.string(),
  countedOn: localDay.nullable(),
  /** In the ledger's order. */
  items: z.array(
    z.object({
      key: keyView,
      state: z.enum(handoffKeyStates),
      reportedOn: localDay.nullable(),
    }),
  ),
  /** Whether whoever brings has been told, and BLC Turva. */
  told: telling,
  toldBlc: telling,
  cases: z.array(keyCaseView),
  /** Rows of reports that were matched with it, the first first. */
  reported: z.array(
    z.object({
      rowId: id,
      at: z.date(),
      by: z.string(),
      source: z.enum(['file', 'hand']),
      happenedOn: localDay,
      keyKind: z.string(),
      keyNumber: z.string(),
      result: z.enum(reportResults),
      problem: z.enum(reportRowProblems).nullable(),
      note: z.string(),
    }),
  ),
  signature: z
    .object({ name: z.string(), how: z.enum(['screen', 'paper']), at: z.date(), by: z.string() })
    .nullable(),
  ended: z
    .object({
      at: z.date(),
      /** Null when it was settled by itself once everything was counted. */
      by: z.string().nullable(),
      because: z.enum(keyCancelReasons).nullable(),
      note: z.string(),
    })
    .nullable(),
  messages: z.array(
    z.object({
      id,
      kind: z.enum(messageKinds),
      state: z.enum(messageStates),
      problem: z.enum(mailProblems).nullable(),
      at: z.date(),
    }),
  ),
  /** Newest first; `by` null for what the program did by itself. */
  history: z.array(
    z.object({
      at: z.date(),
      by: z.string().nullable(),
      what: z.enum(handoffEventWhats),
      detail: z.record(z.string(), z.json()),
    }),
  ),
  /** What a lost key is charged by default, cents; null: nothing is proposed. */
  proposedChargeCents: z.int().nullable(),
  /** Whether mail can go out at all. */
  mailConfigured: z.boolean(),
})
export type HandoffPage = z.infer<typeof handoffPage>

/** A resident's homes with their keys, the one that goes on first. Names of who lives there are told: this is one of their pages. */
export const residentKeys = z.object({
  residentId: id,
  died: z.boolean(),
  homes: z.array(
    z.object({
      leaseNo: z.string(),
      apartmentId: id,
      /** Null, both, under non-disclosure. */
      propertyId: id.nullable(),
      address: z.string().nullable(),
      beginsOn: localDay,
      endsOn: localDay.nullable(),
      ended: z.boolean(),
      keys: z.array(keyView),
      /** Open ones first, then the newest. */
      handoffs: z.array(handoffSummary),
    }),
  ),
  /** Keys of other homes that they hold. */
  otherKeys: z.array(keyView.extend({ apartmentId: id })),
})
export type ResidentKeys = z.infer<typeof residentKeys>

/** One row of a report as it was taken in. */
export const reportRow = z.object({
  id,
  version,
  reportId: id,
  line: z.int(),
  reference: z.string(),
  keyKind: z.string(),
  keyNumber: z.string(),
  result: z.enum(reportResults),
  happenedOn: localDay,
  note: z.string(),
  problem: z.enum(reportRowProblems).nullable(),
  state: z.enum(['open', 'matched', 'repeated', 'dismissed']),
  handoffId: id.nullable(),
  keyId: id.nullable(),
  settled: z.object({ at: z.date(), by: z.string(), note: z.string() }).nullable(),
})
export type ReportRow = z.infer<typeof reportRow>

export const reportSummary = z.object({
  id,
  source: z.enum(['file', 'hand']),
  fileName: z.string(),
  month: z.string().nullable(),
  takenAt: z.date(),
  by: z.string(),
  rows: z.int(),
  /** Rows that somebody must look at. */
  open: z.int(),
})
export type ReportSummary = z.infer<typeof reportSummary>
