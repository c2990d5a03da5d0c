import { eq, inArray } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { ReportPreview } from '#shared/contract/keyReports'
import { judgeReport, type RowJudgement } from '#shared/rules/keyReport'
import { helsinkiDay } from '#shared/rules/localDay'
import { type Call, named, procedures, signedIn } from '../access/procedure'
import type { Tables } from '../store/schema'
import type { Db, Tx } from '../store/store'
import { untilFirst, wasChanged } from '../visits/acts'
import { factsOf, handoffById } from './handoffRows'
import { keysById } from './ledger'
import { arrivesAt, factsForReport, rowHash } from './reportsFacts'
import { type FileRow, type ReadReport, readReportFile, reportHash } from './reportsFile'
import { concludeReport, type SaidOfHandoff, takeExtra, takeOfKey } from './reportsTaking'
import { type ReportRowRow, reportSummaries, rowsOfReport } from './reportsView'

const os = procedures.keys

type PreviewRow = ReportPreview['rows'][number]
type Readable = Extract<FileRow, { row: object }>

/** A row of the file with what would become of it; a row that could not be read has no judgement. */
interface JudgedRow {
  readonly read: FileRow
  readonly judged: RowJudgement | null
}

/** Judges every row of a file that can be used against what is known now. */
async function judgeFile(
  db: Db,
  tables: Tables,
  { rows }: ReadReport,
  month: string,
  now: Date,
): Promise<JudgedRow[]> {
  const readable = rows.filter((each): each is Readable => each.row !== null)
  const said = readable.map(({ row }) => row)
  const facts = await factsForReport(db, tables, said, { month, today: helsinkiDay(now) })
  const judgements = new Map(judgeReport(said, facts).map((judged, at) => [readable[at], judged]))
  return rows.map((read) => ({ read, judged: judgements.get(read as Readable) ?? null }))
}

const becomes = ({ judged }: JudgedRow): PreviewRow['becomes'] => judged?.becomes ?? 'rejected'

function countsOf(rows: readonly JudgedRow[]): ReportPreview['counts'] {
  const many = (of: PreviewRow['becomes']) => rows.filter((row) => becomes(row) === of).length
  return {
    rejected: many('rejected'),
    kept: many('kept'),
    repeated: many('repeated'),
    matched: many('matched'),
  }
}

function previewRow(judgedRow: JudgedRow): PreviewRow {
  const { read, judged } = judgedRow
  const unread = read.row === null ? read : null
  return {
    line: read.line,
    ...read.cells,
    becomes: becomes(judgedRow),
    problem: judged?.problem ?? unread?.problem ?? null,
    column: judged?.column ?? unread?.column ?? null,
    handoffId: judged?.handoffId ?? null,
    keyId: judged?.keyId ?? null,
  }
}

const sameCounts = (one: ReportPreview['counts'], other: ReportPreview['counts']) =>
  (['rejected', 'kept', 'repeated', 'matched'] as const).every((key) => one[key] === other[key])

const states = { kept: 'open', repeated: 'repeated', matched: 'matched' } as const

type Accepted = { readonly read: Readable; readonly judged: Exclude<RowJudgement, { becomes: 'rejected' }> }

const isAccepted = (each: JudgedRow): each is Accepted =>
  each.judged !== null && each.judged.becomes !== 'rejected'

function rowToKeep(reportId: string, { read, judged }: Accepted): ReportRowRow {
  const { row, note, line } = read
  return {
    id: uuidv7(),
    reportId,
    line,
    reference: row.reference,
    keyKind: row.kind ?? '',
    keyNumber: row.number,
    result: row.result,
    happenedOn: row.happenedOn,
    note,
    problem: judged.problem,
    handoffId: judged.handoffId,
    keyId: judged.keyId,
    state: states[judged.becomes],
    rowHash: rowHash(row),
    settledAt: null,
    settledBy: null,
    settledNote: null,
    version: 1,
  }
}

/** Does what the matched rows of one hand-off say. False when the ledger does not take it after all. */
async function applyToHandoff(
  tx: Tx,
  call: Call,
  handoffId: string,
  rows: readonly { readonly kept: ReportRowRow; readonly as: 'handoff' | 'key' | 'extra' }[],
  reportId: string,
): Promise<boolean> {
  const { tables } = call.parts.store
  const { handoff } = await handoffById(tx.db, tables, handoffId)
  const to = arrivesAt(handoff, 'blc')
  const keyIds = rows.flatMap(({ kept }) => kept.keyId ?? [])
  const keys = new Map((await keysById(tx.db, tables, [...new Set(keyIds)])).map((key) => [key.id, key]))
  const { keys: items } = await factsOf(tx.db, tables, handoffId)
  for (const { kept, as } of rows) {
    const { result, happenedOn, note } = kept
    const key = keys.get(kept.keyId ?? '')
    if (as === 'handoff' || result === 'withBlc' || !key) continue
    const said = { result, happenedOn, to, reportRowId: kept.id, note }
    const item = as === 'key' ? items.find(({ keyId }) => keyId === key.id) : undefined
    const taken = item
      ? await takeOfKey(tx, call, handoff, item, key, said)
      : await takeExtra(tx, call, handoff, key, said)
    if (!taken.ok) return false
  }
  const extra = rows.filter(({ as }) => as === 'extra').length
  const results = rows.filter(({ as }) => as !== 'extra').map(({ kept }) => kept)
  const said: SaidOfHandoff = { reportId, source: 'file', results, extra }
  await concludeReport(tx, call, handoffId, said)
  return true
}

export const reportsApply = {
  previewReport: os.previewReport.handler(({ input, context }) => {
    const { tables } = context.parts.store
    const bytes = Buffer.from(input.base64, 'base64')
    const file = readReportFile(bytes)
    const sha256 = reportHash(bytes)
    return context.read(async (db) => {
      const rows = await judgeFile(db, tables, file, input.month, context.now)
      const [sameAs] = await reportSummaries(db, tables, eq(tables.keyReport.sha256, sha256))
      return {
        sha256,
        delimiter: file.delimiter,
        encoding: file.encoding,
        problems: file.problems,
        rows: rows.map(previewRow),
        counts: countsOf(rows),
        sameAs: sameAs ?? null,
      }
    })
  }),

  applyReport: os.applyReport.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { keyReport, keyReportRow } = tables
    const bytes = Buffer.from(input.base64, 'base64')
    const file = readReportFile(bytes)
    const sha256 = reportHash(bytes)
    const refuse = (data: Parameters<typeof errors.REFUSED>[0]['data']) => errors.REFUSED({ data })
    if (file.problems.length > 0) throw refuse({ refusal: 'fileProblems' })
    const alone: Call = { ...context, write: (work) => context.write(work, { alone: true }) }
    return untilFirst(
      alone,
      async (tx) => {
        const [same] = await tx.db
          .select({ id: keyReport.id })
          .from(keyReport)
          .where(eq(keyReport.sha256, sha256))
        if (same) throw refuse({ refusal: 'sameReport', reportId: same.id })
        const rows = await judgeFile(tx.db, tables, file, input.month, context.now)
        const counts = countsOf(rows)
        if (!sameCounts(counts, input.previewed)) throw refuse({ refusal: 'reportChangedMeanwhile' })
        if (counts.rejected > 0 && !input.withoutRejected) throw refuse({ refusal: 'rejectedRows' })
        const accepted = rows.filter(isAccepted)
        if (accepted.length === 0) throw refuse({ refusal: 'nothingToApply' })
        const reportId = uuidv7()
        await tx.insertMany(keyReport, [
          {
            id: reportId,
            source: 'file',
            fileName: input.name,
            sha256,
            month: input.month,
            rows: accepted.length,
            takenAt: context.now,
            takenBy: signedIn(context).staffId,
            note: input.note,
          },
        ])
        const kept = accepted.map((each) => ({ kept: rowToKeep(reportId, each), judged: each.judged }))
        await tx.insertMany(
          keyReportRow,
          kept.map((each) => each.kept),
        )
        const matched = kept.flatMap((each) =>
          each.judged.becomes === 'matched' ? [{ kept: each.kept, as: each.judged.as }] : [],
        )
        for (const [handoffId, ofOne] of Map.groupBy(matched, (each) => each.kept.handoffId ?? '')) {
          if (!(await applyToHandoff(tx, context, handoffId, ofOne, reportId)))
            throw refuse({ refusal: 'reportChangedMeanwhile' })
        }
        tx.changed('handoff', null)
        const [report] = await reportSummaries(tx.db, tables, inArray(keyReport.id, [reportId]))
        if (!report) throw named('NOT_FOUND')
        return { report, rows: await rowsOfReport(tx.db, tables, reportId) }
      },
      wasChanged,
    )
  }),
}
