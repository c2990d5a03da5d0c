import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { Client } from 'pg'
import { writeChoice } from '#core/database/choice'
import { ownerOnlyKey } from '../../electron/host/keyFile'
import { openServer } from '../support/server'

const root = join(import.meta.dirname, '..', '..')
const deskPassword = 'heka_desk'

/** An office's PostgreSQL, whose databases are made as an administrator makes them. */
export interface OfficeServer {
  /** Makes a data folder work with a database of this server, a new one or a copy of one that no desk has open. */
  use(dataDir: string, database: string, copyOf?: string): Promise<void>
  stop(): Promise<void>
}

/** Starts a server with nothing in it but the tables of an office, ready to be copied. */
export async function openOfficeServer(): Promise<OfficeServer> {
  // Nothing here has to outlive a power cut.
  const server = await openServer(['-c', 'fsync=off', '-c', 'max_connections=200'])
  const { port, password } = new URL(server.url)
  const empty = 'office'
  const program = spawn(
    process.execPath,
    [
      join(root, 'out', 'main', 'database.js'),
      ...['create', '--host', '127.0.0.1', '--port', port, '--database', empty],
    ],
    {
      env: { ...process.env, PGPASSWORD: password, HEKA_DESK_PASSWORD: deskPassword },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  const [code] = await once(program, 'exit')
  if (code !== 0) throw new Error(`the database could not be made: ${code}`)
  return {
    async use(dataDir, database, copyOf = empty) {
      const client = new Client({ connectionString: server.url })
      await client.connect()
      await client.query(`CREATE DATABASE ${database} TEMPLATE ${copyOf}`).finally(() => client.end())
      const address = { host: '127.0.0.1', port: Number(port), database, user: 'heka_desk', authority: '' }
      await writeChoice(dataDir, await ownerOnlyKey(dataDir), {
        choice: { kind: 'postgres', address },
        password: deskPassword,
      })
    },
    stop: () => server.stop(),
  }
}
