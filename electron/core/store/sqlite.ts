import { existsSync } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { PgTable } from 'drizzle-orm/pg-core'
import { createChanges } from './changes'
import { rowWriter } from './columns'
import { nameStoreError, naming, StoreError } from './errors'
import { sqliteKit } from './kit.sqlite'
import type { Migration } from './migrate'
import { pendingMigrations } from './migrate'
import { sqliteMigrations } from './migrations'
import { defineTables } from './schema'
import { findResidents, searchWriter } from './search.sqlite'
import type { Db, SearchDocument, Store, Tx } from './store'
import { oneWriter } from './writer.sqlite'

export interface SqliteConfig {
  /** The database's file; it is made when it is not there. */
  readonly file: string
  /** 32 bytes. */
  readonly key: Buffer
  /** For tests of migrations only. */
  readonly migrations?: readonly Migration[]
}

/** How many rows are written before the event loop gets its turn, so that a long import never freezes the window. */
const slice = 250
/** There is one writer, and each transaction is its turn. */
const ownTurn = async () => undefined
const breathe = () => new Promise<void>((resolve) => setImmediate(resolve))

/** A transaction that changes more rows than this is an import; what it wrote is some hundred megabytes. */
const largeTransaction = 10_000

/**
 * Opens the encrypted SQLite file, brings it up to date and checks it.
 * Throws StoreError: `wrongKey`, `damaged`, `newerDatabase`, `diskFull`; the file is then as it was.
 */
export async function openSqlite(config: SqliteConfig): Promise<Store> {
  const writer = openConnection(config, false)
  try {
    await migrate(writer, config)
  } catch (error) {
    writer.close()
    throw nameStoreError(error)
  }
  const reader = openConnection(config, true)
  const tables = defineTables(sqliteKit)
  const readDb = asDb(reader)
  const writeDb = asDb(writer)
  const changes = createChanges()
  let checkpoint: Promise<unknown> = Promise.resolve()
  const commit = writer.prepare('COMMIT')
  const bulkWriter = bulk(writer)

  const turns = oneWriter(writer, async (rowsChanged) => {
    if (rowsChanged <= largeTransaction) {
      commit.run()
      return
    }
    // Everything that a commit does happens in one call: of a large one, what can be done aside is.
    await reachDisk(`${config.file}-wal`)
    writer.pragma('wal_autocheckpoint = 0')
    try {
      commit.run()
    } finally {
      writer.pragma('wal_autocheckpoint = 1000')
    }
    checkpoint = checkpointAside(config)
  })

  return {
    engine: 'sqlite',
    tables,
    read: (work) => naming(() => work(readDb)),
    write(work, how) {
      const collected = changes.collect()
      const tx = { db: writeDb, changed: collected.changed, inTurn: ownTurn, ...bulkWriter }
      return turns.write(() => work(tx), collected.announce, how?.alone ?? false)
    },
    search: (terms, limit) => naming(async () => findResidents(reader, terms, limit)),
    onChange: changes.onChange,
    async close() {
      await turns.idle()
      await checkpoint
      reader.close()
      writer.pragma('wal_checkpoint(TRUNCATE)')
      writer.close()
    },
  }
}

/** Statements kept prepared. There are fewer, but a list of another length is another statement. */
const mostPrepared = 200

/** A connection for queries. It prepares a statement once: that takes longer than running it. */
function asDb(connection: Database.Database): Db {
  const prepared = new Map<string, Database.Statement>()
  const prepare = (sql: string): Database.Statement => {
    const known = prepared.get(sql)
    // The query builder takes rows as arrays, but for queries of which it does not know the fields.
    if (known) return known.reader ? known.raw(false) : known
    if (prepared.size >= mostPrepared) prepared.clear()
    const statement = connection.prepare(sql)
    prepared.set(sql, statement)
    return statement
  }
  return drizzle({ client: { prepare } as Database.Database }) as unknown as Db
}

function openConnection(config: SqliteConfig, readonly: boolean): Database.Database {
  const connection = new Database(config.file, { timeout: 5000, readonly })
  try {
    connection.pragma(`cipher='sqlcipher'`)
    connection.pragma(`key="x'${config.key.toString('hex')}'"`)
    connection.pragma('temp_store = MEMORY')
    connection.pragma('foreign_keys = ON')
    connection.pragma(`cache_size = ${readonly ? -65536 : -16384}`)
    connection.prepare('SELECT count(*) FROM sqlite_master').get()
    if (!readonly) {
      connection.pragma('journal_mode = WAL')
      connection.pragma('synchronous = FULL')
    }
    return connection
  } catch (error) {
    connection.close()
    throw nameStoreError(error)
  }
}

/** Waits until what was written to a file so far is on the disk. When it cannot, the commit after it says why. */
async function reachDisk(path: string): Promise<void> {
  const file = await open(path, 'r+').catch(() => null)
  await file?.datasync().catch(() => undefined)
  await file?.close()
}

const checkpointScript = `
  const { engine, file, key } = require('node:worker_threads').workerData
  const connection = new (require(engine))(file, { timeout: 0 })
  connection.pragma("cipher='sqlcipher'")
  connection.pragma(\`key="x'\${key}'"\`)
  connection.pragma('wal_checkpoint(PASSIVE)')
  connection.pragma('wal_checkpoint(TRUNCATE)')
  connection.close()
`

/**
 * Moves the write-ahead log into the database on another thread: after an import that takes a second. When it fails, the
 * engine does the same by itself after a later commit.
 */
function checkpointAside({ file, key }: SqliteConfig): Promise<void> {
  const engine = createRequire(import.meta.url).resolve('better-sqlite3')
  const workerData = { engine, file, key: key.toString('hex') }
  const worker = new Worker(checkpointScript, { eval: true, workerData })
  return new Promise((resolve) => worker.once('error', () => resolve()).once('exit', () => resolve()))
}

async function migrate(connection: Database.Database, config: SqliteConfig): Promise<void> {
  const isNew = connection.prepare('SELECT count(*) AS n FROM sqlite_master').pluck().get() === 0
  if (!isNew && connection.pragma('quick_check(1)', { simple: true }) !== 'ok')
    throw new StoreError('damaged')
  const hasTable =
    connection.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'migration'`).get() !== undefined
  const applied = hasTable
    ? connection.prepare('SELECT name FROM migration ORDER BY name').pluck().all().map(String)
    : []
  const pending = pendingMigrations(config.migrations ?? sqliteMigrations, applied)
  if (pending.length === 0) return
  if (!isNew) await backUp(connection, config)
  // drizzle-kit writes this pragma inside the migration, where it does nothing and a rebuilt table loses its child rows.
  connection.pragma('foreign_keys = OFF')
  try {
    connection.exec('BEGIN IMMEDIATE')
    connection.exec(
      'CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, applied_at INTEGER NOT NULL)',
    )
    for (const migration of pending) {
      for (const statement of migration.statements) connection.exec(statement)
      connection.prepare('INSERT INTO migration VALUES (?, ?)').run(migration.name, Date.now())
    }
    const orphans = connection.pragma('foreign_key_check') as unknown[]
    if (orphans.length > 0) throw new StoreError('foreignKey')
    connection.exec('COMMIT')
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK')
    throw error
  } finally {
    connection.pragma('foreign_keys = ON')
  }
}

/** A verified copy beside the database before its shape changes; as encrypted as the database itself. */
async function backUp(connection: Database.Database, config: SqliteConfig): Promise<void> {
  const file = `${config.file}.before-update`
  if (existsSync(file)) await rm(file)
  connection.prepare('VACUUM INTO ?').run(file)
  const copy = openConnection({ ...config, file }, true)
  const sound = copy.pragma('quick_check(1)', { simple: true }) === 'ok'
  copy.close()
  if (!sound) throw new StoreError('damaged')
}

/** So many rows go into one INSERT: a quarter faster than one by one, and no faster with more. */
const rowsAnInsert = 25

interface Inserter {
  values(row: object): unknown[]
  of(count: number): Database.Statement
}

function bulk(connection: Database.Database): Pick<Tx, 'insertMany' | 'updateMany' | 'writeSearch'> {
  async function inSlices<Row>(rows: readonly Row[], write: (row: Row) => void, size = slice) {
    for (let at = 0; at < rows.length; at += size) {
      for (const row of rows.slice(at, at + size)) write(row)
      if (at + size < rows.length) await breathe()
    }
  }
  /** An INSERT of so many rows into a table, prepared once. */
  const inserts = new Map<PgTable, Inserter>()
  function inserter(table: PgTable): Inserter {
    const known = inserts.get(table)
    if (known) return known
    const { name, columns, values } = rowWriter(table)
    const marks = `(${columns.map(() => '?').join(', ')})`
    const prepared: Database.Statement[] = []
    const insert = (count: number) =>
      connection.prepare(
        `INSERT INTO "${name}" (${columns.join(', ')}) VALUES ${Array(count).fill(marks).join(', ')}`,
      )
    const made = { values, of: (count: number) => (prepared[count] ??= insert(count)) }
    inserts.set(table, made)
    return made
  }
  return {
    async insertMany(table: PgTable, rows) {
      const { values, of } = inserter(table)
      const parts = Array.from({ length: Math.ceil(rows.length / rowsAnInsert) }, (_, part) =>
        rows.slice(part * rowsAnInsert, (part + 1) * rowsAnInsert),
      )
      const write = (part: typeof rows) => of(part.length).run(part.flatMap(values))
      await inSlices(parts, write, slice / rowsAnInsert)
    },
    async updateMany(table: PgTable, rows) {
      const { name, columns, values, id } = rowWriter(table)
      const assignments = columns.map((column) => `${column} = ?`).join(', ')
      const update = connection.prepare(`UPDATE "${name}" SET ${assignments} WHERE "id" = ?`)
      await inSlices(rows, (row) => {
        if (update.run(...values(row), id(row)).changes !== 1) throw new StoreError('failed')
      })
    },
    async writeSearch(documents: readonly SearchDocument[]) {
      await inSlices(documents, searchWriter(connection))
    },
  }
}
