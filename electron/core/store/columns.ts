import { getTableColumns, getTableName } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'

/** A table's columns as SQL knows them, and how a row's values go to the engine, for writing many rows at once. */
export function rowWriter(table: PgTable) {
  const entries = Object.entries(getTableColumns(table))
  return {
    name: getTableName(table),
    columns: entries.map(([, column]) => `"${column.name}"`),
    /** The engine's own type of each column, for casts. */
    types: entries.map(([, column]) => column.getSQLType()),
    /** The row's values in the order of `columns`; what is absent is NULL. */
    values: (row: object): unknown[] =>
      entries.map(([key, column]) => {
        const value = (row as Record<string, unknown>)[key]
        return value === null || value === undefined ? null : column.mapToDriverValue(value)
      }),
    id: (row: object): unknown => (row as Record<string, unknown>).id,
  }
}
