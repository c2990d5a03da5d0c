import { createHash } from 'node:crypto'
import { getTableColumns } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Store } from '../store/store'
import { type Row, rowsOf, type Snapshot } from './copyRows'

/** How many rows a table holds, and SHA-256 over all of them in the order of their keys. */
export interface TableSum {
  readonly rows: number
  readonly sha256: string
}

/** JSON without a choice: the keys of every object in one order, whatever order a database keeps them in. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, each]) => [key, ordered(each)]),
  )
}

/** A value as both databases write it alike: a moment as milliseconds since 1970 in UTC, what is absent as null. */
const canonical = (value: unknown): unknown =>
  value instanceof Date ? value.getTime() : value === undefined ? null : ordered(value)

/** Adds up a table's rows, which come in the order of their keys: a line of JSON a row, by the table's own columns. */
export function summing(table: PgTable) {
  const columns = Object.keys(getTableColumns(table))
  const hash = createHash('sha256')
  let rows = 0
  return {
    add(batch: readonly Row[]) {
      rows += batch.length
      for (const row of batch) hash.update(`${JSON.stringify(columns.map((key) => canonical(row[key])))}\n`)
    },
    sum: (): TableSum => ({ rows, sha256: hash.digest('hex') }),
  }
}

/** The sum of a table as it is in the database now. */
export async function sumOf(engine: Store['engine'], snapshot: Snapshot, table: PgTable): Promise<TableSum> {
  const sums = summing(table)
  for await (const batch of rowsOf(engine, snapshot, table)) sums.add(batch)
  return sums.sum()
}
