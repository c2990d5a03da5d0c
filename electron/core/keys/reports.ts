import { and, count, eq, isNotNull } from 'drizzle-orm'
import type { ReportRow } from '#shared/contract/keyHandoffViews'
import { isHandoffOpen } from '#shared/rules/keyHandoff'
import { helsinkiDay } from '#shared/rules/localDay'
import { type Call, named, procedures, signedIn } from '../access/procedure'
import type { Tx } from '../store/store'
import { untilFirst } from '../visits/acts'
import { openDifference } from './casesRows'
import { handoffById } from './handoffRows'
import { handoffView } from './handoffView'
import type { KeyRow } from './ledger'
import { reportsApply } from './reportsApply'
import { reportsByHand } from './reportsByHand'
import { arrivesAt } from './reportsFacts'
import { concludeReport, itemOf, takeExtra, takeOfKey } from './reportsTaking'
import {
  countOpenRows,
  openReportRows,
  type ReportRowRow,
  reportRowView,
  reportSummaries,
  rowsOfReport,
} from './reportsView'
import { handoffHolding } from './seen'

const os = procedures.keys

/** A row that is still as the page read it; NOT_FOUND or CHANGED_MEANWHILE otherwise. */
async function sameRow(
  tx: Tx,
  call: Call,
  which: { readonly id: string; readonly version: number },
): Promise<ReportRowRow> {
  const { keyReportRow } = call.parts.store.tables
  const [row] = await tx.db.select().from(keyReportRow).where(eq(keyReportRow.id, which.id))
  if (!row) throw named('NOT_FOUND')
  if (row.version !== which.version) throw named('CHANGED_MEANWHILE')
  return row
}

/** Settles a row that waited for a person. Of two desks at once the second gets CHANGED_MEANWHILE. */
async function settleRow(
  tx: Tx,
  call: Call,
  row: ReportRowRow,
  change: Pick<ReportRowRow, 'state'> & Partial<ReportRowRow>,
  note: string,
): Promise<ReportRow> {
  const { tables } = call.parts.store
  const { keyReportRow } = tables
  const [changed] = await tx.db
    .update(keyReportRow)
    .set({
      ...change,
      settledAt: call.now,
      settledBy: signedIn(call).staffId,
      settledNote: note,
      version: row.version + 1,
    })
    .where(and(eq(keyReportRow.id, row.id), eq(keyReportRow.version, row.version)))
    .returning({ id: keyReportRow.id })
  if (!changed) throw named('CHANGED_MEANWHILE')
  tx.changed('handoff', null)
  const view = await reportRowView(tx.db, tables, row.id)
  if (!view) throw named('NOT_FOUND')
  return view
}

export const reports = {
  ...reportsApply,
  ...reportsByHand,

  reports: os.reports.handler(({ input, context }) => {
    const { tables } = context.parts.store
    return context.read(async (db) => {
      const [all] = await db.select({ n: count() }).from(tables.keyReport)
      return {
        reports: await reportSummaries(db, tables, isNotNull(tables.keyReport.id), input.page),
        total: all?.n ?? 0,
        openRows: await countOpenRows(db, tables),
      }
    })
  }),

  readReport: os.readReport.handler(({ input, context }) => {
    const { tables } = context.parts.store
    return context.read(async (db) => {
      const [report] = await reportSummaries(db, tables, eq(tables.keyReport.id, input.id))
      if (!report) throw named('NOT_FOUND')
      return { report, rows: await rowsOfReport(db, tables, input.id) }
    })
  }),

  openRows: os.openRows.handler(({ input, context }) => {
    const { tables } = context.parts.store
    return context.read(async (db) => ({
      rows: await openReportRows(db, tables, input.page),
      total: await countOpenRows(db, tables),
    }))
  }),

  matchRow: os.matchRow.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { note } = input
    const refuse = (data: Parameters<typeof errors.REFUSED>[0]['data']) => errors.REFUSED({ data })
    return untilFirst(context, async (tx) => {
      const row = await sameRow(tx, context, input)
      if (row.state !== 'open') throw refuse({ refusal: 'rowSettled' })
      const { handoff } = await handoffById(tx.db, tables, input.handoffId)
      const handoffId = handoff.id
      if (!isHandoffOpen(handoff.state)) throw refuse({ refusal: 'handoffOver', handoffId })
      const { result, happenedOn, reportId } = row
      if (happenedOn < helsinkiDay(handoff.madeAt)) throw refuse({ refusal: 'beforeHandoff', handoffId })
      const keyId = result === 'withBlc' ? null : input.keyId
      const reportRowId = row.id
      let extra = 0
      if (result !== 'withBlc' && keyId === null) {
        // What did not come and is nobody's is no difference of this hand-off's.
        if (result === 'missing') throw refuse({ refusal: 'notInHandoff', field: 'keyId' })
        await openDifference(tx, context, handoff, { kind: 'tooMany', note, keyId: null, reportRowId })
        extra = 1
      }
      if (result !== 'withBlc' && keyId !== null) {
        const key = await keyOf(tx, context, keyId)
        const item = await itemOf(tx.db, tables, handoffId, keyId)
        const said = { result, happenedOn, to: arrivesAt(handoff, 'blc'), reportRowId, note: row.note }
        const strange =
          key?.apartmentId !== handoff.apartmentId ||
          result === 'missing' ||
          (await handoffHolding(tx.db, tables, keyId)) !== null
        if (!key || (!item && strange)) throw refuse({ refusal: 'notInHandoff', field: 'keyId', keyId })
        const taken = item
          ? await takeOfKey(tx, context, handoff, item, key, said)
          : await takeExtra(tx, context, handoff, key, said)
        if (!taken.ok) throw refuse({ refusal: taken.refusal, keyId })
        if (!item) extra = 1
      }
      const view = await settleRow(tx, context, row, { state: 'matched', handoffId, keyId }, note)
      const results = extra > 0 ? [] : [row]
      await concludeReport(tx, context, handoffId, { reportId, source: 'file', results, extra })
      return { ...(await handoffView(tx.db, tables, handoffId, context.now)), row: view }
    })
  }),

  dismissRow: os.dismissRow.handler(({ input, context, errors }) => {
    const { note } = input
    if (note === '') throw errors.REFUSED({ data: { refusal: 'noteRequired', field: 'note' } })
    return context.write(async (tx) => {
      const row = await sameRow(tx, context, input)
      if (row.state !== 'open') throw errors.REFUSED({ data: { refusal: 'rowSettled' } })
      return { row: await settleRow(tx, context, row, { state: 'dismissed' }, note) }
    })
  }),
}

/** A key by its id; null when there is none. */
async function keyOf(tx: Tx, call: Call, id: string): Promise<KeyRow | null> {
  const { key } = call.parts.store.tables
  const [row] = await tx.db.select().from(key).where(eq(key.id, id))
  return row ?? null
}
