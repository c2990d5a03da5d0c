import { Client } from 'pg'
import { grantsFor } from '#core/store/inspect.postgres'
import { migratePostgres } from '#core/store/migrate.postgres'
import { postgresMigrations } from '#core/store/migrations'

/** The role that desks have, and the database that each test's own is copied from. */
export const deskRole = 'heka_desk'
export const template = 'heka_desk_template'

/** Does something at a database's address. */
export async function onServer(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await work(client).finally(() => client.end())
}

/** Makes the role and the template on a server, by its owner's address. */
export async function makeTemplate(server: string): Promise<void> {
  await onServer(server, async (client) => {
    await client.query(`CREATE ROLE ${deskRole} LOGIN PASSWORD '${deskRole}'`)
    await client.query(`CREATE DATABASE ${template}`)
  })
  const url = new URL(server)
  url.pathname = `/${template}`
  await onServer(url.href, async (client) => {
    await migratePostgres(client, postgresMigrations)
    for (const grant of grantsFor(deskRole)) await client.query(grant)
  })
}
