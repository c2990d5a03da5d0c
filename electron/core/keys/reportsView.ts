import { count, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { ReportRow, ReportSummary } from '#shared/contract/keyHandoffViews'
import type { Tables } from '../store/schema'
import type { Db } from '../store/store'

/** Reports and their rows are read in pages of so many. */
export const reportPageSize = 50

export type ReportRowRow = Tables['keyReportRow']['$inferSelect']

/** Reports, the newest first: those that fit `which`, a page of them. */
export async function reportSummaries(
  db: Db,
  { keyReport, keyReportRow, staff }: Tables,
  which: SQL | undefined,
  page = 0,
): Promise<ReportSummary[]> {
  const rows = await db
    .select({ report: keyReport, by: staff.name })
    .from(keyReport)
    .innerJoin(staff, eq(staff.id, keyReport.takenBy))
    .where(which)
    .orderBy(desc(keyReport.takenAt), desc(keyReport.id))
    .limit(reportPageSize)
    .offset(page * reportPageSize)
  const ids = rows.map(({ report }) => report.id)
  const open =
    ids.length === 0
      ? []
      : await db
          .select({ id: keyReportRow.reportId, n: count() })
          .from(keyReportRow)
          .where(sql`${inArray(keyReportRow.reportId, ids)} and ${eq(keyReportRow.state, 'open')}`)
          .groupBy(keyReportRow.reportId)
  const openOf = new Map(open.map(({ id, n }) => [id, n]))
  return rows.map(({ report: { id, source, fileName, month, takenAt, rows: all }, by }) => ({
    ...{ id, source, fileName, month, takenAt, by },
    rows: all,
    open: openOf.get(id) ?? 0,
  }))
}

const selectRows = (db: Db, { keyReportRow, staff }: Tables) =>
  db
    .select({ row: keyReportRow, settledBy: staff.name })
    .from(keyReportRow)
    .leftJoin(staff, eq(staff.id, keyReportRow.settledBy))
    .$dynamic()

const rowView = ({ row, settledBy }: { row: ReportRowRow; settledBy: string | null }): ReportRow => ({
  id: row.id,
  version: row.version,
  reportId: row.reportId,
  line: row.line,
  reference: row.reference,
  keyKind: row.keyKind,
  keyNumber: row.keyNumber,
  result: row.result,
  happenedOn: row.happenedOn,
  note: row.note,
  problem: row.problem,
  state: row.state,
  handoffId: row.handoffId,
  keyId: row.keyId,
  settled:
    row.settledAt === null ? null : { at: row.settledAt, by: settledBy ?? '', note: row.settledNote ?? '' },
})

/** The rows of a report in its order. */
export const rowsOfReport = async (db: Db, tables: Tables, reportId: string): Promise<ReportRow[]> =>
  (
    await selectRows(db, tables)
      .where(eq(tables.keyReportRow.reportId, reportId))
      .orderBy(tables.keyReportRow.line)
  ).map(rowView)

/** One row by its id; null when there is none. */
export async function reportRowView(db: Db, tables: Tables, id: string): Promise<ReportRow | null> {
  const [found] = await selectRows(db, tables).where(eq(tables.keyReportRow.id, id))
  return found ? rowView(found) : null
}

const isOpen = ({ keyReportRow }: Tables) => eq(keyReportRow.state, 'open')

/** A page of the rows that a person must look at, the oldest first. */
export const openReportRows = async (db: Db, tables: Tables, page: number): Promise<ReportRow[]> =>
  (
    await selectRows(db, tables)
      .where(isOpen(tables))
      .orderBy(tables.keyReportRow.id)
      .limit(reportPageSize)
      .offset(page * reportPageSize)
  ).map(rowView)

/** How many rows a person must look at. */
export async function countOpenRows(db: Db, tables: Tables): Promise<number> {
  const [row] = await db.select({ n: count() }).from(tables.keyReportRow).where(isOpen(tables))
  return row?.n ?? 0
}
