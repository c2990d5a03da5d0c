import { asc, type Column, getTableColumns, getTableName, gt, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Db, Store } from '../store/store'

/** A row by the schema's own names: moments as Date, JSON as what it says. */
export type Row = Readonly<Record<string, unknown>>

/** A database that stands still while it is read. */
export type Snapshot = Db

/** So many rows are in memory at a time. */
const batch = 1000

/** All rows of a table, some at a time, in the order of their keys' bytes: the same order in either engine. */
export const rowsOf = (engine: Store['engine'], db: Snapshot, table: PgTable): AsyncGenerator<Row[]> =>
  engine === 'sqlite' ? sqliteRows(db, table) : postgresRows(db, table)

const keyOf = (table: PgTable): Column => {
  const key = Object.values(getTableColumns(table)).find(({ primary }) => primary)
  if (!key) throw new Error(`${getTableName(table)} has no key`)
  return key
}

async function* sqliteRows(db: Db, table: PgTable): AsyncGenerator<Row[]> {
  const key = keyOf(table)
  const [name] = Object.entries(getTableColumns(table)).find(([, column]) => column === key) ?? []
  for (let last: unknown; ; ) {
    const rows: Row[] = await db
      .select()
      .from(table)
      .where(last === undefined ? undefined : gt(key, last))
      .orderBy(asc(key))
      .limit(batch)
    if (rows.length > 0) yield rows
    if (rows.length < batch) return
    last = rows.at(-1)?.[name ?? '']
  }
}

/** A cursor sorts once, and the server keeps what has not been asked for yet. */
async function* postgresRows(db: Db, table: PgTable): AsyncGenerator<Row[]> {
  const columns = Object.entries(getTableColumns(table))
  const key = keyOf(table)
  const wanted = columns.map(([name, column]) => `${sent(column)} AS "${name}"`).join(', ')
  const order = `"${key.name}"${key.getSQLType() === 'text' ? ' COLLATE "C"' : ''}`
  await db.execute(
    sql.raw(
      `DECLARE copied NO SCROLL CURSOR FOR SELECT ${wanted} FROM "${getTableName(table)}" ORDER BY ${order}`,
    ),
  )
  for (;;) {
    const { rows } = await db.execute(sql.raw(`FETCH ${batch} FROM copied`))
    if (rows.length > 0) {
      yield rows.map((row) =>
        Object.fromEntries(columns.map(([name, column]) => [name, received(column, row[name])])),
      )
    }
    if (rows.length < batch) break
  }
  await db.execute(sql.raw('CLOSE copied'))
}

const isMoment = (column: Column) => column.getSQLType().startsWith('timestamp')
const isJson = (column: Column) => column.getSQLType() === 'jsonb'

/** How PostgreSQL is asked for a column, so that nothing on the way takes a text in JSON for JSON, or shifts a moment. */
const sent = (column: Column) =>
  isMoment(column)
    ? `(extract(epoch FROM "${column.name}") * 1000)::float8`
    : isJson(column)
      ? `"${column.name}"::text`
      : `"${column.name}"`

const received = (column: Column, value: unknown): unknown =>
  value === null
    ? null
    : isMoment(column)
      ? new Date(Number(value))
      : isJson(column)
        ? JSON.parse(String(value))
        : value

/** Ids of those who can be found, some at a time, in the order in which equals are shown. */
export async function* foundInOrder(db: Snapshot): AsyncGenerator<string[]> {
  for (let last = 0; ; ) {
    const rows = await db
      .select({ row: sql<number>`row`.mapWith(Number), id: sql<string>`resident_id` })
      .from(sql`search_row`)
      .where(sql`row > ${last}`)
      .orderBy(sql`row`)
      .limit(batch)
    if (rows.length > 0) yield rows.map(({ id }) => id)
    if (rows.length < batch) return
    last = rows.at(-1)?.row ?? last
  }
}
