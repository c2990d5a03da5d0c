import { randomBytes } from 'node:crypto'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DeskClient } from '#shared/contract/index'
import { openMailServer } from '../outbox/mailServer'
import { officeOf } from '../outbox/outboxOffice'
import { openTestDesk, password, type TestDesk } from '../support/desk'
import { type Opened, officePostgres } from '../support/engines'
import { nameOf } from '../support/outcomes'
import { inDatabase, makePasswordsCheap } from '../support/raw'
import { preview, smallRegister, startPractice, upload } from '../support/register'
import { openOther, openWay, typedFrom } from './servers'

const embedded = { choice: { kind: 'embedded' }, password: null } as const
const atServer = (url: string) => {
  const typed = typedFrom(url)
  return { choice: { kind: 'postgres', address: typed.address }, password: typed.password } as const
}
/** Nothing here takes so long; a busy computer does. */
const patience = { timeout: 20_000, interval: 50 }
const eventually = <Value>(check: () => Promise<Value>) => vi.waitFor(check, patience)

let opened: Opened<TestDesk>
let desk: TestDesk
let office: Opened<string>
let page: DeskClient

beforeEach(async () => {
  opened = await openTestDesk('sqlite')
  desk = opened.value
  office = await officePostgres()
  page = desk.page()
})
afterEach(async () => {
  await desk.desk.close().catch(() => undefined)
  await opened.cleanUp()
  await office.cleanUp()
})

const database = async (of: DeskClient = page) => (await of.system.status()).database
const keptFile = () => join(desk.dataDir, 'database.json')
const signIn = async (of: DeskClient) => of.staff.signIn({ username: 'aino', password })
const firstAdministrator = { name: 'Aino', username: 'aino', password, servesResidents: true }

describe('choosing a database', () => {
  it('goes over to the office’s and back, and finds each as it was left', async () => {
    await desk.administrator()
    const admin = await desk.administrator()
    expect(await admin.database.choose(atServer(office.value))).toMatchObject({
      database: { kind: 'postgres', state: 'ready', problem: null },
    })
    expect(await page.system.status()).toMatchObject({ state: 'firstRun' })
    await page.staff.createFirstAdministrator({ ...firstAdministrator, name: 'Toimiston Aino' })
    expect((await page.staff.session())?.name).toBe('Toimiston Aino')

    await page.database.choose(embedded)
    expect(await database()).toMatchObject({ kind: 'embedded', state: 'ready', clockAheadMs: null })
    expect(await page.staff.session()).toBeNull()
    await signIn(page)
    expect((await page.staff.session())?.name).toBe('Aino Pääkäyttäjä')
    expect(JSON.parse(await readFile(keptFile(), 'utf8'))).toEqual({ choice: embedded.choice, sealed: null })
    expect(await nameOf(page.database.choose(embedded))).toBe('sameDatabase')
    expect(desk.reported).toEqual([])
  })

  it('is kept for the next start', async () => {
    await page.database.choose(atServer(office.value))
    await page.staff.createFirstAdministrator(firstAdministrator)
    desk = (await desk.reopen()).value
    page = desk.page()
    expect(await page.system.status()).toMatchObject({ state: 'ready', database: { kind: 'postgres' } })
    await signIn(page)
    const { address } = typedFrom(office.value)
    const shown = { choice: { kind: 'postgres', address }, passwordKept: true, mayChoose: true }
    expect(await page.database.read()).toEqual(shown)
    expect(await nameOf(page.database.choose(atServer(office.value)))).toBe('sameDatabase')
    expect(await nameOf(page.database.choose({ ...atServer(office.value), password: null }))).toBe(
      'sameDatabase',
    )
  })

  it('signs everybody out and forgets what was to be imported, at every page of the desk', async () => {
    const admin = await desk.administrator()
    const clerk = await desk.member('counter')
    const uploadId = await startPractice(admin, 5)
    await preview(admin, uploadId)
    await admin.database.choose(atServer(office.value))
    for (const each of [admin, clerk]) {
      expect(await each.staff.session()).toBeNull()
      expect(await nameOf(each.residents.search({ text: 'virtanen' }))).toBe('SIGN_IN_REQUIRED')
    }
    await admin.staff.createFirstAdministrator(firstAdministrator)
    const again = { uploadId, withoutRejected: false, endsManyMeant: false }
    const applying = (async () => {
      for await (const _ of await admin.register.apply(again));
    })()
    expect(await nameOf(applying)).toBe('NOT_FOUND')
    expect(await nameOf(upload(admin, smallRegister(5)))).toBe('done')
  })

  it('keeps the pages’ changes coming, from the database that was chosen', async () => {
    const admin = await desk.administrator()
    const stop = new AbortController()
    const heard: string[] = []
    const changes = await admin.system.changes(undefined, { signal: stop.signal })
    const listening = (async () => {
      for await (const { topic } of changes) heard.push(topic)
    })()
    await admin.database.choose(atServer(office.value))
    await eventually(async () =>
      expect(heard).toEqual(expect.arrayContaining(['database', 'staff', 'visit'])),
    )
    const other = await openTestDesk('postgres', { postgresUrl: office.value })
    heard.length = 0
    await other.value.administrator()
    await eventually(async () => expect(heard).toContain('staff'))
    expect(await admin.system.status()).toMatchObject({ state: 'ready' })
    stop.abort()
    await listening
    await other.cleanUp()
  })

  it('sends the messages of the database that was chosen', async () => {
    await desk.administrator()
    const mail = await openMailServer({})
    const admin = await desk.administrator()
    await admin.database.choose(atServer(office.value))
    await admin.staff.createFirstAdministrator(firstAdministrator)
    const there = officeOf(desk, admin)
    await there.server(mail.value.port)
    await there.book()
    await there.until('confirmation', { state: 'sent' })
    expect(mail.value.arrived).toHaveLength(1)
    await mail.cleanUp()
  })

  it('lets nobody in who was signing in to the one that was left', async () => {
    const admin = await desk.administrator()
    const late = signIn(page)
    await admin.database.choose(atServer(office.value))
    await nameOf(late).catch(() => 'failed')
    expect(await page.staff.session()).toBeNull()
  })

  it('leaves everything as it was when the other cannot be opened', async () => {
    const admin = await desk.administrator()
    const { choice, password: right } = atServer(office.value)
    const there = (change: Partial<typeof choice.address>, with_ = right) => ({
      choice: { ...choice, address: { ...choice.address, ...change } },
      password: with_,
    })
    const tries = [
      [there({}, 'wrong'), 'wrongPassword'],
      [there({ port: 1 }), 'unreachable'],
      [there({ host: '0.0.0.0' }), 'untrustedServer'],
      [there({ database: 'nowhere' }), 'noDatabase'],
      [there({ database: 'postgres' }), 'emptyDatabase'],
      [there({ authority: 'ei varmenne' }), 'authorityInvalid'],
      [{ ...there({}), password: null }, 'passwordNeeded'],
    ] as const
    for (const [choice, problem] of tries) {
      expect(await nameOf(admin.database.choose(choice)), problem).toBe(problem)
      expect(await admin.staff.session()).not.toBeNull()
      expect(await database()).toMatchObject({ kind: 'embedded', state: 'ready' })
    }
    expect(await readdir(desk.dataDir)).not.toContain('database.json')
    expect(await admin.database.read()).toMatchObject({ choice: { kind: 'embedded' } })
    const records = await inDatabase(desk, (raw) =>
      raw.rows<{ outcome: string }>(
        `SELECT outcome FROM audit WHERE action = 'database.choose' ORDER BY seq`,
      ),
    )
    expect(records.map(({ outcome }) => outcome)).toEqual(tries.map(([, problem]) => problem))
  })

  it('is for an administrator, and for anybody as long as nobody can sign in', async () => {
    const ask = async (of: DeskClient) => [
      (await of.database.read()).mayChoose,
      await nameOf(of.database.test(typedFrom(office.value))),
      await nameOf(of.database.choose(embedded)),
    ]
    const may = [true, 'done', 'sameDatabase']
    const mayNot = [false, 'FORBIDDEN', 'FORBIDDEN']
    expect(await ask(page)).toEqual(may)
    const admin = await desk.administrator()
    expect(await ask(admin)).toEqual(may)
    expect(await ask(page)).toEqual(mayNot)
    expect(await ask(await desk.member('counter', 'phone', 'asoy', 'lead'))).toEqual(mayNot)
    await admin.staff.lock()
    expect(await ask(admin)).toEqual(mayNot)
  })

  it('is told in the log of the one that is left, by whom', async () => {
    const admin = await desk.administrator()
    await makePasswordsCheap(desk)
    await admin.database.choose(atServer(office.value))
    const of = (where: Pick<TestDesk, 'dataDir' | 'key' | 'postgresUrl'>) =>
      inDatabase(where, (raw) =>
        raw.rows<object>(`SELECT staff_name, outcome FROM audit WHERE action = 'database.choose'`),
      )
    expect(await of(desk)).toEqual([{ staff_name: 'Aino Pääkäyttäjä', outcome: 'done' }])
    expect(await of({ ...desk, postgresUrl: office.value })).toEqual([])
    await page.database.choose(embedded)
    expect(await of(desk)).toHaveLength(2)
    await signIn(admin)
    expect(await admin.audit.verify()).toMatchObject({ intact: true })
  })

  it('of two at once leaves one whole', async () => {
    const second = await officePostgres()
    const both = await Promise.all(
      [office.value, second.value].map((url) => nameOf(desk.page().database.choose(atServer(url)))),
    )
    expect(both).toEqual(['done', 'done'])
    const { choice } = await page.database.read()
    expect(choice).toEqual(atServer(second.value).choice)
    await page.staff.createFirstAdministrator(firstAdministrator)
    expect(JSON.parse(await readFile(keptFile(), 'utf8')).choice).toEqual(choice)
    await second.cleanUp()
  })
})

describe('the password of the office’s database', () => {
  it('is kept so that only this desk’s key opens it', async () => {
    await page.database.choose(atServer(office.value))
    const { password: secret } = typedFrom(office.value)
    const kept = await readFile(keptFile(), 'utf8')
    const { sealed } = JSON.parse(kept) as { sealed: string }
    for (const text of [sealed, Buffer.from(sealed, 'base64').toString('latin1')])
      expect(text).not.toContain(secret)
    if (process.platform !== 'win32') expect((await stat(keptFile())).mode & 0o777).toBe(0o600)
    expect(await readdir(desk.dataDir)).not.toContain('database.json.new')
    await desk.desk.close()
    const other = await openTestDesk('sqlite', { dataDir: desk.dataDir, key: randomBytes(32) })
    const there = other.value.page()
    expect(await there.system.status()).toMatchObject({
      state: 'noDatabase',
      database: { kind: 'postgres', state: 'closed', problem: 'wrongPassword' },
    })
    expect(await there.database.read()).toMatchObject({ passwordKept: false, mayChoose: true })
    const { address } = typedFrom(office.value)
    expect(await nameOf(there.database.test({ address, password: null }))).toBe('passwordNeeded')
    await there.database.choose(atServer(office.value))
    expect(await there.system.status()).toMatchObject({ state: 'firstRun' })
    await other.value.desk.close()
  })

  it('is never sent to another address than the one it was given for', async () => {
    await page.database.choose(atServer(office.value))
    const { address } = typedFrom(office.value)
    const other = await openOther('')
    for (const change of [
      { host: 'localhost' },
      { port: other.value.port },
      { database: 'postgres' },
      { user: 'postgres' },
      { authority: 'x' },
    ]) {
      const changed = { ...address, ...change }
      const refusal = 'authority' in change ? 'authorityInvalid' : 'passwordNeeded'
      expect(await nameOf(page.database.test({ address: changed, password: null }))).toBe(refusal)
      const choice = { kind: 'postgres', address: changed } as const
      expect(await nameOf(page.database.choose({ choice, password: null }))).toBe(refusal)
    }
    expect(other.value.connections()).toBe(0)
    expect(await page.database.test({ address, password: null })).toMatchObject({ failed: null })
    await other.cleanUp()
  })
})

describe('a database that cannot be opened', () => {
  it('is waited for from the start, and opened by itself when its server is there', async () => {
    const way = await openWay(office.value)
    const { choice, password: right } = atServer(office.value)
    const through = {
      choice: { ...choice, address: { ...choice.address, port: way.value.port } },
      password: right,
    }
    await page.database.choose(through)
    await page.staff.createFirstAdministrator(firstAdministrator)
    await desk.desk.close()
    await way.value.cut()
    const again = await openTestDesk('sqlite', { dataDir: desk.dataDir, key: desk.key })
    const there = again.value.page()
    expect(await there.system.status()).toMatchObject({
      state: 'noDatabase',
      register: 'empty',
      database: { kind: 'postgres', state: 'closed', problem: 'unreachable', since: expect.any(Date) },
    })
    expect(await nameOf(there.staff.signIn({ username: 'aino', password }))).toBe('DATABASE_LOST')
    expect(await there.staff.session()).toBeNull()
    await way.value.mend()
    await eventually(async () => expect(await database(there)).toMatchObject({ state: 'ready', since: null }))
    await signIn(there)
    expect(await there.audit.verify()).toMatchObject({ intact: true })
    await again.value.desk.close()
    await way.cleanUp()
  })

  it('can be left for this computer by anybody, and comes back only with its password', async () => {
    await page.database.choose(atServer(office.value))
    await page.staff.createFirstAdministrator(firstAdministrator)
    await desk.desk.close()
    const kept = JSON.parse(await readFile(keptFile(), 'utf8'))
    kept.choice.address.port = 1
    await writeFile(keptFile(), JSON.stringify(kept))
    const again = await openTestDesk('sqlite', { dataDir: desk.dataDir, key: desk.key })
    const there = again.value.page()
    expect(await database(there)).toMatchObject({ state: 'closed' })
    expect(await there.database.choose(embedded)).toMatchObject({ database: { kind: 'embedded' } })
    expect(await there.system.status()).toMatchObject({ state: 'firstRun' })
    const { address } = typedFrom(office.value)
    const choice = { kind: 'postgres', address } as const
    expect(await nameOf(there.database.choose({ choice, password: null }))).toBe('passwordNeeded')
    await again.value.desk.close()
  })

  it.each([['not json'], ['{}'], ['{"choice":{"kind":"oracle"},"sealed":null}'], ['']])(
    'nor guessed when what was chosen cannot be read: %j',
    async (text) => {
      await desk.desk.close()
      await writeFile(keptFile(), text)
      const again = await openTestDesk('sqlite', { dataDir: desk.dataDir, key: desk.key })
      const there = again.value.page()
      expect(await there.system.status()).toMatchObject({
        state: 'noDatabase',
        database: { state: 'closed', problem: 'unreadableChoice' },
      })
      expect(await readFile(keptFile(), 'utf8')).toBe(text)
      await there.database.choose(embedded)
      expect(await there.system.status()).toMatchObject({ state: 'firstRun' })
      await again.value.desk.close()
    },
  )
})
