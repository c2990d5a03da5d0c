import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Migration } from '#core/store/migrate'
import { migratePostgres } from '#core/store/migrate.postgres'
import { postgresMigrations } from '#core/store/migrations'
import { waitUntil } from '../support/atOnce'
import { openTestDesk, type TestDesk } from '../support/desk'
import { newOffice, type Office, run } from './administrator'

let office: Office
beforeEach(async () => {
  office = newOffice()
  await run(['create', ...office.desks])
})
afterEach(() => office.cleanUp())

const update = () => run(['update', ...office.desks])
const last = postgresMigrations.at(-1)!.name

/** Makes the schema what it was before the program's last migration. */
async function makeOlder(): Promise<void> {
  await office.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
  await migrate(postgresMigrations.slice(0, -1))
  await office.query(`GRANT USAGE ON SCHEMA public TO ${office.user}`)
  await office.query(`GRANT SELECT ON migration TO ${office.user}`)
}

async function migrate(migrations: readonly Migration[]): Promise<void> {
  const client = new Client({ connectionString: office.owner })
  await client.connect()
  await migratePostgres(client, migrations).finally(() => client.end())
}

/** Waits for what a desk says of its database. */
async function says(desk: TestDesk, state: string, problem: string | null) {
  const database = async () => (await desk.page().system.status()).database
  const isSo = async () => {
    const now = await database()
    return now.state === state && now.problem === problem
  }
  await waitUntil(isSo)
  expect(await database()).toMatchObject({ state, problem })
}

describe('update', () => {
  it('by two administrators at once: one does it, the other finds it done', async () => {
    await makeOlder()
    const both = await Promise.all([update(), update()])
    expect(both.map(({ code, complained }) => [code, complained])).toEqual([
      [0, ''],
      [0, ''],
    ])
    const said = both.map((each) => each.said).join('\n')
    expect(said.match(new RegExp(`brought up to date: ${last}`, 'g'))).toHaveLength(1)
    expect(said.match(/up to date already/g)).toHaveLength(1)
    expect((await run(['check', ...office.desks])).code).toBe(0)
  })

  it('leaves everything as it was when the desks’ user is not there', async () => {
    await makeOlder()
    const failed = await run(['update', ...office.where, '--user', 'nobody_at_all'])
    expect(failed.complained).toContain('There is no user nobody_at_all')
    const applied = await office.query<{ name: string }>('SELECT name FROM migration ORDER BY name')
    expect(applied.map(({ name }) => name)).toEqual(postgresMigrations.slice(0, -1).map(({ name }) => name))
  })

  it('with an older program is refused', async () => {
    await migrate([...postgresMigrations, { name: '9999_of_tomorrow', statements: [] }])
    const refused = await update()
    expect(refused).toMatchObject({
      said: '',
      complained: expect.stringContaining('newer than this program'),
    })
  })
})

describe('a desk', () => {
  it('whose program is older than the schema closes it at once', async () => {
    const opened = await openTestDesk('postgres', { postgresUrl: office.desk })
    await opened.value.administrator()
    await says(opened.value, 'ready', null)
    await migrate([...postgresMigrations, { name: '9999_of_tomorrow', statements: [] }])
    await says(opened.value, 'closed', 'newerDatabase')
    const reading = opened.value.page().staff.signIn({ username: 'aino', password: 'x' })
    await expect(reading).rejects.toMatchObject({ code: 'DATABASE_LOST' })
    await opened.cleanUp()
  })

  it('whose program is newer than the schema waits for the update and opens by itself', async () => {
    await makeOlder()
    const opened = await openTestDesk('postgres', { postgresUrl: office.desk })
    await says(opened.value, 'closed', 'olderDatabase')
    expect((await update()).code).toBe(0)
    await says(opened.value, 'ready', null)
    await opened.value.administrator()
    await opened.cleanUp()
  })
})
