import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { describe, inject } from 'vitest'
import { openPostgres } from '#core/store/postgres'
import { openSqlite } from '#core/store/sqlite'
import type { Store } from '#core/store/store'
import { deskRole, template } from './template'

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

/** Does something in the test run's PostgreSQL as its owner. */
async function onServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: inject('postgresUrl') })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

async function newPostgres(from: string): Promise<Opened<URL>> {
  const name = `test_${randomBytes(6).toString('hex')}`
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${from}`)
  const value = new URL(inject('postgresUrl'))
  value.pathname = `/${name}`
  return { value, cleanUp: () => onServer(`DROP DATABASE ${name} WITH (FORCE)`) }
}

/** An empty database of its own on the test run's PostgreSQL, by its owner's address. */
export async function emptyPostgres(): Promise<Opened<string>> {
  const { value, cleanUp } = await newPostgres('template1')
  return { value: value.href, cleanUp }
}

/** A database of its own as the administrator has made it for an office, by the address that desks have. */
export async function officePostgres(): Promise<Opened<string>> {
  const { value, cleanUp } = await newPostgres(template)
  value.username = deskRole
  value.password = deskRole
  return { value: value.href, cleanUp }
}

/** The same database by its owner's address: for what a desk may not do. */
export function asOwner(address: string): string {
  const url = new URL(address)
  url.username = 'postgres'
  url.password = 'postgres'
  return url.href
}

/** A new store of the named engine, and how to remove it. */
export async function openStore(engine: Engine): Promise<Opened<Store>> {
  const place = engine === 'sqlite' ? await temporaryFolder() : await officePostgres()
  const value =
    engine === 'sqlite'
      ? await openSqlite({ file: join(place.value, 'desk.db'), key: randomBytes(32) })
      : await openPostgres({ client: { connectionString: place.value } })
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
