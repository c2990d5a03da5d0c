import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { inject } from 'vitest'
import { runDatabase, type Surroundings } from '../../electron/database/commands'

/** What a command said and how it ended. */
export interface Ran {
  readonly code: number
  readonly said: string
  readonly complained: string
}

export const deskPassword = 'salaisuus-12345'

/** Runs one command as `npm run database --` does, at nobody's terminal. */
export async function run(argv: readonly string[], around: Partial<Surroundings> = {}): Promise<Ran> {
  const said: string[] = []
  const complained: string[] = []
  const code = await runDatabase(argv, {
    env: { PGPASSWORD: 'postgres', HEKA_DESK_PASSWORD: deskPassword },
    version: '0.0.0-test',
    say: (text) => said.push(text),
    complain: (text) => complained.push(text),
    line: () => undefined,
    ask: null,
    ...around,
  })
  return { code, said: said.join('\n'), complained: complained.join('\n') }
}

/** Names on the test run's server that nobody has yet, and how to speak of them to the command. */
export interface Office {
  readonly database: string
  readonly user: string
  /** Where the server is and what the database is called, for every command. */
  readonly where: readonly string[]
  /** The same with the desks' user, for the commands that take one. */
  readonly desks: readonly string[]
  /** The addresses of the database's owner and of its desks. */
  readonly owner: string
  readonly desk: string
  /** Does something in the database as its owner. */
  query<Row = unknown>(text: string): Promise<Row[]>
  cleanUp(): Promise<void>
}

const query = async <Row>(connectionString: string, text: string): Promise<Row[]> => {
  const client = new Client({ connectionString })
  await client.connect()
  try {
    const answer = await client.query(text)
    return answer.rows as Row[]
  } finally {
    await client.end()
  }
}

export function newOffice(): Office {
  const server = inject('postgresUrl')
  const name = `office_${randomBytes(6).toString('hex')}`
  const user = `${name}_desk`
  const address = (username: string, password: string) => {
    const url = new URL(server)
    Object.assign(url, { pathname: `/${name}`, username, password })
    return url.href
  }
  const { hostname, port } = new URL(server)
  const where = ['--host', hostname, '--port', port, '--database', name]
  return {
    database: name,
    user,
    where,
    desks: [...where, '--user', user],
    owner: address('postgres', 'postgres'),
    desk: address(user, deskPassword),
    query: (text) => query(address('postgres', 'postgres'), text),
    async cleanUp() {
      await query(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
      await query(server, `DROP ROLE IF EXISTS ${user}`)
    },
  }
}

/** Every row of a database but the moments of its migrations, to see that nothing changed. */
export async function contents(office: Office): Promise<string> {
  const tables = await office.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  )
  const rows = tables.map(async ({ name }) => [
    name,
    await office.query(`SELECT * FROM "${name}" ORDER BY 1`),
  ])
  return JSON.stringify(await Promise.all(rows))
}
