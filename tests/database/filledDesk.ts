import { getTableColumns, getTableName } from 'drizzle-orm'
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'
import { copiedTables } from '#core/database/copy'
import { postgresKit } from '#core/store/kit.postgres'
import { defineTables } from '#core/store/schema'
import { openSqlite } from '#core/store/sqlite'
import { keyFilePath, newKey, writeOwnerOnly } from '../../electron/host/keyFile'
import { openTestDesk } from '../support/desk'
import { type Opened, temporaryFolder } from '../support/engines'
import { apply, preview, startPractice } from '../support/register'

export interface FilledDesk {
  readonly dataDir: string
  readonly file: string
  readonly key: Buffer
}

const texts = ['Mäkelä "Äiti" O’Neill', 'rivi\nrivi\t\\ 😀', '5', 'null', '{"b":1}', ' ']
const jsons = [{ b: 1, a: [null, '5', { z: 0.1, ä: true }] }, '5', 'null', [], 0.1 + 0.2]

/** The column that each of a table's columns refers to, by the table's name. */
function references(table: PgTable): ReadonlyMap<string, string> {
  const keys = getTableConfig(table).foreignKeys.map((key) => key.reference())
  return new Map(keys.map((key) => [key.columns[0]!.name, getTableName(key.foreignTable)]))
}

/** So many rows for a table, with a value of every kind that its columns may hold. */
function rowsFor(table: PgTable, count: number, ids: ReadonlyMap<string, readonly string[]>) {
  const refers = references(table)
  return Array.from({ length: count }, (_, n) =>
    Object.fromEntries(
      Object.entries(getTableColumns(table)).map(([name, column]) => {
        const type = column.getSQLType()
        const target = refers.get(column.name)
        if (column.primary && type === 'text') return [name, `${getTableName(table)}-${n}`]
        // Who owns a task is a person or a team, never both.
        if (name === 'ownerTeam') return [name, n % 3 === 0 ? `team-${n}` : null]
        // A task has a person or a team, exactly one.
        if (column.name === 'owner_team') return [name, n % 3 === 0 ? 'phone' : null]
        if (!column.notNull && n % 3 === 0) return [name, null]
        if (target !== undefined) return [name, ids.get(target)![n % ids.get(target)!.length]]
        if (/(_on|^day|_date)$/.test(column.name)) return [name, `2026-11-${10 + n}`]
        // Beyond what the register has numbered itself.
        if (type === 'integer') return [name, n + 101]
        if (type === 'double precision') return [name, 43.1 + n / 7]
        if (type === 'boolean') return [name, n % 2 === 0]
        if (type === 'jsonb') return [name, jsons[n % jsons.length]]
        if (type.startsWith('timestamp')) return [name, new Date(Date.UTC(2026, 9, 25, 0, n, 59, 999 - n))]
        return [name, `${texts[n % texts.length]}${n}`]
      }),
    ),
  )
}

/** A closed desk of the web host with something of everything in every table that is carried, and its register findable. */
export async function filledDesk(): Promise<Opened<FilledDesk>> {
  const folder = await temporaryFolder()
  const dataDir = folder.value
  const key = newKey()
  await writeOwnerOnly(keyFilePath(dataDir), `${key.toString('hex')}\n`)
  const opened = await openTestDesk('sqlite', { dataDir, key })
  const page = await opened.value.administrator()
  const uploadId = await startPractice(page, 40)
  await preview(page, uploadId)
  await apply(page, uploadId)
  await opened.value.desk.close()
  const file = `${dataDir}/desk.db`
  const store = await openSqlite({ file, key })
  const model = copiedTables(defineTables(postgresKit))
  await store.write(async (tx) => {
    const ids = new Map<string, string[]>()
    for (const [at, table] of copiedTables(store.tables).entries()) {
      const name = getTableName(table)
      if (!['audit', 'audit_head', 'staff'].includes(name))
        await tx.insertMany(table, rowsFor(model[at]!, name === 'service_desk' ? 1 : 7, ids))
      const rows = (await tx.db.select().from(table)) as { id?: string }[]
      ids.set(
        name,
        rows.flatMap(({ id }) => (typeof id === 'string' ? [id] : [])),
      )
    }
  })
  await store.close()
  return { value: { dataDir, file, key }, cleanUp: folder.cleanUp }
}
