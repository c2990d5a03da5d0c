import type { ClientBase } from 'pg'
import { neededMigrations } from './inspect.postgres'
import { changeChannel } from './listen.postgres'
import type { Migration } from './migrate'

/** Any number, so that the program's advisory locks are nobody else's. */
export const advisoryLocks = 472_911

/**
 * Brings a database up to date in one transaction, and gives the names of what was done. For the administrator: desks only
 * look. Who comes second waits, and finds everything done. What belongs to it, such as rights, is done by `alsoDo`: a desk never
 * finds the one without the other. Throws StoreError: `notOurs`, `newerDatabase`.
 */
export async function migratePostgres(
  client: ClientBase,
  migrations: readonly Migration[],
  alsoDo: () => Promise<void> = async () => undefined,
): Promise<string[]> {
  await client.query('BEGIN')
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [advisoryLocks])
    const needed = await neededMigrations(client, migrations)
    if (needed === null) {
      await client.query(
        'CREATE TABLE migration (name text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())',
      )
    }
    const pending = needed ?? migrations
    for (const migration of pending) {
      for (const statement of migration.statements) await client.query(statement)
      await client.query('INSERT INTO migration (name) VALUES ($1)', [migration.name])
    }
    await alsoDo()
    // Desks that are open look again whether they still know this database.
    if (pending.length > 0) await client.query(`NOTIFY ${changeChannel}, 'schema'`)
    await client.query('COMMIT')
    return pending.map(({ name }) => name)
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  }
}
