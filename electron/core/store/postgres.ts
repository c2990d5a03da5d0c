import { drizzle } from 'drizzle-orm/node-postgres'
import type { PgTable } from 'drizzle-orm/pg-core'
import { Pool, type PoolClient } from 'pg'
import { createChanges } from './changes'
import { rowWriter } from './columns'
import { isStoreProblem, nameStoreError, naming, StoreError } from './errors'
import { postgresKit } from './kit.postgres'
import { type Migration, pendingMigrations } from './migrate'
import { postgresMigrations } from './migrations'
import { defineTables } from './schema'
import { findResidents, writeSearch } from './search.postgres'
import type { Db, Store, Turn, Tx } from './store'

export interface PostgresConfig {
  /** `postgresql://user:password@host:port/database`. */
  readonly url: string
  /** For tests of migrations only. */
  readonly migrations?: readonly Migration[]
}

/** A conflict between two desks is the database's to settle, not the user's to see: so many tries before it is told. */
const tries = 8
/** Any number, so that the program's advisory locks are nobody else's. */
const advisoryLocks = 472911
const slice = 1000

/** Opens an office's PostgreSQL and brings it up to date. Throws StoreError: `unreachable`, `wrongKey`, `newerDatabase`. */
export async function openPostgres(config: PostgresConfig): Promise<Store> {
  const pool = new Pool({ connectionString: config.url, max: 8 })
  // A connection that breaks while idle is reported here; the next query opens another.
  pool.on('error', () => undefined)
  try {
    await migrate(pool, config.migrations ?? postgresMigrations)
  } catch (error) {
    await pool.end()
    throw nameStoreError(error)
  }
  const readDb: Db = drizzle({ client: pool })
  const changes = createChanges()

  async function transaction<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> {
    const collected = changes.collect()
    const client = await pool.connect()
    let value: Value
    let broken = false
    try {
      await client.query('BEGIN')
      const inTurn = (of: Turn) => takeTurn(client, of)
      value = await work({ db: drizzle({ client }), changed: collected.changed, inTurn, ...bulk(client) })
      await client.query('COMMIT')
    } catch (error) {
      await client.query('ROLLBACK').catch(() => {
        broken = true
      })
      throw error
    } finally {
      client.release(broken)
    }
    collected.announce()
    return value
  }

  return {
    engine: 'postgres',
    tables: defineTables(postgresKit),
    read: (work) => naming(() => work(readDb)),
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
    async close() {
      await pool.end()
    },
  }
}

/** An advisory lock by name, which PostgreSQL gives back at the end of the transaction. */
async function takeTurn(client: PoolClient, of: Turn): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [advisoryLocks, of])
}

async function migrate(pool: Pool, migrations: readonly Migration[]): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    // One desk migrates, the others wait for it here.
    await client.query('SELECT pg_advisory_xact_lock($1)', [advisoryLocks])
    await client.query(
      'CREATE TABLE IF NOT EXISTS migration (name text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())',
    )
    const { rows } = await client.query<{ name: string }>('SELECT name FROM migration ORDER BY name')
    const pending = pendingMigrations(
      migrations,
      rows.map((row) => row.name),
    )
    for (const migration of pending) {
      for (const statement of migration.statements) await client.query(statement)
      await client.query('INSERT INTO migration (name) VALUES ($1)', [migration.name])
    }
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
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
