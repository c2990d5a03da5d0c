import { execFile } from 'node:child_process'
import { chmod, copyFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DeskClient } from '#shared/contract/index'
import { openTestDesk, type TestDesk } from '../support/desk'
import { type Opened, temporaryFolder } from '../support/engines'
import { nameOf } from '../support/outcomes'
import { openServer, type TestServer } from '../support/server'
import { deskRole, makeTemplate, template } from '../support/template'

const run = promisify(execFile)
// This computer by names that are not known as such: what is not plainly loopback is spoken to with TLS.
const named = '0.0.0.0'
const otherwise = '127.1'

let folder: Opened<string>
let server: TestServer
let opened: Opened<TestDesk>
let page: DeskClient

const openssl = (...options: readonly string[]) => run('openssl', options, { cwd: folder.value })
const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'] as const

/** An authority, by the name of its files. */
const makeAuthority = (name: string) =>
  openssl('req', '-x509', ...key, '-keyout', `${name}.key`, '-out', `${name}.pem`, '-subj', `/CN=${name}`)

/** A server's certificate for an address, of an authority. */
async function makeCertificate(name: string, address: string, authority: string) {
  await openssl('req', ...key, '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', `/CN=${name}`)
  await writeFile(join(folder.value, `${name}.ext`), `subjectAltName=${address}\n`)
  const of = ['-CA', `${authority}.pem`, '-CAkey', `${authority}.key`, '-CAcreateserial', '-days', '2']
  await openssl('x509', '-req', '-in', `${name}.csr`, ...of, '-extfile', `${name}.ext`, '-out', `${name}.pem`)
}

beforeAll(async () => {
  folder = await temporaryFolder()
  await chmod(folder.value, 0o755)
  await makeAuthority('office')
  await makeAuthority('stranger')
  await makeCertificate('server', `IP:${named}`, 'office')
  const own = (file: string) => join(folder.value, file)
  await copyFile(own('server.key'), own('postgres.key'))
  await chmod(own('postgres.key'), 0o600)
  // Another user runs the server, when the tests run as root.
  if (process.getuid?.() === 0) await run('chown', ['postgres', own('postgres.key')])
  const files = [`ssl_cert_file=${own('server.pem')}`, `ssl_key_file=${own('postgres.key')}`]
  server = await openServer(['ssl=on', 'fsync=off', ...files].flatMap((flag) => ['-c', flag]))
  await makeTemplate(server.url)
  opened = await openTestDesk('sqlite')
  page = opened.value.page()
})
afterAll(async () => {
  await opened?.cleanUp()
  await server?.stop()
  await folder.cleanUp()
})

async function inputWith(authority: string | null, host = named) {
  const pem = authority === null ? '' : await readFile(join(folder.value, `${authority}.pem`), 'utf8')
  const port = Number(new URL(server.url).port)
  const address = { host, port, database: template, user: deskRole, authority: pem }
  return { address, password: deskRole }
}

it('a server is trusted by the authority that was given, and only at its own address', async () => {
  const untrusted = {
    passed: [],
    failed: { check: 'reach', problem: 'untrustedServer' },
    serverVersion: null,
  }
  expect(await page.database.test(await inputWith(null))).toMatchObject(untrusted)
  expect(await page.database.test(await inputWith('stranger'))).toMatchObject(untrusted)
  expect(await page.database.test(await inputWith('office', otherwise))).toMatchObject(untrusted)
  expect(await page.database.test(await inputWith('office'))).toMatchObject({ failed: null })
})

it('a private key is never taken for a certificate', async () => {
  const { address, password } = await inputWith('office')
  const secret = await readFile(join(folder.value, 'office.key'), 'utf8')
  for (const authority of [secret, address.authority + secret])
    expect(await nameOf(page.database.test({ address: { ...address, authority }, password }))).toBe(
      'authorityInvalid',
    )
})

it('a desk works with a trusted server and goes over to no other', async () => {
  const choice = async (authority: string | null) => {
    const { address, password } = await inputWith(authority)
    return { choice: { kind: 'postgres', address }, password } as const
  }
  expect(await nameOf(page.database.choose(await choice(null)))).toBe('untrustedServer')
  expect(await nameOf(page.database.choose(await choice('stranger')))).toBe('untrustedServer')
  const chosen = await page.database.choose(await choice('office'))
  expect(chosen).toMatchObject({ database: { kind: 'postgres', state: 'ready' } })
  expect(await page.system.status()).toMatchObject({ state: 'firstRun' })
  const again = await opened.value.reopen()
  page = again.value.page()
  expect(await page.system.status()).toMatchObject({ database: { state: 'ready' } })
  await again.cleanUp()
})
