import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { eq, inArray } from 'drizzle-orm'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { naming } from '#core/store/errors'
import type { Migration } from '#core/store/migrate'
import { migratePostgres } from '#core/store/migrate.postgres'
import { postgresMigrations, sqliteMigrations } from '#core/store/migrations'
import { openPostgres } from '#core/store/postgres'
import { openSqlite } from '#core/store/sqlite'
import type { Store } from '#core/store/store'
import { type Engine, emptyPostgres, type Opened, onBothEngines, temporaryFolder } from '../support/engines'

const shipped = { sqlite: sqliteMigrations, postgres: postgresMigrations }
const key = randomBytes(32)

/** A parent and its children, which a rebuilt parent must not take with it. */
const family: Migration = {
  name: '9000_family',
  statements: [
    'CREATE TABLE parent (id integer PRIMARY KEY, name text NOT NULL)',
    'CREATE TABLE child (id integer PRIMARY KEY, parent_id integer NOT NULL REFERENCES parent(id) ON DELETE CASCADE)',
    `INSERT INTO parent VALUES (1, 'one'), (2, 'two')`,
    'INSERT INTO child VALUES (1, 1), (2, 1), (3, 2)',
  ],
}
/** How drizzle-kit changes what SQLite cannot alter: a new table, the old one dropped, the new one renamed. */
const rebuilt: Migration = {
  name: '9001_rebuilt',
  statements: [
    'CREATE TABLE new_parent (id integer PRIMARY KEY, name text NOT NULL, said text)',
    'INSERT INTO new_parent (id, name) SELECT id, name FROM parent',
    'DROP TABLE parent',
    'ALTER TABLE new_parent RENAME TO parent',
  ],
}
const column: Migration = { name: '9001_column', statements: ['ALTER TABLE parent ADD COLUMN said text'] }
const broken: Migration = {
  name: '9002_broken',
  statements: [`INSERT INTO parent (id, name) VALUES (3, 'three')`, 'INSERT INTO nowhere VALUES (1)'],
}

interface Place {
  open(migrations?: readonly Migration[]): Promise<Store>
  /** Rows of the database as an outsider with the key sees them. */
  rows(query: string): Promise<unknown[]>
  /** Everything that there is, to see that nothing changed. */
  state(): Promise<unknown>
}

function sqlitePlace(folder: string): Place {
  const file = join(folder, 'desk.db')
  return {
    open: (migrations) => openSqlite({ file, key, ...(migrations && { migrations }) }),
    rows: async (query) => readSqlite(file, query),
    state: async () => (await readFile(file)).toString('base64'),
  }
}

function readSqlite(file: string, query: string): unknown[] {
  const database = new Database(file, { readonly: true })
  database.pragma(`cipher='sqlcipher'`)
  database.pragma(`key="x'${key.toString('hex')}'"`)
  const rows = database.prepare(query).all()
  database.close()
  return rows
}

function postgresPlace(url: string): Place {
  const rows = async (query: string) => {
    const client = new Client({ connectionString: url })
    await client.connect()
    const result = await client.query(query)
    await client.end()
    return result.rows as unknown[]
  }
  const tables = `SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1, 2`
  return {
    // As the administrator's command does first; desks themselves only look.
    async open(migrations = postgresMigrations) {
      const client = new Client({ connectionString: url })
      await client.connect()
      await naming(() => migratePostgres(client, migrations)).finally(() => client.end())
      return openPostgres({ client: { connectionString: url }, migrations })
    },
    rows,
    state: async () => [await rows(tables), await rows('SELECT name FROM migration ORDER BY name')],
  }
}

const openPlace: Record<Engine, () => Promise<Opened<Place>>> = {
  sqlite: async () => {
    const { value, cleanUp } = await temporaryFolder()
    return { value: sqlitePlace(value), cleanUp }
  },
  postgres: async () => {
    const { value, cleanUp } = await emptyPostgres()
    return { value: postgresPlace(value), cleanUp }
  },
}

onBothEngines('a database', (engine) => {
  let opened: Opened<Place>
  let place: Place
  const known = shipped[engine]

  beforeEach(async () => {
    opened = await openPlace[engine]()
    place = opened.value
  })
  afterEach(() => opened.cleanUp())

  const openAndClose = async (migrations?: readonly Migration[]) => (await place.open(migrations)).close()

  it('is made from nothing, and is not made again', async () => {
    await openAndClose()
    const applied = await place.rows('SELECT name, applied_at FROM migration ORDER BY name')
    expect(applied).toMatchObject(known.map(({ name }) => ({ name })))
    const before = await place.state()
    await openAndClose()
    expect(await place.rows('SELECT name, applied_at FROM migration ORDER BY name')).toEqual(applied)
    expect(await place.state()).toEqual(before)
  })

  it('keeps what it holds when a newer program updates it', async () => {
    const store = await place.open([...known, family])
    await store.write((tx) =>
      tx.db.insert(store.tables.setting).values({ key: 'office', value: { lockAfterMinutes: 3 } }),
    )
    await store.close()
    const updated = await place.open([...known, family, column])
    expect(await updated.read((db) => db.select().from(updated.tables.setting))).toEqual([
      { key: 'office', value: { lockAfterMinutes: 3 } },
    ])
    await updated.close()
    expect(await place.rows('SELECT id, name, said FROM parent ORDER BY id')).toEqual([
      { id: 1, name: 'one', said: null },
      { id: 2, name: 'two', said: null },
    ])
  })

  it('that a newer program made is refused, and left as it was', async () => {
    await openAndClose([...known, family])
    const before = await place.state()
    await expect(place.open()).rejects.toMatchObject({ name: 'StoreError', problem: 'newerDatabase' })
    expect(await place.state()).toEqual(before)
    await openAndClose([...known, family])
  })

  it('that has other migrations than the program knows is refused', async () => {
    await openAndClose([...known, family, column])
    const before = await place.state()
    const others = [...known, { name: '9000_another', statements: [] }, family, column]
    await expect(place.open(others)).rejects.toMatchObject({ problem: 'newerDatabase' })
    expect(await place.state()).toEqual(before)
  })

  it('is as it was when an update fails in its middle', async () => {
    await openAndClose([...known, family])
    const failing = place.open([...known, family, column, broken])
    await expect(failing).rejects.toMatchObject({ name: 'StoreError', problem: 'failed' })
    expect(await place.rows('SELECT * FROM parent ORDER BY id')).toEqual([
      { id: 1, name: 'one' },
      { id: 2, name: 'two' },
    ])
    expect(await place.rows('SELECT name FROM migration ORDER BY name')).toEqual(
      [...known, family].map(({ name }) => ({ name })),
    )
    await openAndClose([...known, family, column])
  })

  it('of before tasks had to have one owner keeps them with all that refers to them, each with one', async () => {
    const store = await place.open(
      known.slice(
        0,
        known.findIndex(({ name }) => name.endsWith('task_one_owner')),
      ),
    )
    const { staff, task, taskEvent } = store.tables
    const at = new Date('2026-11-23T08:00:00.123Z')
    const person = {
      ...{ id: 'sari', name: 'Sari', username: 'sari', roles: ['phone'], passwordHash: 'x' },
      ...{ mustChangePassword: false, failedSignIns: 0, createdAt: at, version: 1 },
    }
    const given = (id: string, ownerStaffId: string | null, ownerTeam: 'asoy' | null) => ({
      ...{ id, kind: 'message', state: 'open', subject: 'Å', body: 'ä\nö', ownerStaffId, ownerTeam },
      ...{ dueAt: at, because: [{ why: 'countedDays', day: null, name: null, amount: 1 }] },
      ...{ madeAt: at, madeBy: 'sari', version: 3 },
    })
    await store.write(async (tx) => {
      await tx.db.insert(staff).values(person as never)
      const tasks = [
        given('own', 'sari', null),
        given('team', null, 'asoy'),
        given('both', 'sari', 'asoy'),
        given('none', null, null),
      ]
      await tx.db.insert(task).values(tasks as never)
      for (const { id } of tasks)
        await tx.db
          .insert(taskEvent)
          .values({ id: `of-${id}`, taskId: id, at, staffId: 'sari', what: 'made', detail: {} })
    })
    const before = await store.read((db) =>
      db
        .select()
        .from(task)
        .where(inArray(task.id, ['own', 'team'])),
    )
    await store.close()
    const updated = await place.open()
    const now = await updated.read((db) => db.select().from(task).orderBy(task.id))
    expect(now.filter(({ id }) => id === 'own' || id === 'team')).toEqual(
      before.toSorted((a, b) => a.id.localeCompare(b.id)),
    )
    expect(now.map(({ id, ownerStaffId, ownerTeam }) => [id, ownerStaffId, ownerTeam])).toEqual([
      ['both', 'sari', null],
      ['none', null, 'lead'],
      ['own', 'sari', null],
      ['team', null, 'asoy'],
    ])
    expect(await updated.read((db) => db.select().from(taskEvent))).toHaveLength(4)
    const indexes =
      engine === 'sqlite'
        ? `SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = 'task' AND sql IS NOT NULL ORDER BY 1`
        : `SELECT indexname AS name FROM pg_indexes WHERE tablename = 'task' AND indexname NOT LIKE '%pkey' ORDER BY 1`
    expect(await place.rows(indexes)).toEqual(
      ['task_call', 'task_due', 'task_owner', 'task_resident', 'task_team'].map((name) => ({ name })),
    )
    // From now on the database itself refuses every other.
    for (const [staffId, team] of [
      ['sari', 'asoy'],
      [null, null],
    ] as const) {
      const wrong = updated.write((tx) => tx.db.insert(task).values(given('wrong', staffId, team) as never))
      await expect(wrong).rejects.toMatchObject({ name: 'StoreError' })
      const turned = updated.write((tx) =>
        tx.db.update(task).set({ ownerStaffId: staffId, ownerTeam: team }).where(eq(task.id, 'own')),
      )
      await expect(turned).rejects.toMatchObject({ name: 'StoreError' })
    }
    const orphan = updated.write((tx) =>
      tx.db
        .insert(taskEvent)
        .values({ id: 'x', taskId: 'nothing', at, staffId: 'sari', what: 'made', detail: {} }),
    )
    await expect(orphan).rejects.toMatchObject({ problem: 'foreignKey' })
    await updated.close()
  })

  it('is nothing at all when making it fails', async () => {
    await expect(place.open([...known, broken])).rejects.toMatchObject({ problem: 'failed' })
    await openAndClose()
    expect(await place.rows('SELECT seq FROM audit_head')).toEqual([{ seq: 0 }])
  })
})

describe('an update of the embedded database', () => {
  let folder: Opened<string>
  let place: Place

  beforeEach(async () => {
    folder = await temporaryFolder()
    place = sqlitePlace(folder.value)
    await (await place.open([...sqliteMigrations, family])).close()
  })
  afterEach(() => folder.cleanUp())

  const backup = () => join(folder.value, 'desk.db.before-update')

  it('that rebuilds a table keeps the rows that refer to it', async () => {
    await (await place.open([...sqliteMigrations, family, rebuilt])).close()
    expect(await place.rows('SELECT id, parent_id FROM child ORDER BY id')).toHaveLength(3)
    expect(await place.rows('SELECT said FROM parent')).toHaveLength(2)
    expect(await place.rows('PRAGMA foreign_key_check')).toEqual([])
  })

  it('that would leave rows without what they refer to is rolled back', async () => {
    const orphaning = { name: '9001_orphaning', statements: ['DELETE FROM parent WHERE id = 1'] }
    const opening = place.open([...sqliteMigrations, family, orphaning])
    await expect(opening).rejects.toMatchObject({ problem: 'foreignKey' })
    expect(await place.rows('SELECT id FROM parent')).toHaveLength(2)
    expect(await place.rows('SELECT id FROM child')).toHaveLength(3)
  })

  it('leaves foreign keys watched', async () => {
    const store = await place.open([...sqliteMigrations, family, rebuilt])
    const { deskSignIn } = store.tables
    const at = new Date()
    const orphan = store.write((tx) =>
      tx.db.insert(deskSignIn).values({ id: 'x', deskName: 'd', staffId: 'nobody', at }),
    )
    await expect(orphan).rejects.toMatchObject({ problem: 'foreignKey' })
    await store.close()
  })

  it('is begun with a copy, as encrypted as the database, of how it was', async () => {
    await (await place.open([...sqliteMigrations, family, column])).close()
    expect(readSqlite(backup(), 'SELECT * FROM parent')).toEqual([
      { id: 1, name: 'one' },
      { id: 2, name: 'two' },
    ])
    const bytes = await readFile(backup())
    expect(bytes.includes('SQLite format 3')).toBe(false)
    expect(bytes.includes('CREATE TABLE')).toBe(false)
    const other = new Database(backup(), { readonly: true })
    expect(() => other.prepare('SELECT * FROM parent').all()).toThrow()
    other.close()
  })

  it('replaces the copy of the update before', async () => {
    await (await place.open([...sqliteMigrations, family, column])).close()
    const third = { name: '9002_third', statements: ['ALTER TABLE parent ADD COLUMN more text'] }
    await (await place.open([...sqliteMigrations, family, column, third])).close()
    expect(readSqlite(backup(), 'SELECT said FROM parent')).toHaveLength(2)
  })

  it('makes no copy of a database that is new or up to date', async () => {
    await (await place.open([...sqliteMigrations, family])).close()
    await expect(readFile(backup())).rejects.toMatchObject({ code: 'ENOENT' })
  })
})
