import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { postgresMigrations } from '#core/store/migrations'
import type { DeskClient } from '#shared/contract/index'
import { openTestDesk, type TestDesk } from '../support/desk'
import { asOwner, emptyPostgres, type Opened, officePostgres } from '../support/engines'
import { nameOf } from '../support/outcomes'
import { openOther, openServerOf, typedFrom } from './servers'

async function runIn(connectionString: string, statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

const all = ['reach', 'signIn', 'version', 'writable', 'extension', 'schema', 'rights'] as const
const until = (check: (typeof all)[number]) => all.slice(0, all.indexOf(check))
const last = postgresMigrations.at(-1)!.name

describe('trying out an office’s database', () => {
  let opened: Opened<TestDesk>
  let page: DeskClient
  let office: Opened<string>

  beforeAll(async () => {
    opened = await openTestDesk('sqlite')
    page = opened.value.page()
    office = await officePostgres()
  })
  afterAll(async () => {
    expect(opened.value.reported).toEqual([])
    await opened.cleanUp()
    await office.cleanUp()
  })
  const test = (url: string | URL) => page.database.test(typedFrom(String(url)))

  it('says that everything is right, and changes nothing', async () => {
    const result = await test(office.value)
    expect(result).toMatchObject({ passed: all, failed: null, mayDoTooMuch: false })
    expect(result.serverVersion).toMatch(/^\d+\.\d+/)
    expect(Math.abs(result.clockAheadMs!)).toBeLessThan(5_000)
    expect(await page.database.read()).toEqual({
      choice: { kind: 'embedded' },
      passwordKept: false,
      mayChoose: true,
    })
    expect(await page.system.status()).toMatchObject({ database: { kind: 'embedded', state: 'ready' } })
  })

  it('warns of a user who could change what was recorded', async () => {
    const { value, cleanUp } = await officePostgres()
    expect(await test(asOwner(value))).toMatchObject({ failed: null, mayDoTooMuch: true })
    await runIn(asOwner(value), ['GRANT DELETE ON audit TO heka_desk'])
    expect(await test(value)).toMatchObject({ failed: null, mayDoTooMuch: true })
    await cleanUp()
  })

  it.each([
    ['no server at the address', (url: URL): string => (url.port = '1'), 'reach', 'unreachable'],
    ['no such host', (url: URL): string => (url.hostname = 'nowhere.invalid'), 'reach', 'unreachable'],
    [
      'a server without TLS elsewhere',
      (url: URL): string => (url.hostname = '0.0.0.0'),
      'reach',
      'untrustedServer',
    ],
    ['a wrong password', (url: URL): string => (url.password = 'wrong'), 'signIn', 'wrongPassword'],
    ['no such user', (url: URL): string => (url.username = 'nobody'), 'signIn', 'wrongPassword'],
    ['no such database', (url: URL): string => (url.pathname = '/nowhere'), 'signIn', 'noDatabase'],
  ] as const)('names %s', async (_what, change, check, problem) => {
    const url = new URL(office.value)
    change(url)
    const told = { passed: until(check), failed: { check, problem }, serverVersion: null }
    expect(await test(url)).toMatchObject(told)
  })

  it.each([
    ['nothing in it', [], 'emptyDatabase'],
    ['tables of another program', ['CREATE TABLE customer (id int)'], 'notOurs'],
  ])('names a database with %s', async (_what, statements, problem) => {
    const { value, cleanUp } = await emptyPostgres()
    await runIn(value, statements)
    expect(await test(value)).toMatchObject({
      passed: until('schema'),
      failed: { check: 'schema', problem },
    })
    await cleanUp()
  })

  it.each([
    ['a missing table', ['DROP TABLE draft'], 'schema', 'halfSchema'],
    ['an older schema', [`DELETE FROM migration WHERE name = '${last}'`], 'schema', 'olderDatabase'],
    ['a newer schema', [`INSERT INTO migration VALUES ('9999_of_tomorrow')`], 'schema', 'newerDatabase'],
    ['a missing right', ['REVOKE INSERT ON visit FROM heka_desk'], 'rights', 'missingRight'],
    ['a missing extension', ['DROP EXTENSION plpgsql CASCADE'], 'extension', 'missingExtension'],
    [
      'a server that only reads',
      ['ALTER DATABASE :name SET default_transaction_read_only = on'],
      'writable',
      'recovering',
    ],
    ['no right to connect', ['REVOKE CONNECT ON DATABASE :name FROM PUBLIC'], 'signIn', 'missingRight'],
    ['too many desks', ['ALTER DATABASE :name CONNECTION LIMIT 0'], 'reach', 'tooManyDesks'],
  ] as const)('names %s', async (_what, statements, check, problem) => {
    const { value, cleanUp } = await officePostgres()
    const name = new URL(value).pathname.slice(1)
    await runIn(
      asOwner(value),
      statements.map((statement) => statement.replace(':name', name)),
    )
    expect(await test(value)).toMatchObject({ passed: until(check), failed: { check, problem } })
    await cleanUp()
  })

  it('names a server that is too old', async () => {
    const { value, cleanUp } = await openServerOf('14.12', 140_012)
    expect(await test(`postgresql://heka_desk:x@127.0.0.1:${value.port}/heka_desk`)).toMatchObject({
      passed: ['reach', 'signIn'],
      failed: { check: 'version', problem: 'oldServer' },
      serverVersion: '14.12',
    })
    await cleanUp()
  })

  it.each([['HTTP/1.1 400 Bad Request\r\n\r\n'], ['220 mail.example.com ESMTP\r\n'], ['']])(
    'names something else at the port, which says %j',
    async (words) => {
      const { value, cleanUp } = await openOther(words)
      const failed = { check: 'reach', problem: 'unreachable' }
      const url = `postgresql://heka_desk:x@127.0.0.1:${value.port}/heka_desk`
      expect(await test(url)).toMatchObject({ passed: [], failed })
      await cleanUp()
    },
  )

  it('names an address that is none', async () => {
    const { address, password } = typedFrom('postgresql://heka_desk:x@127.0.0.1:5432/heka_desk')
    const failed = { check: 'reach', problem: 'unreachable' }
    for (const host of ['/nowhere', 'x'.repeat(253), 'with space', 'ä.invalid', '256.1.1.1', '[::1']) {
      expect(await page.database.test({ address: { ...address, host }, password }), host).toMatchObject({
        failed,
      })
    }
  })

  it('asks for a password and for a certificate that is one', async () => {
    const { address, password } = typedFrom('postgresql://heka_desk:x@127.0.0.1:1/heka_desk')
    expect(await nameOf(page.database.test({ address, password: null }))).toBe('passwordNeeded')
    expect(await nameOf(page.database.test({ address, password: '' }))).toBe('BAD_REQUEST')
    const empty = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'
    for (const authority of ['ei varmenne', empty, '-----BEGIN CERTIFICATE-----'])
      expect(await nameOf(page.database.test({ address: { ...address, authority }, password }))).toBe(
        'authorityInvalid',
      )
  })
})
