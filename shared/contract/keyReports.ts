import * as z from 'zod'
import { keyKinds, keyLedgerRefusals } from '../rules/keyLedger'
import { base, id, line, localDay, requiredLine, servingRoles } from './base'
import { acts, actsOnOne, answered, look, mostKeysAtOnce, page, refusals, which } from './keyCalls'
import { reportRow, reportSummary } from './keyHandoffViews'
import { reportRowProblems } from './keyTerms'

/** A report is no larger: its bytes in base64, in one call. */
export const largestReport = 1024 * 1024
const reportBase64 = 1_400_000
/** Why a file is no report that can be read. */
export const reportFileProblems = [
  'emptyFile',
  'missingColumn',
  'duplicateColumn',
  'unreadableEncoding',
  'unfinishedQuote',
  'tooLarge',
  'tooManyRows',
] as const

const previewRow = z.object({
  line: z.int(),
  reference: z.string(),
  keyKind: z.string(),
  keyNumber: z.string(),
  result: z.string(),
  day: z.string(),
  note: z.string(),
  /** `rejected`: cannot be taken in as it stands; `kept`: for a person to look at; `repeated`: said before; `matched`: taken in. */
  becomes: z.enum(['rejected', 'kept', 'repeated', 'matched']),
  problem: z.enum(reportRowProblems).nullable(),
  /** The column that the problem is in. */
  column: z.string().nullable(),
  handoffId: id.nullable(),
  keyId: id.nullable(),
})

const reportPreview = z.object({
  sha256: z.string(),
  delimiter: z.enum([',', ';']),
  encoding: z.enum(['utf-8', 'windows-1252']),
  /** Problems that make the whole file useless; then there are no rows. */
  problems: z.array(
    z.object({
      problem: z.enum(reportFileProblems),
      column: z.string().nullable(),
      line: z.int().nullable(),
    }),
  ),
  rows: z.array(previewRow),
  counts: z.object({ rejected: z.int(), kept: z.int(), repeated: z.int(), matched: z.int() }),
  /** The report that this very file was taken in as. */
  sameAs: reportSummary.nullable(),
})
export type ReportPreview = z.infer<typeof reportPreview>

const reportFile = {
  name: requiredLine(255),
  base64: z.base64().max(reportBase64),
  /** The month that the report is of, `YYYY-MM`. */
  month: z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/),
}

/** What BLC Turva reports. */
export const keyReports = {
  /** Reads a report's file and says of each row what would become of it. Writes nothing. */
  previewReport: base.meta(look).input(z.object(reportFile)).output(reportPreview),
  /**
   * Takes a report in, all or nothing: what was matched moves keys and hand-offs, what was not is kept for a person. `previewed` is the
   * preview's count of each: when it would come out otherwise now, nothing is written. Rows that are rejected stay out only when
   * `withoutRejected` says so.
   */
  applyReport: base
    .meta({ ...acts, audit: { keep: ['month', 'withoutRejected'] } })
    .errors(
      refusals('fileProblems', 'sameReport', 'rejectedRows', 'reportChangedMeanwhile', 'nothingToApply'),
    )
    .input(
      z.object({
        ...reportFile,
        withoutRejected: z.boolean(),
        previewed: reportPreview.shape.counts,
        note: line(300),
      }),
    )
    .output(z.object({ report: reportSummary, rows: z.array(reportRow) })),
  /**
   * Enters by hand what became of a hand-off's keys, or that BLC Turva has them uncounted (`withBlc`, no keys). `at`: where they are now;
   * of a pick-up whoever collects has them. `extra` are keys that came and were not asked for.
   */
  enterReport: base
    .meta(actsOnOne)
    .errors(
      refusals(
        'handoffOver',
        'notInHandoff',
        'nothingEntered',
        'sameRowTwice',
        'reportedInFuture',
        'beforeHandoff',
        'numberRequired',
        ...keyLedgerRefusals,
      ),
    )
    .input(
      z.object({
        ...which,
        happenedOn: localDay,
        at: z.enum(['blc', 'heka']),
        withBlc: z.boolean(),
        keys: z
          .array(z.object({ keyId: id, result: z.enum(['arrived', 'damaged', 'missing']) }))
          .max(mostKeysAtOnce),
        extra: z.array(z.object({ kind: z.enum(keyKinds), number: line(40) })).max(20),
        note: line(300),
      }),
    )
    .output(answered),
  /** The reports that were taken in, the newest first. */
  reports: base
    .meta({ roles: servingRoles })
    .input(z.object({ page }))
    .output(z.object({ reports: z.array(reportSummary), total: z.int(), openRows: z.int() })),
  readReport: base
    .meta(look)
    .input(z.object({ id }))
    .output(z.object({ report: reportSummary, rows: z.array(reportRow) })),
  /** Rows of all reports that a person must look at, the oldest first. */
  openRows: base
    .meta(look)
    .input(z.object({ page }))
    .output(z.object({ rows: z.array(reportRow), total: z.int() })),
  /** Says which hand-off, and which key of it, a row that was kept belongs to; it then counts as reported. */
  matchRow: base
    .meta(actsOnOne)
    .errors(refusals('rowSettled', 'handoffOver', 'notInHandoff', 'beforeHandoff', ...keyLedgerRefusals))
    .input(z.object({ ...which, handoffId: id, keyId: id.nullable(), note: line(300) }))
    .output(answered.extend({ row: reportRow })),
  /** Says that a row that was kept belongs to nothing. */
  dismissRow: base
    .meta(acts)
    .errors(refusals('rowSettled', 'noteRequired'))
    .input(z.object({ ...which, note: line(300) }))
    .output(z.object({ row: reportRow })),
}
