import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { Client } from 'pg'
import { writeChoice } from '#core/database/choice'
import { ownerOnlyKey } from '../../electron/host/keyFile'
import { openServer, type TestServer } from '../support/server'

const command = join(import.meta.dirname, '..', '..', 'out', 'main', 'database.js')
/** The database that the administrator made, with nothing in it but its tables. */
const empty = 'heka_desk'

/** The password of the role that the desks sign in with, `heka_desk`. */
export const deskPassword = 'tiskien oma salasana'

/** An office's PostgreSQL, whose databases are made as an administrator makes them. */
export interface OfficeServer extends TestServer {
  /** Makes a data folder work with a database of this server, a new one or a copy of one that no desk has open. */
  use(dataDir: string, database: string, copyOf?: string): Promise<void>
  /** A statement of the server's owner. */
  asOwner(database: string, statement: string, values?: readonly unknown[]): Promise<void>
}

/** Starts a server with nothing in it but the tables of an office, in the database `heka_desk`. */
export async function openOfficeServer(): Promise<OfficeServer> {
  // Nothing here has to outlive a power cut.
  const server = await openServer(['-c', 'fsync=off', '-c', 'max_connections=200'])
  const { hostname: host, port, password } = new URL(server.url)
  execFileSync(process.execPath, [command, 'create', '--host', host, '--port', port], {
    env: { ...process.env, PGPASSWORD: password, HEKA_DESK_PASSWORD: deskPassword },
  })
  async function asOwner(database: string, statement: string, values: readonly unknown[] = []) {
    const url = new URL(server.url)
    url.pathname = database
    const client = new Client({ connectionString: url.href })
    await client.connect()
    await client.query(statement, [...values]).finally(() => client.end())
  }
  return {
    ...server,
    asOwner,
    async use(dataDir, database, copyOf = empty) {
      await asOwner('postgres', `CREATE DATABASE ${database} TEMPLATE ${copyOf}`)
      const address = { host, port: Number(port), database, user: 'heka_desk', authority: '' }
      await writeChoice(dataDir, await ownerOnlyKey(dataDir), {
        choice: { kind: 'postgres', address },
        password: deskPassword,
      })
    },
  }
}
