import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { postgresMigrations } from '#core/store/migrations'
import { temporaryFolder } from '../support/engines'
import { contents, deskPassword, newOffice, type Office, run } from './administrator'

let office: Office
beforeEach(() => {
  office = newOffice()
})
afterEach(() => office.cleanUp())

const create = (...more: string[]) => run(['create', ...office.desks, ...more])
const check = (...more: string[]) => run(['check', ...office.desks, ...more])

/** What a statement answers as the desks' user: the error's code, or null. */
async function asDesk(statements: readonly string[]): Promise<(string | null)[]> {
  const client = new Client({ connectionString: office.desk })
  await client.connect()
  const answers: (string | null)[] = []
  for (const statement of statements)
    answers.push(
      await client.query(statement).then(
        () => null,
        ({ code }) => code,
      ),
    )
  await client.end()
  return answers
}

describe('create', () => {
  it('makes the database, the desks’ user, the schema and the rights, and desks can work with it', async () => {
    const made = await create()
    expect(made).toMatchObject({ code: 0, complained: '' })
    expect(made.said).toContain(`The database ${office.database} was made.`)
    expect(made.said).toContain(postgresMigrations.at(-1)!.name)
    expect(made.said).not.toContain(deskPassword)
    const checked = await check()
    expect(checked.code).toBe(0)
    expect(checked.said.match(/^ {2}right/gm)).toHaveLength(7)
    expect(checked.said).not.toContain('WARNING')
    const [database] = await office.query<{ collation: string }>(
      'SELECT datcollate AS collation FROM pg_database WHERE datname = current_database()',
    )
    expect(database).toEqual({ collation: 'C' })
  })

  it('again says what was there and changes nothing', async () => {
    await create()
    const before = await contents(office)
    const again = await create()
    expect(again.code).toBe(0)
    expect(again.said).toContain('was there already')
    expect(again.said).toContain('its password was left as it was')
    expect(again.said).toContain('The schema was up to date already.')
    expect(await contents(office)).toBe(before)
    expect((await check()).code).toBe(0)
  })

  it('gives back a right that was taken, also a whole table’s', async () => {
    await create()
    await office.query(
      `REVOKE ALL ON visit, staff FROM ${office.user}; GRANT UPDATE ON audit TO ${office.user}`,
    )
    expect((await check()).complained).toContain('lacks a right')
    expect((await create()).code).toBe(0)
    const checked = await check()
    expect(checked.code).toBe(0)
    expect(checked.said).not.toContain('WARNING')
  })

  it('by two administrators at once makes everything once', async () => {
    const made = await Promise.all([create(), create(), create()])
    expect(made.map(({ code, complained }) => [code, complained])).toEqual(Array(3).fill([0, '']))
    const said = made.map((each) => each.said).join('\n')
    expect(said.match(/database \S+ was made/g)).toHaveLength(1)
    expect(said.match(/user \S+ was made/g)).toHaveLength(1)
    expect(said.match(/schema was brought up to date/g)).toHaveLength(1)
    expect((await check()).code).toBe(0)
  })

  it('draws a password when none is given, and shows it once', async () => {
    const made = await run(['create', ...office.desks], { env: { PGPASSWORD: 'postgres' } })
    const [, drawn = ''] = /shown only now:\n {2}(\S{24})$/m.exec(made.said) ?? []
    const env = { HEKA_DESK_PASSWORD: drawn }
    expect((await run(['check', ...office.desks], { env })).code).toBe(0)
    const again = await run(['create', ...office.desks], { env: { PGPASSWORD: 'postgres' } })
    expect(again.said).not.toContain('shown only now')
    expect((await run(['check', ...office.desks], { env })).code).toBe(0)
  })

  it('changes the password only when that is asked for', async () => {
    await create()
    const env = { PGPASSWORD: 'postgres', HEKA_DESK_PASSWORD: 'toinen-salasana-1' }
    await run(['create', ...office.desks], { env })
    expect((await check()).code).toBe(0)
    await run(['create', ...office.desks, '--new-password'], { env })
    expect((await check()).complained).toContain('wrong password')
    expect((await run(['check', ...office.desks], { env })).code).toBe(0)
  })

  it('tells the server no password, only what it checks passwords by', async () => {
    await create()
    const kept = await office.query<{ kept: string }>(
      `SELECT rolpassword AS kept FROM pg_authid WHERE rolname = '${office.user}'`,
    )
    expect(kept[0]?.kept).toMatch(/^SCRAM-SHA-256\$4096:/)
  })

  it.each([
    ['another program’s tables', 'CREATE TABLE customer (id int)'],
    ['another program’s migrations', 'CREATE TABLE migration (id int, done bool)'],
  ])('refuses a database that holds %s, and makes no user for it', async (_what, statement) => {
    await create()
    await office.query('DROP SCHEMA public CASCADE')
    await office.query(`CREATE SCHEMA public; DROP OWNED BY ${office.user}; DROP ROLE ${office.user}`)
    await office.query(statement)
    const before = await contents(office)
    const refused = await create()
    expect(refused).toMatchObject({ said: '', complained: expect.stringContaining('another program’s') })
    expect(refused.code).toBeGreaterThanOrEqual(40)
    expect(await contents(office)).toBe(before)
    expect(await office.query(`SELECT FROM pg_roles WHERE rolname = '${office.user}'`)).toEqual([])
  })

  it.each([
    ['the server’s own database', ['--database', 'postgres'], 'the server’s own'],
    ['its own user for the desks', ['--user', 'postgres'], 'may do more than a desk needs'],
    ['another encoding', [], 'encoding is SQL_ASCII'],
    ['an administrator without the right', ['--admin', 'heka_desk'], 'may not do this'],
  ])('refuses %s', async (what, more, words) => {
    if (what === 'another encoding') {
      const server = newOffice()
      const { database } = office
      const url = new URL(server.owner)
      url.pathname = '/postgres'
      const client = new Client({ connectionString: url.href })
      await client.connect()
      await client.query(`CREATE DATABASE ${database} TEMPLATE template0 ENCODING 'SQL_ASCII'`)
      await client.end()
    }
    const env = { PGPASSWORD: more.includes('heka_desk') ? 'heka_desk' : 'postgres' }
    const refused = await run(['create', ...office.desks, ...more], { env })
    expect(refused).toMatchObject({ said: '', complained: expect.stringContaining(words) })
  })
})

describe('the desks’ user', () => {
  it('can neither drop, alter, make nor empty anything, nor change what was recorded', async () => {
    await create()
    const refused = [
      'DROP TABLE visit',
      'DROP SCHEMA public CASCADE',
      'ALTER TABLE visit ADD COLUMN more text',
      'ALTER TABLE audit DISABLE TRIGGER audit_no_change',
      'ALTER TABLE audit_head DISABLE TRIGGER ALL',
      'CREATE TABLE more (id int)',
      'CREATE TEMPORARY TABLE more (id int)',
      'CREATE INDEX more ON visit (note)',
      'CREATE SCHEMA more',
      'CREATE FUNCTION more() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$',
      'CREATE ROLE more',
      'CREATE DATABASE more',
      'TRUNCATE audit',
      'TRUNCATE visit CASCADE',
      `UPDATE audit SET reason = 'x'`,
      'DELETE FROM audit',
      'DELETE FROM audit_head',
      'UPDATE key_event SET seq = seq + 1',
      'DELETE FROM key_event',
      'TRUNCATE key_event',
      `INSERT INTO audit_head (id, seq, hash) VALUES (2, 0, '')`,
      `INSERT INTO migration (name) VALUES ('9999_of_tomorrow')`,
      'DELETE FROM migration',
      `SET session_replication_role = 'replica'`,
      `COPY staff TO '/tmp/staff'`,
      'SET ROLE postgres',
      'SELECT rolpassword FROM pg_authid',
    ]
    expect(await asDesk(refused)).toEqual(refused.map(() => '42501'))
  })

  it('that may do too much is warned of', async () => {
    await create()
    const [where, env] = [[...office.where, '--user', 'postgres'], { HEKA_DESK_PASSWORD: 'postgres' }]
    const checked = await run(['check', ...where], { env })
    expect(checked).toMatchObject({ code: 0, said: expect.stringContaining('WARNING: the user postgres') })
  })
})

describe('a password', () => {
  it('comes from a file of its owner alone', async () => {
    await create()
    const folder = await temporaryFolder()
    const file = join(folder.value, 'password')
    await writeFile(file, `${deskPassword}\n`, { mode: 0o600 })
    const from = () => run(['check', ...office.desks, '--password-file', file], { env: {} })
    expect((await from()).code).toBe(0)
    await chmod(file, 0o644)
    expect(await from()).toMatchObject({ complained: expect.stringContaining('can be read by others') })
    await chmod(file, 0o600)
    await writeFile(file, '')
    expect(await from()).toMatchObject({ complained: expect.stringContaining('gives no password') })
    await folder.cleanUp()
  })

  it('is asked for at the terminal, and is missed where nobody is', async () => {
    await create()
    const asked: string[] = []
    const ask = async (question: string) => {
      asked.push(question)
      return deskPassword
    }
    expect((await run(['check', ...office.desks], { env: {}, ask })).code).toBe(0)
    expect(asked).toEqual([`Password of ${office.user}: `])
    const missed = await run(['check', ...office.desks], { env: {} })
    expect(missed.complained).toContain('HEKA_DESK_PASSWORD')
  })

  it('that is short is not given to the desks', async () => {
    const env = { PGPASSWORD: 'postgres', HEKA_DESK_PASSWORD: 'short' }
    const refused = await run(['create', ...office.desks], { env })
    expect(refused).toMatchObject({ said: '', complained: expect.stringContaining('12 to 200') })
  })

  it('is never taken from the command line', async () => {
    const refused = await run(['check', ...office.desks, '--password', deskPassword])
    expect(refused.code).toBe(2)
  })
})

describe('what the command says', () => {
  it('is in the language of the environment', async () => {
    await create()
    await office.query(
      `DROP SCHEMA public CASCADE; CREATE SCHEMA public; GRANT USAGE ON SCHEMA public TO PUBLIC`,
    )
    const inLanguage = async (LANG: string) =>
      (await run(['check', ...office.desks], { env: { LANG, HEKA_DESK_PASSWORD: deskPassword } })).complained
    expect(await inLanguage('fi_FI.UTF-8')).toContain('Tietokanta on tyhjä')
    expect(await inLanguage('sv_FI.UTF-8')).toContain('Databasen är tom')
    expect(await inLanguage('de_DE.UTF-8')).toContain('The database is empty')
  })

  it('names what is wrong', async () => {
    await create()
    expect((await check('--port', '1')).complained).toContain('No server answers')
    expect((await check('--database', 'nowhere')).complained).toContain('no database of this name')
    expect((await check('--user', 'nobody')).complained).toContain('wrong password')
    expect((await check('--authority', import.meta.filename)).complained).toContain('certificate (PEM)')
  })
})
