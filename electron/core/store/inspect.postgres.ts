import { getTableName } from 'drizzle-orm'
import type { ClientBase } from 'pg'
import type { databaseChecks } from '#shared/contract/database'
import { StoreError } from './errors'
import { postgresKit } from './kit.postgres'
import { type Migration, pendingMigrations } from './migrate'
import { defineTables } from './schema'

/** The oldest PostgreSQL that the program works with: 15, as `server_version_num` says it. */
const oldestServer = 150_000

/** Every table of the program by its name, with the two that only PostgreSQL's migrations make. */
const tableNames = [...Object.values(defineTables(postgresKit)).map(getTableName), 'search_row', 'migration']

/** What a desk does with each table. The audit records and the custody of keys it only adds to; the records' head it moves on. */
const rightsOn = (table: string): readonly string[] =>
  ({
    audit: ['SELECT', 'INSERT'],
    audit_head: ['SELECT', 'UPDATE'],
    key_event: ['SELECT', 'INSERT'],
    migration: ['SELECT'],
  })[table] ?? ['SELECT', 'INSERT', 'UPDATE', 'DELETE']

/** The statements that give a role, by its quoted name, exactly what a desk needs, and take from everybody else what PostgreSQL gives by itself. */
export const grantsFor = (role: string): string[] => [
  'REVOKE ALL ON SCHEMA public FROM PUBLIC',
  `GRANT USAGE ON SCHEMA public TO ${role}`,
  ...tableNames.flatMap((table) => [
    `REVOKE ALL ON "${table}" FROM ${role}`,
    `GRANT ${rightsOn(table).join(', ')} ON "${table}" TO ${role}`,
  ]),
  `GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ${role}`,
]

type Check = Exclude<(typeof databaseChecks)[number], 'reach' | 'signIn'>

/** The names of the migrations that a database has had; null when it has had none of ours. */
async function appliedMigrations(client: ClientBase): Promise<string[] | null> {
  const { rows } = await client.query<{ ours: boolean; other: boolean }>(`
    SELECT to_regclass('public.migration') IS NOT NULL AS ours,
      EXISTS (SELECT FROM pg_tables WHERE schemaname = 'public') AS other`)
  if (!rows[0]?.ours) {
    if (rows[0]?.other) throw new StoreError('notOurs')
    return null
  }
  const { rows: columns } = await client.query<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = 'migration' ORDER BY name`,
  )
  if (columns.map(({ name }) => name).join() !== 'applied_at,name') throw new StoreError('notOurs')
  const applied = await client.query<{ name: string }>('SELECT name FROM migration ORDER BY name')
  return applied.rows.map(({ name }) => name)
}

/**
 * The migrations that a database still needs; null when it has had none. Throws StoreError: `notOurs`, `newerDatabase`.
 */
export async function neededMigrations(
  client: ClientBase,
  migrations: readonly Migration[],
): Promise<Migration[] | null> {
  const applied = await appliedMigrations(client)
  if (applied === null) return null
  const [first] = migrations
  if (first !== undefined && applied.length > 0 && applied[0] !== first.name) throw new StoreError('notOurs')
  return pendingMigrations(migrations, applied)
}

async function checkSchema(client: ClientBase, migrations: readonly Migration[]): Promise<void> {
  const needed = await neededMigrations(client, migrations)
  if (needed === null) throw new StoreError('emptyDatabase')
  if (needed.length > 0) throw new StoreError('olderDatabase')
  const { rows } = await client.query<{ missing: number }>(
    `SELECT count(*)::int AS missing FROM unnest($1::text[]) AS name
     WHERE to_regclass('public.' || quote_ident(name)) IS NULL`,
    [tableNames],
  )
  if (rows[0]?.missing !== 0) throw new StoreError('halfSchema')
}

async function checkRights(client: ClientBase): Promise<void> {
  const wanted = tableNames.flatMap((table) => rightsOn(table).map((right) => ({ table, right })))
  const { rows } = await client.query<{ missing: number }>(
    `SELECT count(*)::int AS missing FROM unnest($1::text[], $2::text[]) AS wanted (name, privilege)
     WHERE NOT has_table_privilege(quote_ident(name), privilege)`,
    [wanted.map(({ table }) => table), wanted.map(({ right }) => right)],
  )
  if (rows[0]?.missing !== 0) throw new StoreError('missingRight')
}

/** Looks at the server alone, whatever is in its database. Throws StoreError: `oldServer`, `recovering`, `missingExtension`. */
export async function checkServer(
  client: ClientBase,
  begun: (check: Check) => void = () => undefined,
): Promise<void> {
  begun('version')
  const { rows } = await client.query<{
    version: number
    recovering: boolean
    readonly: boolean
    language: boolean
  }>(`
    SELECT current_setting('server_version_num')::int AS version, pg_is_in_recovery() AS recovering,
      current_setting('transaction_read_only')::bool AS readonly,
      EXISTS (SELECT FROM pg_extension WHERE extname = 'plpgsql') AS language`)
  const [server] = rows
  if (!server || server.version < oldestServer) throw new StoreError('oldServer')
  begun('writable')
  if (server.recovering || server.readonly) throw new StoreError('recovering')
  begun('extension')
  if (!server.language) throw new StoreError('missingExtension')
}

/**
 * Looks whether a desk can work with the database that a client is connected to, and says of each check when it has passed.
 * Changes nothing. Throws StoreError: `oldServer`, `recovering`, `missingExtension`, `notOurs`, `emptyDatabase`, `halfSchema`,
 * `olderDatabase`, `newerDatabase`, `missingRight`.
 */
export async function inspect(
  client: ClientBase,
  migrations: readonly Migration[],
  begun: (check: Check) => void = () => undefined,
): Promise<void> {
  await checkServer(client, begun)
  begun('schema')
  await checkSchema(client, migrations)
  begun('rights')
  await checkRights(client)
}

/** Whether the user could change or remove audit records, or the tables themselves: more than a desk needs. */
export async function mayDoTooMuch(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ much: boolean }>(`
    SELECT rolsuper OR rolcreaterole OR has_schema_privilege('public', 'CREATE')
      OR has_table_privilege('public.audit', 'UPDATE') OR has_table_privilege('public.audit', 'DELETE')
      OR has_table_privilege('public.audit', 'TRUNCATE') AS much
    FROM pg_roles WHERE rolname = current_user`)
  return rows[0]?.much ?? true
}
