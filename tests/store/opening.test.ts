import { randomBytes } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migratePostgres } from '#core/store/migrate.postgres'
import { postgresMigrations } from '#core/store/migrations'
import { openPostgres } from '#core/store/postgres'
import { openSqlite } from '#core/store/sqlite'
import { openTestDesk, password } from '../support/desk'
import { asOwner, emptyPostgres, type Opened, officePostgres, temporaryFolder } from '../support/engines'
import { startProcess } from '../support/otherProcess'
import { sqlite } from '../support/raw'

let folder: Opened<string>
let file: string
const key = randomBytes(32)

beforeEach(async () => {
  folder = await temporaryFolder()
  file = join(folder.value, 'desk.db')
})
afterEach(() => folder.cleanUp())

/** Every file of the folder with its bytes. */
async function contents(): Promise<Record<string, string>> {
  const names = (await readdir(folder.value)).sort()
  const read = names.map(async (name) => [
    name,
    (await readFile(join(folder.value, name))).toString('base64'),
  ])
  return Object.fromEntries(await Promise.all(read))
}

const settings = async () => {
  const store = await openSqlite({ file, key })
  const rows = await store.read((db) =>
    db.select({ key: store.tables.setting.key }).from(store.tables.setting),
  )
  await store.close()
  return rows.map((row) => row.key)
}

describe('a wrong key', () => {
  it('is named and leaves the database as it was', async () => {
    await (await openSqlite({ file, key })).close()
    const before = await contents()
    const opening = openSqlite({ file, key: randomBytes(32) })
    await expect(opening).rejects.toMatchObject({
      name: 'StoreError',
      problem: 'wrongKey',
      message: 'wrongKey',
    })
    expect(await contents()).toEqual(before)
    expect(await settings()).toEqual([])
  })

  it('leaves what a killed program had committed and not yet moved into the database', async () => {
    const other = startProcess('writeUntilKilled', { file, key: key.toString('hex') })
    await other.next()
    await other.kill()
    const before = await contents()
    expect(Object.keys(before)).toContain('desk.db-wal')
    await expect(openSqlite({ file, key: randomBytes(32) })).rejects.toMatchObject({ problem: 'wrongKey' })
    const after = await contents()
    expect(after['desk.db']).toBe(before['desk.db'])
    expect(after['desk.db-wal']).toBe(before['desk.db-wal'])
    expect(await settings()).toEqual(['committed'])
  })

  it('opens the desk neither, and holds its folder no longer', async () => {
    const first = await openTestDesk('sqlite', { dataDir: folder.value, key })
    await first.cleanUp()
    const opening = openTestDesk('sqlite', { dataDir: folder.value, key: randomBytes(32) })
    await expect(opening).rejects.toMatchObject({ problem: 'wrongKey' })
    const again = await openTestDesk('sqlite', { dataDir: folder.value, key })
    await again.cleanUp()
  })
})

describe('a file that is no database of ours', () => {
  it.each([
    ['text', Buffer.from('not a database\n'.repeat(500))],
    [
      'an empty database that is not encrypted',
      Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(4080)]),
    ],
    ['noise', randomBytes(8192)],
  ])('is refused and left as it was: %s', async (_what, bytes) => {
    await writeFile(file, bytes)
    const before = await contents()
    await expect(openSqlite({ file, key })).rejects.toMatchObject({ name: 'StoreError' })
    expect(await contents()).toEqual(before)
  })

  it('is refused as damaged, whichever page of it was written over or cut off', async () => {
    await (await openSqlite({ file, key })).close()
    // A page that is in no use, left by a table that was made anew, holds nothing to damage.
    const raw = sqlite(file, key)
    await raw.run('VACUUM')
    await raw.close()
    const sound = await readFile(file)
    const pages = sound.length / 4096
    const isDamaged = async (bytes: Buffer) => {
      await writeFile(file, bytes)
      await expect(openSqlite({ file, key })).rejects.toMatchObject({ problem: 'damaged' })
      expect((await readFile(file)).equals(bytes)).toBe(true)
    }
    for (let page = 1; page < pages; page += 1) {
      const bytes = Buffer.from(sound)
      randomBytes(100).copy(bytes, page * 4096 + 2000)
      await isDamaged(bytes)
    }
    for (const length of [4096, sound.length - 4096, sound.length - 1])
      await isDamaged(sound.subarray(0, length))
  })
})

describe('a folder that is open', () => {
  it('is in use for a second desk of the same program, until it is closed', async () => {
    const first = await openTestDesk('sqlite', { dataDir: folder.value, key })
    const second = () => openTestDesk('sqlite', { dataDir: folder.value, key })
    await expect(second()).rejects.toMatchObject({ name: 'StoreError', problem: 'inUse' })
    await first.value.page().system.status()
    await first.cleanUp()
    await (await second()).cleanUp()
  })

  it('is in use for another program, and free at once when that is killed', async () => {
    const other = startProcess('holdDesk', { dataDir: folder.value, key: key.toString('hex') })
    expect(await other.next()).toEqual({ open: true })
    const open = () => openTestDesk('sqlite', { dataDir: folder.value, key })
    await expect(open()).rejects.toMatchObject({ problem: 'inUse' })
    await other.kill()
    const desk = await open()
    expect(await desk.value.page().system.status()).toMatchObject({ state: 'firstRun' })
    await desk.cleanUp()
  })
})

async function runIn(connectionString: string, statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

describe('a PostgreSQL', () => {
  const open = (connectionString: string) => openPostgres({ client: { connectionString } })

  it('is made by one administrator when several do it at once', async () => {
    const { value: connectionString, cleanUp } = await emptyPostgres()
    const made = await Promise.all(
      [1, 2, 3].map(async () => {
        const client = new Client({ connectionString })
        await client.connect()
        return migratePostgres(client, postgresMigrations).finally(() => client.end())
      }),
    )
    const all = postgresMigrations.map(({ name }) => name)
    expect(made.toSorted((one, other) => other.length - one.length)).toEqual([all, [], []])
    const store = await open(connectionString)
    await store.close()
    await cleanUp()
  })

  it.each([
    ['no server at the address', (url: URL) => (url.port = '1'), 'unreachable'],
    ['no such host', (url: URL) => (url.hostname = 'nowhere.invalid'), 'unreachable'],
    ['a wrong password', (url: URL) => (url.password = 'wrong'), 'wrongPassword'],
    ['no such user', (url: URL) => (url.username = 'nobody'), 'wrongPassword'],
    ['no such database', (url: URL) => (url.pathname = '/nowhere'), 'noDatabase'],
  ])('is named: %s', async (_what, change, problem) => {
    const { value, cleanUp } = await officePostgres()
    const url = new URL(value)
    change(url)
    await expect(open(url.href)).rejects.toMatchObject({ name: 'StoreError', problem, message: problem })
    await cleanUp()
  })

  it.each([
    ['nothing in it', [], 'emptyDatabase'],
    ['tables of another program', ['CREATE TABLE customer (id int)'], 'notOurs'],
    ['migrations of another program', ['CREATE TABLE migration (id int, done bool)'], 'notOurs'],
  ])('is named: %s', async (_what, statements, problem) => {
    const { value, cleanUp } = await emptyPostgres()
    await runIn(value, statements)
    await expect(open(value)).rejects.toMatchObject({ problem })
    await cleanUp()
  })

  const last = postgresMigrations.at(-1)!.name
  it.each([
    ['a table is missing', ['DROP TABLE draft'], 'halfSchema'],
    ['an older schema', [`DELETE FROM migration WHERE name = '${last}'`], 'olderDatabase'],
    ['a newer schema', [`INSERT INTO migration (name) VALUES ('9999_of_tomorrow')`], 'newerDatabase'],
    ['another program’s migrations', [`UPDATE migration SET name = 'x' || name`], 'notOurs'],
    ['a right is missing', ['REVOKE INSERT ON visit FROM heka_desk'], 'missingRight'],
    ['the language of its triggers is missing', ['DROP EXTENSION plpgsql CASCADE'], 'missingExtension'],
    ['there is no room for one more desk', ['ALTER DATABASE :name CONNECTION LIMIT 0'], 'tooManyDesks'],
    ['it may only be read', ['ALTER DATABASE :name SET default_transaction_read_only = on'], 'recovering'],
  ])('is named: %s', async (_what, statements, problem) => {
    const { value, cleanUp } = await officePostgres()
    const name = new URL(value).pathname.slice(1)
    await runIn(
      asOwner(value),
      statements.map((statement) => statement.replace(':name', name)),
    )
    await expect(open(value)).rejects.toMatchObject({ problem })
    await cleanUp()
  })

  it('that goes away is named, and does not end the program', async () => {
    const { value, cleanUp } = await officePostgres()
    const desk = await openTestDesk('postgres', { postgresUrl: value })
    const store = await open(value)
    await desk.value.administrator()
    await cleanUp()
    const signIn = desk.value.page().staff.signIn({ username: 'aino', password })
    await expect(signIn).rejects.toMatchObject({ code: 'DATABASE_LOST' })
    expect(desk.value.reported).not.toEqual([])
    const term = { alternatives: [{ columns: ['name' as const], text: 'virtanen', whole: false }] }
    const failures = [
      () => store.read((db) => db.select().from(store.tables.setting)),
      () => store.write((tx) => tx.db.delete(store.tables.setting)),
      () => store.search([term], 20),
    ]
    for (const fail of failures)
      await expect(fail()).rejects.toMatchObject({
        name: 'StoreError',
        problem: expect.stringMatching(/^(unreachable|noDatabase)$/),
      })
    await store.close()
    await desk.cleanUp()
  })
})
