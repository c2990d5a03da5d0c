import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { describe, inject } from 'vitest'
import { openPostgres } from '#core/store/postgres'
import { openSqlite } from '#core/store/sqlite'
import type { Store } from '#core/store/store'

export const engines = ['sqlite', 'postgres'] as const
export type Engine = (typeof engines)[number]

export interface Opened<Value> {
  readonly value: Value
  readonly cleanUp: () => Promise<void>
}

/** A folder for one test, removed afterwards. */
export async function temporaryFolder(): Promise<Opened<string>> {
  const value = await mkdtemp(join(tmpdir(), 'heka-desk-'))
  return { value, cleanUp: () => rm(value, { recursive: true, force: true }) }
}

/** An empty database of its own on the test run's PostgreSQL, by its address. */
export async function emptyPostgres(): Promise<Opened<string>> {
  const server = inject('postgresUrl')
  const name = `test_${randomBytes(6).toString('hex')}`
  const run = async (statement: string) => {
    const client = new Client({ connectionString: server })
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  await run(`CREATE DATABASE ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { value: url.href, cleanUp: () => run(`DROP DATABASE ${name} WITH (FORCE)`) }
}

/** A new store of the named engine, and how to remove it. */
export async function openStore(engine: Engine): Promise<Opened<Store>> {
  const place = engine === 'sqlite' ? await temporaryFolder() : await emptyPostgres()
  const value =
    engine === 'sqlite'
      ? await openSqlite({ file: join(place.value, 'desk.db'), key: randomBytes(32) })
      : await openPostgres({ url: place.value })
  return {
    value,
    cleanUp: async () => {
      await value.close()
      await place.cleanUp()
    },
  }
}

/** The same tests on both engines. */
export const onBothEngines = (name: string, tests: (engine: Engine) => void) =>
  describe.each(engines)(`${name} on %s`, tests)
