import { existsSync } from 'node:fs'
import { copyFile, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readChoice } from '#core/database/choice'
import { postgresMigrations } from '#core/store/migrations'
import { readKeyFile } from '../../electron/host/keyFile'
import { openTestDesk, password } from '../support/desk'
import { type Opened, temporaryFolder } from '../support/engines'
import { startProcess } from '../support/otherProcess'
import { inDatabase, sqlite } from '../support/raw'
import { contents, deskPassword, newOffice, type Office, run } from './administrator'
import { type FilledDesk, filledDesk } from './filledDesk'

let filled: Opened<FilledDesk>
let office: Office
let folder: Opened<string>
beforeAll(async () => {
  filled = await filledDesk()
})
afterAll(() => filled.cleanUp())
beforeEach(async () => {
  office = newOffice()
  folder = await temporaryFolder()
  await run(['create', ...office.desks])
})
afterEach(async () => {
  await office.cleanUp()
  await folder.cleanUp()
})

const copyIn = (data = filled.value.dataDir) => run(['copy-in', ...office.where, '--data', data])
const newFolder = () => join(folder.value, 'new')
const copyOut = (data = newFolder()) => run(['copy-out', ...office.desks, '--data', data])

/** A copy of the filled desk's folder, to change. */
async function otherDesk(change: string): Promise<string> {
  const dataDir = newFolder()
  await mkdir(dataDir, { mode: 0o700 })
  for (const name of ['desk.db', 'desk.key'])
    await copyFile(join(filled.value.dataDir, name), join(dataDir, name))
  const raw = sqlite(join(dataDir, 'desk.db'), filled.value.key)
  await raw.run(change)
  await raw.close()
  return dataDir
}

/** The lines of the printed table. */
const sums = (said: string): string[] =>
  said.split('\n').filter((line) => /^\w+ +\d+ +\d+ {2}[0-9a-f]{64}$/.test(line))

/** What a desk finds, and whether its chain is intact, by the people who could sign in before. */
async function seen(place: { dataDir: string; key: Buffer } | { postgresUrl: string }) {
  const engine = 'postgresUrl' in place ? 'postgres' : 'sqlite'
  const { value: desk, cleanUp } = await openTestDesk(engine, place)
  const page = desk.page()
  await page.staff.signIn({ username: 'aino', password })
  const found: string[][] = []
  for (const text of ['vir', 'm', 'katu', '00', 'a 1']) {
    const { hits } = await page.residents.search({ text })
    found.push(hits.map(({ id }) => id))
  }
  const verified = await page.audit.verify()
  await cleanUp()
  return { found, intact: verified.intact }
}

describe('a database', () => {
  it('carried into the office’s and back is the same, and works', async () => {
    const before = await readFile(filled.value.file)
    const there = await copyIn()
    expect(there).toMatchObject({ code: 0, complained: '' })
    expect(sums(there.said)).toHaveLength(48)
    expect(there.said).toMatch(/^resident +(?!0 )(\d+) +\1 /m)
    expect((await readFile(filled.value.file)).equals(before)).toBe(true)

    const back = await copyOut()
    expect(back).toMatchObject({ code: 0, complained: '' })
    expect(sums(back.said)).toEqual(sums(there.said))
    expect((await readdir(newFolder())).sort()).toEqual(['desk.db', 'desk.key', 'desk.lock'])
    const { mode } = await stat(join(newFolder(), 'desk.key'))
    expect(mode & 0o077).toBe(0)

    const key = await readKeyFile(newFolder())
    const here = await seen({ dataDir: newFolder(), key: key! })
    expect(here.intact).toBe(true)
    expect(here.found.flat().length).toBeGreaterThan(20)
    expect(await seen({ postgresUrl: office.desk })).toEqual(here)
  })

  it('keeps its guards', async () => {
    await copyIn()
    await copyOut()
    const key = await readKeyFile(newFolder())
    const raw = sqlite(join(newFolder(), 'desk.db'), key!)
    for (const statement of [
      `UPDATE audit SET reason = 'x'`,
      'DELETE FROM audit',
      'UPDATE audit_head SET seq = seq + 2',
      'UPDATE key_event SET seq = seq + 100',
      'DELETE FROM key_event',
    ]) {
      await expect(raw.run(statement)).rejects.toThrow(/append-only|only moves forward/)
      await expect(office.query(statement)).rejects.toThrow(/append-only|only moves forward/)
    }
    await raw.close()
  })

  it('is found other than it was when one value of one row is', async () => {
    const first = sums((await copyIn()).said)
    await office.query('ALTER TABLE visit_event DISABLE TRIGGER ALL')
    await office.query(`UPDATE visit_event SET detail = '"6"' WHERE detail = '"5"'`)
    const changed = sums((await copyOut()).said)
    const tables = first.filter((line, at) => line !== changed[at]).map((line) => line.split(' ')[0])
    expect(tables).toEqual(['visit_event'])
  })
})

describe('carrying into the office’s database', () => {
  /** Runs a copy that must fail, and looks that nothing came of it. */
  async function fails(data?: string) {
    const before = await contents(office)
    const failed = await copyIn(data)
    expect(failed.said).toBe('')
    expect(await contents(office)).toBe(before)
    return failed.complained
  }
  const onInsert = (table: string, body: string) =>
    office.query(`CREATE FUNCTION planted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${body}; RETURN NEW; END $$;
      CREATE TRIGGER planted BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION planted()`)

  it('is refused when something is there already', async () => {
    const desk = await openTestDesk('postgres', { postgresUrl: office.desk })
    await desk.value.administrator()
    await desk.cleanUp()
    expect(await fails()).toContain('already holds something (table staff)')
  })

  it('is refused by a database of another program, an older and a newer schema', async () => {
    const [last] = postgresMigrations.slice(-1)
    await office.query(`DELETE FROM migration WHERE name = '${last!.name}'`)
    expect(await fails()).toContain('older than this program')
    await office.query(`INSERT INTO migration VALUES ('${last!.name}'), ('9999_of_tomorrow')`)
    expect(await fails()).toContain('newer than this program')
    await office.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public; CREATE TABLE customer (id int)')
    expect(await fails()).toContain('another program’s')
  })

  it('is refused while the desk is open, from a folder without a database, and by who may not', async () => {
    const { dataDir, key } = filled.value
    const desk = await openTestDesk('sqlite', { dataDir, key })
    expect(await fails()).toContain('already open')
    await desk.cleanUp()
    expect(await fails(folder.value)).toContain('holds no database')
    expect(await fails(newFolder())).toContain('holds no database')
    expect(existsSync(newFolder())).toBe(false)
    const env = { PGPASSWORD: deskPassword }
    const refused = await run(['copy-in', ...office.where, '--admin', office.user, '--data', dataDir], {
      env,
    })
    expect(refused.complained).toContain('may not do this')
  })

  it('is refused when the key is the desktop program’s', async () => {
    const data = await otherDesk('SELECT 1')
    await rm(join(data, 'desk.key'))
    await writeFile(join(data, 'desk.key.wrapped'), 'x')
    expect(await fails(data)).toContain('kept by the desktop program')
  })

  it('is refused when the audit chain is not intact', async () => {
    const data = await otherDesk(`DROP TRIGGER audit_no_update; UPDATE audit SET reason = 'x' WHERE seq = 2`)
    expect(await fails(data)).toContain('not intact: record 2')
  })

  it('leaves nothing when a row of the last table cannot be taken', async () => {
    const data = await otherDesk(`UPDATE outbox_message SET body = 'a' || char(0) || 'b' WHERE id LIKE '%3'`)
    expect(await fails(data)).toContain('does not take all rows of the table outbox_message')
  })

  it.each([
    [
      'a value arrives as another',
      'resident',
      `NEW.last_name := NEW.last_name || ' '`,
      'resident did not arrive',
    ],
    [
      'a row does not arrive',
      'draft',
      'IF NEW.key IS NOT NULL THEN RETURN NULL; END IF',
      'draft did not arrive',
    ],
    [
      'the server’s disk is full',
      'lease',
      `RAISE EXCEPTION 'x' USING ERRCODE = '53100'`,
      'database server is full',
    ],
    [
      'the connection is cut',
      'occupancy',
      'PERFORM pg_terminate_backend(pg_backend_pid())',
      'No server answers',
    ],
  ])('leaves nothing when %s', async (_what, table, body, words) => {
    await onInsert(table, body)
    expect(await fails()).toContain(words)
  })

  it('leaves nothing when it is killed', async () => {
    const before = await contents(office)
    const other = startProcess('databaseCommand', {
      argv: ['copy-in', ...office.where, '--data', filled.value.dataDir],
      env: { PGPASSWORD: 'postgres' },
      stopAt: 'outbox_message',
    })
    expect(await other.next()).toEqual({ stoppedAt: 'outbox_message' })
    await other.kill()
    expect(await contents(office)).toBe(before)
    expect((await copyIn()).code).toBe(0)
  })
})

describe('carrying out of the office’s database', () => {
  beforeEach(async () => {
    await copyIn()
  })

  it('never writes over a database', async () => {
    const before = await readFile(filled.value.file)
    const refused = await copyOut(filled.value.dataDir)
    expect(refused).toMatchObject({ said: '', complained: expect.stringContaining('never written over') })
    expect((await readFile(filled.value.file)).equals(before)).toBe(true)
  })

  it('into one folder twice at once does it once', async () => {
    const both = await Promise.all([copyOut(), copyOut()])
    expect(both.filter(({ code }) => code === 0)).toHaveLength(1)
    const refused = both.find(({ code }) => code !== 0)
    expect(refused?.complained).toMatch(/already open|never written over/)
    expect((await readdir(newFolder())).sort()).toEqual(['desk.db', 'desk.key', 'desk.lock'])
    const key = (await readKeyFile(newFolder()))!
    expect(await seen({ dataDir: newFolder(), key })).toMatchObject({ intact: true })
  })

  it('makes no database beside a key of the desktop program', async () => {
    await writeFile(join(folder.value, 'desk.key.wrapped'), 'x')
    expect((await copyOut(folder.value)).complained).toContain('kept by the desktop program')
    expect(await readdir(folder.value)).toEqual(['desk.key.wrapped'])
  })

  it('leaves no folder when the password is wrong or the chain is not intact', async () => {
    const env = { HEKA_DESK_PASSWORD: 'wrong' }
    expect((await run(['copy-out', ...office.desks, '--data', newFolder()], { env })).code).not.toBe(0)
    await office.query('ALTER TABLE audit DISABLE TRIGGER ALL; DELETE FROM audit WHERE seq = 2')
    expect((await copyOut()).complained).toContain('not intact: record 2')
    expect(existsSync(newFolder())).toBe(false)
  })

  // A file size limit makes the same writes fail as a full disk does. Windows has none.
  it.skipIf(process.platform === 'win32')('leaves no folder when the disk is full', async () => {
    const { size } = await stat(filled.value.file)
    const argv = ['copy-out', ...office.desks, '--data', newFolder()]
    const env = { HEKA_DESK_PASSWORD: deskPassword }
    const other = startProcess('databaseCommand', { argv, env, stopAt: null }, size / 2)
    expect(await other.next()).toMatchObject({ code: 7, complained: expect.stringContaining('is full') })
    await other.kill()
    expect(existsSync(newFolder())).toBe(false)
  })

  it('goes on after one that was killed', async () => {
    const argv = ['copy-out', ...office.desks, '--data', newFolder()]
    const env = { HEKA_DESK_PASSWORD: deskPassword }
    const other = startProcess('databaseCommand', { argv, env, stopAt: 'outbox_message' })
    expect(await other.next()).toEqual({ stoppedAt: 'outbox_message' })
    await other.kill()
    expect(await readdir(newFolder())).not.toContain('desk.db')
    expect((await copyOut()).code).toBe(0)
    expect((await readdir(newFolder())).sort()).toEqual(['desk.db', 'desk.key', 'desk.lock'])
  })

  it('takes the database as it is at one moment', async () => {
    const { user } = office
    let changed: Promise<unknown> | null = null
    const line = (text: string) => {
      changed ??= text.includes('staff') ? office.query(`UPDATE staff SET name = 'Uusi'`) : null
    }
    const out = await run(['copy-out', ...office.where, '--user', user, '--data', newFolder()], { line })
    expect(out.code).toBe(0)
    expect(changed).not.toBeNull()
    await changed
    const key = (await readKeyFile(newFolder()))!
    const names = await inDatabase({ dataDir: newFolder(), key, postgresUrl: null }, (raw) =>
      raw.rows<{ name: string }>('SELECT name FROM staff'),
    )
    expect(names).toEqual([{ name: 'Aino Pääkäyttäjä' }])
  })
})

describe('use', () => {
  const use = (env: Record<string, string>, ...more: string[]) =>
    run(['use', ...office.desks, '--data', newFolder(), ...more], { env })

  it('makes a folder work with the office’s database, and with its own again', async () => {
    expect((await use({ HEKA_DESK_PASSWORD: deskPassword })).code).toBe(0)
    const key = (await readKeyFile(newFolder()))!
    const kept = await readChoice(newFolder(), key)
    expect(kept).toMatchObject({
      choice: { kind: 'postgres', address: { database: office.database, user: office.user } },
      password: deskPassword,
    })
    expect(await readFile(join(newFolder(), 'database.json'), 'utf8')).not.toContain(deskPassword)
    expect((await use({}, '--embedded')).code).toBe(0)
    expect(await readChoice(newFolder(), key)).toMatchObject({ choice: { kind: 'embedded' } })
  })

  it('changes nothing when desks cannot work with it', async () => {
    const refused = await use({ HEKA_DESK_PASSWORD: 'wrong' })
    expect(refused.complained).toContain('wrong password')
    expect(existsSync(newFolder())).toBe(false)
  })
})
