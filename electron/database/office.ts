import { Client, escapeIdentifier, escapeLiteral } from 'pg'
import { connectionTo, patient } from '#core/store/connection.postgres'
import { isStoreProblem, naming } from '#core/store/errors'
import { checkServer, grantsFor, neededMigrations } from '#core/store/inspect.postgres'
import { advisoryLocks, migratePostgres } from '#core/store/migrate.postgres'
import { postgresMigrations } from '#core/store/migrations'
import type { ServerAddress } from '#shared/contract/database'
import { scramVerifier } from './passwords'
import { CommandError } from './problems'

/** Where the office's database is, and as whom its administrator signs in. */
export interface Administrator {
  readonly address: ServerAddress
  readonly password: string
}

/** The desks' user, and the password that it gets when it is made or when that is `changed`. */
export interface DeskUser {
  readonly name: string
  readonly password: string
  readonly changed: boolean
}

export interface Made {
  readonly database: 'made' | 'there'
  readonly user: 'made' | 'there' | 'changed'
  /** The names of the migrations that were done. */
  readonly migrations: readonly string[]
}

/** The databases that every server has for its own purposes. */
const reserved = ['postgres', 'template0', 'template1']

/** Connects as the administrator, whose statements may take long. */
async function connect({ address, password }: Administrator): Promise<Client> {
  const client = new Client(
    patient({ ...connectionTo(address, password), query_timeout: 0 }, 'heka-desk database'),
  )
  // What breaks on the way fails the statement that is waiting.
  client.on('error', () => undefined)
  await naming(() => client.connect())
  return client
}

/** Does something as the administrator; a right that is missing there is told as the administrator's. */
export async function asAdministrator<Value>(
  admin: Administrator,
  work: (client: Client) => Promise<Value>,
): Promise<Value> {
  const client = await connect(admin)
  try {
    return await naming(() => work(client))
  } catch (error) {
    if (isStoreProblem(error, 'missingRight'))
      throw new CommandError('adminMayNot', admin.address.user, error)
    throw error
  } finally {
    await client.end().catch(() => undefined)
  }
}

/**
 * Makes the office's database as far as it is not there: the database, the desks' user, the schema, the rights. Throws
 * CommandError: reservedDatabase, wrongEncoding, userMayDoTooMuch, adminMayNot; StoreError: `oldServer`, `notOurs` and what
 * connecting throws.
 */
export async function createOffice(admin: Administrator, user: DeskUser): Promise<Made> {
  const { database } = admin.address
  if (reserved.includes(database)) throw new CommandError('reservedDatabase', database)
  const made = await ensureDatabase(admin, user.name)
  return asAdministrator(admin, async (client) => {
    await checkServer(client)
    await requireUtf8(client)
    // Before anything is made on the server: it may be another program's database.
    await neededMigrations(client, postgresMigrations)
    let done: Made['user'] = 'there'
    const migrations = await migratePostgres(client, postgresMigrations, async () => {
      done = await ensureUser(client, user)
      await grant(client, database, user.name)
    })
    return { database: made, user: done, migrations }
  })
}

/** Brings the schema up to date and gives the desks' user its rights again; the names of the migrations that were done. */
export async function updateOffice(admin: Administrator, user: string): Promise<readonly string[]> {
  return asAdministrator(admin, async (client) => {
    await checkServer(client)
    return migratePostgres(client, postgresMigrations, async () => {
      if ((await roleNamed(client, user)) === null) throw new CommandError('noUser', user)
      await grant(client, admin.address.database, user)
    })
  })
}

async function ensureDatabase(admin: Administrator, user: string): Promise<Made['database']> {
  try {
    await (await connect(admin)).end()
    return 'there'
  } catch (error) {
    if (!isStoreProblem(error, 'noDatabase')) throw error
  }
  const { database } = admin.address
  return asAdministrator(
    { ...admin, address: { ...admin.address, database: 'postgres' } },
    async (client) => {
      await checkServer(client)
      // Two administrators at once: the second waits here and finds it made.
      await client.query('SELECT pg_advisory_lock($1)', [advisoryLocks])
      const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database])
      if (rowCount !== 0) return 'there'
      if ((await roleNamed(client, user))?.mayDoTooMuch) throw new CommandError('userMayDoTooMuch', user)
      // Texts are ordered by their bytes, as in the embedded database: no update of the system changes an order under an index.
      await client.query(
        `CREATE DATABASE ${escapeIdentifier(database)} TEMPLATE template0 ENCODING 'UTF8'
       LOCALE_PROVIDER libc LC_COLLATE 'C' LC_CTYPE 'C'`,
      )
      return 'made'
    },
  )
}

async function requireUtf8(client: Client): Promise<void> {
  const { rows } = await client.query<{ encoding: string }>(
    `SELECT current_setting('server_encoding') AS encoding`,
  )
  const encoding = rows[0]?.encoding ?? ''
  if (encoding !== 'UTF8') throw new CommandError('wrongEncoding', encoding)
}

/** Whether the user of this name may do more than any desk's should; null when there is no such user. */
async function roleNamed(client: Client, name: string): Promise<{ readonly mayDoTooMuch: boolean } | null> {
  const { rows } = await client.query<{ much: boolean }>(
    `SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls OR rolname = current_user
       OR pg_has_role(oid, (SELECT datdba FROM pg_database WHERE datname = current_database()), 'MEMBER') AS much
     FROM pg_roles WHERE rolname = $1`,
    [name],
  )
  return rows[0] ? { mayDoTooMuch: rows[0].much } : null
}

async function ensureUser(client: Client, user: DeskUser): Promise<Made['user']> {
  const role = await roleNamed(client, user.name)
  if (role?.mayDoTooMuch) throw new CommandError('userMayDoTooMuch', user.name)
  if (role !== null && !user.changed) return 'there'
  const password = escapeLiteral(scramVerifier(user.password))
  const verb = role === null ? 'CREATE' : 'ALTER'
  await client.query(`${verb} ROLE ${escapeIdentifier(user.name)} LOGIN PASSWORD ${password}`)
  return role === null ? 'made' : 'changed'
}

async function grant(client: Client, database: string, user: string): Promise<void> {
  const [on, role] = [escapeIdentifier(database), escapeIdentifier(user)]
  await client.query(`REVOKE ALL ON DATABASE ${on} FROM PUBLIC`)
  await client.query(`REVOKE ALL ON DATABASE ${on} FROM ${role}`)
  await client.query(`GRANT CONNECT ON DATABASE ${on} TO ${role}`)
  for (const statement of grantsFor(role)) await client.query(statement)
  // Who is not the owner is only warned that nothing was taken away.
  const { rows } = await client.query<{ open: boolean }>(
    `SELECT has_database_privilege('public', current_database(), 'CONNECT, TEMPORARY') AS open`,
  )
  if (rows[0]?.open !== false) throw new CommandError('adminMayNot', client.user ?? '')
}
