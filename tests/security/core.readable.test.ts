import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sqliteMigrations } from '#core/store/migrations'
import { openSqlite } from '#core/store/sqlite'
import type { DeskClient } from '#shared/contract/index'
import { openTestDesk, type TestDesk } from '../support/desk'
import { type Opened, onBothEngines } from '../support/engines'
import { passportLines } from '../support/mrz'
import { inDatabase } from '../support/raw'
import { importRegister, smallRegister } from '../support/register'

const note = 'Soitti Liisa Salaisen puolesta'
const number = 'XK7654321'

/** Does with a resident what the counter does, so that all of it is written somewhere. */
async function serve(page: DeskClient) {
  const { id, birthDate } = (await page.residents.search({ text: 'virtanen meija' })).hits[0]!
  const { version } = await page.residents.read({ id })
  const { code } = await page.residents.revealCode({ id, reason: note })
  await page.residents.correctContacts({ id, version, phone: '050 765 4321', iban: 'FI2112345600000785' })
  await page.residents.addNote({ id, text: note })
  const lines = passportLines({
    issuingCountry: 'FIN',
    lastName: 'Virtanen',
    firstNames: 'Meija Katariina',
    birthDate: birthDate!,
    expiresOn: '2030-06-15',
    optional: code.replace('-', '<'),
    number,
  })
  await page.identity.record({
    residentId: id,
    purpose: 'portal',
    document: { source: 'mrz', text: lines.join('\n') },
    outcome: 'accepted',
    confirmed: ['photoMatches'],
    clerkRefuses: null,
  })
  return { lines, code }
}

describe('the files of the embedded database', () => {
  let opened: Opened<TestDesk>
  let desk: TestDesk
  let secrets: readonly string[]

  beforeAll(async () => {
    opened = await openTestDesk('sqlite')
    desk = opened.value
    const page = await desk.administrator()
    await importRegister(page, smallRegister(40))
    const { lines } = await serve(page)
    const people = await inDatabase(desk, (raw) =>
      raw.rows<Record<string, string | null>>(
        'SELECT first_names, last_name, identity_code, phone, email, iban FROM resident',
      ),
    )
    const held = people
      .slice(0, 20)
      .flatMap((row) => Object.values(row))
      .filter((value) => value !== null)
    // A name of three letters may come about in random bytes.
    secrets = [...held, ...lines, note, 'Aino Pääkäyttäjä', 'Mäkelänkatu', 'scrypt$'].filter(
      (text) => text.length > 5,
    )
  })
  afterAll(() => opened.cleanUp())

  /** The files that hold one of the secrets as readable text, in any usual encoding. */
  async function readable(): Promise<string[]> {
    const spellings = new Set(
      secrets.flatMap((secret) => [secret, Buffer.from(secret).toString('latin1'), secret.toLowerCase()]),
    )
    const found: string[] = []
    for (const name of await readdir(desk.dataDir)) {
      const bytes = await readFile(join(desk.dataDir, name))
      for (const encoding of ['latin1', 'utf8', 'utf16le'] as const) {
        const text = bytes.toString(encoding)
        for (const spelling of spellings) if (text.includes(spelling)) found.push(`${name}: ${spelling}`)
      }
    }
    return found
  }
  const files = async () => (await readdir(desk.dataDir)).sort()

  it('are not readable while the desk is open', async () => {
    expect(secrets.length).toBeGreaterThan(60)
    expect(await files()).toEqual(expect.arrayContaining(['desk.db', 'desk.db-wal']))
    expect((await readFile(join(desk.dataDir, 'desk.db-wal'))).length).toBeGreaterThan(100_000)
    expect(await readable()).toEqual([])
  })

  it('are not readable when it is closed, nor after an update with its copy', async () => {
    await (await desk.reopen()).value.desk.close()
    expect(await files()).toEqual(['desk.db', 'desk.lock'])
    expect(await readable()).toEqual([])
    const migrations = [
      ...sqliteMigrations,
      { name: '9000_next', statements: ['CREATE TABLE next (id text)'] },
    ]
    await (await openSqlite({ file: join(desk.dataDir, 'desk.db'), key: desk.key, migrations })).close()
    expect(await files()).toEqual(['desk.db', 'desk.db.before-update', 'desk.lock'])
    expect(await readable()).toEqual([])
  })
})

onBothEngines('a check of identity', (engine) => {
  it('is kept in exactly the columns that may be kept, and nowhere with a number or a line of the document', async () => {
    const { value: desk, cleanUp } = await openTestDesk(engine)
    const page = await desk.administrator()
    await importRegister(page, smallRegister(30))
    const { lines } = await serve(page)
    await inDatabase(desk, async (raw) => {
      const [check] = await raw.rows<object>('SELECT * FROM identity_check')
      expect(Object.keys(check!).sort()).toEqual([
        'checked_at',
        'checked_by',
        'document_kind',
        'id',
        'issuing_country',
        'outcome',
        'purpose',
        'refusals',
        'resident_id',
        'valid_on_day',
      ])
      const tables = {
        sqlite: `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search%'`,
        postgres: `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
      }
      let all = ''
      for (const { name } of await raw.rows<{ name: string }>(tables[engine])) {
        all += JSON.stringify(await raw.rows(`SELECT * FROM "${name}"`))
      }
      expect(all).toContain('passport')
      for (const trace of [number, ...lines, '2030-06-15', '300615'])
        expect(all.includes(trace), trace).toBe(false)
    })
    await cleanUp()
  })
})
