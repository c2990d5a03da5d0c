import { randomUUID } from 'node:crypto'
import { drizzle } from 'drizzle-orm/node-postgres'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { ClientConfig, PoolClient, QueryResult } from 'pg'
import { changeTopics } from '#shared/contract/system'
import { createChanges } from './changes'
import { rowWriter } from './columns'
import { patient } from './connection.postgres'
import { isStoreProblem, naming, StoreError, type StoreProblem } from './errors'
import { inspect } from './inspect.postgres'
import { postgresKit } from './kit.postgres'
import { type Listener, listen, notifyStatement } from './listen.postgres'
import type { Migration } from './migrate'
import { advisoryLocks } from './migrate.postgres'
import { postgresMigrations } from './migrations'
import { OfficePool } from './pool.postgres'
import { defineTables } from './schema'
import { findResidents, writeSearch } from './search.postgres'
import type { Change, Db, Store, Turn, Tx } from './store'

export interface PostgresConfig {
  /** Where the database is and as whom; see `connectionTo`. */
  readonly client: ClientConfig
  /** What the server calls this program's connections. */
  readonly name?: string
  /** Told when the server is lost and when it is back, and when somebody has changed the schema. */
  readonly onServer?: (event: 'lost' | 'back' | 'schema') => void
  /** For tests of migrations only. */
  readonly migrations?: readonly Migration[]
}

/** An office's PostgreSQL, open. */
export interface PostgresStore extends Store {
  /** Since when the server has not answered, and why; null while it does. */
  readonly lost: () => { readonly since: Date; readonly problem: StoreProblem } | null
  /** How far this computer's clock is ahead of the server's, milliseconds. */
  readonly clockAheadMs: () => number
  /** Looks again whether this program knows the schema. Throws as `openPostgres` does. */
  inspect(): Promise<void>
}

/** A conflict between two desks is the database's to settle, not the user's to see: so many tries before it is told. */
const tries = 8
/** What is asked at once on one connection is sent at once, and not each when the one before it has been answered. */
const pipelined = { pipeline: true }
/** Connections of one program, beside the one that listens. */
const mostConnections = 6
const slice = 1000
/** So few rows are written one by one, by a statement that the server has prepared: planning for arrays takes longer. */
const few = 4

/**
 * Opens an office's PostgreSQL, whose schema the administrator has made. Throws StoreError with one of `databaseProblems`,
 * or `diskFull`.
 */
export async function openPostgres(config: PostgresConfig): Promise<PostgresStore> {
  const client = patient(config.client, config.name ?? 'heka-desk')
  const migrations = config.migrations ?? postgresMigrations
  const origin = randomUUID()
  // One stays open: after a quiet while the next read need not sign in and have everything prepared anew.
  const pool = new OfficePool({ ...client, ...pipelined, min: 1, max: mostConnections })
  // A connection that breaks while idle is reported here; the next query opens another.
  pool.on('error', () => undefined)
  // One that breaks while it is used fails what it was used for; untold, the driver would end the program with it.
  pool.on('connect', (connection) => connection.on('error', () => undefined))
  const changes = createChanges()
  let lost: { readonly since: Date; readonly problem: StoreProblem } | null = null

  const look = async () => {
    const connection = await pool.connect()
    await inspect(connection, migrations).finally(() => connection.release())
  }
  const listener: Listener = await naming(async () => {
    try {
      await look()
      return await listen({
        client,
        origin,
        onChange: changes.tell,
        onSchema: () => config.onServer?.('schema'),
        onLost(problem) {
          lost = { since: lost?.since ?? new Date(), problem }
          config.onServer?.('lost')
        },
        onBack() {
          lost = null
          // What was changed meanwhile was not heard: all of it may have been.
          for (const topic of changeTopics) changes.tell({ topic, id: null })
          config.onServer?.('back')
        },
      })
    } catch (error) {
      await pool.end()
      throw error
    }
  })
  // What was prepared for a connection is found again by it.
  const dbs = new WeakMap<PoolClient, Db>()
  function dbOf(connection: PoolClient): Db {
    const db = dbs.get(connection) ?? drizzle({ client: connection })
    dbs.set(connection, db)
    return db
  }

  async function read<Value>(work: (db: Db) => Promise<Value>): Promise<Value> {
    const connection = await pool.connect()
    let broken = false
    try {
      return await work(dbOf(connection))
    } catch (error) {
      broken = isStoreProblem(error, 'unreachable')
      throw error
    } finally {
      connection.release(broken)
    }
  }

  async function transaction<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> {
    const collected = changes.collect()
    const connection = await pool.connect()
    let value: Value
    let broken = false
    try {
      await connection.query('BEGIN')
      const inTurn = (of: Turn) => takeTurn(connection, of)
      value = await work({
        db: dbOf(connection),
        changed: collected.changed,
        inTurn,
        ...bulk(connection),
      })
      await commit(connection, collected.changes())
    } catch (error) {
      broken = isStoreProblem(error, 'unreachable')
      // What a broken connection had begun, the server rolls back itself.
      if (!broken) {
        await connection.query('ROLLBACK').catch(() => {
          broken = true
        })
      }
      throw error
    } finally {
      connection.release(broken)
    }
    collected.announce()
    return value
  }

  /** Commits, and tells the other programs: they hear it when it has been committed, and only then. */
  async function commit(connection: PoolClient, changed: readonly Change[]): Promise<void> {
    const notify = notifyStatement(origin, changed)
    const answer: unknown = await connection.query(notify === null ? 'COMMIT' : `${notify}; COMMIT`)
    const last = (Array.isArray(answer) ? answer.at(-1) : answer) as QueryResult
    // What it answers when a statement before it failed and nobody minded.
    if (last.command !== 'COMMIT') throw new StoreError('failed')
  }

  return {
    engine: 'postgres',
    tables: defineTables(postgresKit),
    read: (work) => naming(() => read(work)),
    async write(work) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await naming(() => transaction(work))
        } catch (error) {
          if (attempt >= tries || !isStoreProblem(error, 'busy')) throw error
        }
      }
    },
    search: (terms, limit) => naming(async () => findResidents(pool, terms, limit)),
    onChange: changes.onChange,
    lost: () => lost,
    clockAheadMs: listener.clockAheadMs,
    inspect: () => naming(look),
    async close() {
      await listener.close()
      await pool.end()
    },
  }
}

/** An advisory lock by name, which PostgreSQL gives back at the end of the transaction. */
async function takeTurn(client: PoolClient, of: Turn): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [advisoryLocks, of])
}

async function insertFew(client: PoolClient, table: PgTable, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return
  const { name, columns, values } = rowWriter(table)
  const marks = rows.map((_, row) => `(${columns.map((_, at) => `$${row * columns.length + at + 1}`)})`)
  const text = `INSERT INTO "${name}" (${columns}) VALUES ${marks}`
  await client.query({ name: `insert ${rows.length} ${name}`, text, values: rows.flatMap(values) })
}

function bulk(client: PoolClient): Pick<Tx, 'insertMany' | 'updateMany' | 'writeSearch'> {
  /** Rows as one array a column, a thousand rows at a time, the form that PostgreSQL takes in fastest. */
  async function inSlices(
    table: PgTable,
    rows: readonly object[],
    run: (arrays: unknown[][]) => Promise<void>,
  ) {
    const { values } = rowWriter(table)
    for (let at = 0; at < rows.length; at += slice) {
      const part = rows.slice(at, at + slice).map(values)
      await run((part[0] ?? []).map((_, column) => part.map((row) => row[column])))
    }
  }
  const unnested = (types: readonly string[]) => {
    // Arrays of json and of timestamps travel as text and are cast back, which is what the driver does for single values.
    const travel = types.map(
      (type, i) => `$${i + 1}::${type === 'jsonb' || type.startsWith('timestamp') ? 'text' : type}[]`,
    )
    return `unnest(${travel.join(', ')})`
  }
  return {
    async insertMany(table: PgTable, rows) {
      if (rows.length <= few) return insertFew(client, table, rows)
      const { name, columns, types } = rowWriter(table)
      const cast = columns.map((column, i) => `${column}::${types[i]}`).join(', ')
      const text = `INSERT INTO "${name}" (${columns.join(', ')})
        SELECT ${cast} FROM ${unnested(types)} AS row (${columns.join(', ')})`
      await inSlices(table, rows, async (arrays) => {
        await client.query(text, arrays)
      })
    },
    async updateMany(table: PgTable, rows) {
      const { name, columns, types } = rowWriter(table)
      const cast = columns.map((column, i) => `${column} = row.${column}::${types[i]}`).join(', ')
      const text = `UPDATE "${name}" SET ${cast}
        FROM ${unnested(types)} AS row (${columns.join(', ')}) WHERE "${name}"."id" = row."id"`
      await inSlices(table, rows, async (arrays) => {
        const { rowCount } = await client.query(text, arrays)
        if (rowCount !== arrays[0]?.length) throw new StoreError('failed')
      })
    },
    async writeSearch(documents) {
      for (let at = 0; at < documents.length; at += slice) {
        await writeSearch(client, documents.slice(at, at + slice))
      }
    },
  }
}
