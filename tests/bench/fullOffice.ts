import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { inject } from 'vitest'
import { type Desk, openDesk } from '#core/desk'
import { testNow } from '../support/desk'
import type { Opened } from '../support/engines'
import { importRegister } from '../support/register'
import { deskRole, template } from '../support/template'
import { messagePort } from '../transport/transports'
import { withPage } from './benchDesk'
import { benchFolder, fullRegister } from './folder'

/** The office that the benches' databases are copied from. */
const fullTemplate = 'heka_desk_full'

/** A desk's program on an office's PostgreSQL; its clock stands still unless it is told to go. */
export function openOfficeDesk(url: string, deskName: string, clock?: 'goes'): Promise<Desk> {
  const dataDir = join(benchFolder(), 'office', deskName)
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  return openDesk({
    dataDir,
    key: Buffer.alloc(32, 1),
    keyStore: 'ownerOnlyFile',
    host: 'web',
    version: '0.0.0-bench',
    deskName,
    postgres: { connectionString: url },
    ...(clock === 'goes' ? {} : { clock: () => testNow }),
  })
}

export const databaseOf = (url: string): string => new URL(url).pathname.slice(1)

/** Does something as the owner of a server, in one of its databases. */
export async function asOwnerOf<Row extends object>(
  server: string,
  database: string,
  statement: string,
): Promise<Row[]> {
  const url = new URL(server)
  url.pathname = `/${database}`
  const client = new Client({ connectionString: url.href })
  await client.connect()
  const { rows } = await client.query<Row>(statement).finally(() => client.end())
  return rows
}

/** The address that desks have of a database: they come as the least-privilege role. */
export function addressForDesks(server: string, database: string): string {
  const url = new URL(server)
  url.pathname = `/${database}`
  url.username = deskRole
  url.password = deskRole
  return url.href
}

/**
 * Has a desk import the full-size register, once a run. The server has then looked at the tables, as it does by itself
 * within minutes.
 */
async function makeFullTemplate(server: string): Promise<void> {
  const made = await asOwnerOf(
    server,
    'postgres',
    `SELECT FROM pg_database WHERE datname = '${fullTemplate}'`,
  )
  if (made.length > 0) return
  await asOwnerOf(server, 'postgres', `CREATE DATABASE ${fullTemplate} TEMPLATE ${template}`)
  const desk = await openOfficeDesk(addressForDesks(server, fullTemplate), 'importing')
  await withPage(desk, messagePort, (page) => importRegister(page, fullRegister()))
  await desk.close()
  await asOwnerOf(server, fullTemplate, 'VACUUM ANALYZE')
}

/** An office's database of its own with the full-size register, on a server that writes what it commits to the disk. */
export async function openFullOffice(): Promise<Opened<string>> {
  const server = inject('postgresUrl')
  await makeFullTemplate(server)
  const name = `full_${randomBytes(6).toString('hex')}`
  await asOwnerOf(server, 'postgres', `CREATE DATABASE ${name} TEMPLATE ${fullTemplate}`)
  return {
    value: addressForDesks(server, name),
    cleanUp: async () => {
      await asOwnerOf(server, 'postgres', `DROP DATABASE ${name} WITH (FORCE)`)
    },
  }
}
