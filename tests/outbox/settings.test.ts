import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Role } from '#shared/contract/base'
import { type Opened, onBothEngines } from '../support/engines'
import { nameOf, namesOf } from '../support/outcomes'
import { setServer } from '../support/settings'
import { openMailServer } from './mailServer'
import { type OutboxOffice, openOutboxOffice, smtpTo } from './outboxOffice'

const secret = 'erittäin salainen salasana'

onBothEngines('the SMTP server’s settings', (engine) => {
  let opened: Opened<OutboxOffice>
  let office: OutboxOffice
  beforeAll(async () => {
    opened = await openOutboxOffice(engine)
    office = opened.value
  })
  afterAll(async () => {
    await opened.cleanUp()
    expect(office.desk.reported).toEqual([])
  })
  const serverWith = (change: Parameters<typeof smtpTo>[1]) =>
    smtpTo(465, { host: 'smtp.example.com', security: 'tls', ...change })
  const save = (change: Parameters<typeof smtpTo>[1]) => setServer(office.page, serverWith(change))

  it.each([
    ['hostInvalid', { host: 'smtp example com' }],
    ['hostInvalid', { host: 'smtp..example.com' }],
    ['hostInvalid', { host: '-smtp.example.com' }],
    ['hostInvalid', { host: '127.1' }],
    ['hostInvalid', { host: '2130706433' }],
    ['hostInvalid', { host: '0x7f.0.0.0x1' }],
    ['hostInvalid', { host: 'smtp.example.com:25' }],
    ['hostInvalid', { host: 'http://smtp.example.com' }],
    ['hostInvalid', { host: `${'a'.repeat(64)}.example.com` }],
    ['emailInvalid', { senderAddress: 'ei osoite' }],
    ['emailInvalid', { senderAddress: 'a@example.com, b@example.com' }],
    ['tlsRequired', { security: 'none' }],
    ['tlsRequired', { security: 'none', host: 'localhost.example.com' }],
    ['tlsRequired', { security: 'none', host: '127.0.0.1.example.com' }],
    ['tlsRequired', { security: 'none', host: '10.0.0.1' }],
    ['tlsRequired', { security: 'none', host: '::ffff:127.0.0.1' }],
    ['passwordRequired', { username: 'heka' }],
    ['passwordRequired', { username: 'heka', password: '' }],
    ['BAD_REQUEST', { host: '' }],
    ['BAD_REQUEST', { port: 0 }],
    ['BAD_REQUEST', { port: 65_536 }],
    ['BAD_REQUEST', { senderName: 'Heka\r\nBcc: all@example.com' }],
  ] as const)('are refused as %s: %j', async (refusal, change) => {
    expect(await nameOf(save(change))).toBe(refusal)
    expect(await nameOf(office.page.outbox.test({ smtp: serverWith(change) }))).toBe(refusal)
    expect(await office.page.outbox.readSettings()).toMatchObject({ smtp: null })
  })

  it('are kept, without ever telling the password', async () => {
    const told = {
      host: 'smtp.example.com',
      port: 465,
      security: 'tls',
      username: 'heka',
      hasPassword: true,
      senderName: 'Hekan asiakaspalvelu',
      senderAddress: 'ajanvaraus@example.com',
    }
    expect(await save({ host: 'SMTP.Example.com', username: 'heka', password: secret })).toMatchObject({
      smtp: told,
    })
    expect(await office.page.outbox.readSettings()).toMatchObject({ smtp: told })
    // Null keeps it, and it goes nowhere else than to where it was given for.
    expect(await save({ username: 'heka', password: null, senderName: 'Heka' })).toMatchObject({
      smtp: { ...told, senderName: 'Heka' },
    })
    for (const change of [{ host: 'smtp.evil.example' }, { port: 587 }, { username: 'other' }])
      expect(await nameOf(save({ username: 'heka', password: null, ...change }))).toBe('passwordRequired')
    expect(
      await nameOf(
        office.page.outbox.test({
          smtp: smtpTo(2525, { username: 'heka', password: null }),
        }),
      ),
    ).toBe('passwordRequired')
    expect(await save({ username: null, password: null })).toMatchObject({
      smtp: { username: null, hasPassword: false },
    })
    expect(await setServer(office.page, null)).toMatchObject({ smtp: null })
    expect(await office.page.outbox.readSettings()).toMatchObject({ smtp: null })
  })

  it('are changed by one who has read them as they are, also when they were taken away meanwhile', async () => {
    const { outbox } = office.page
    const { version } = await outbox.readSettings()
    const mine = { version, smtp: serverWith({}) }
    expect(await outbox.saveSettings(mine)).toMatchObject({ version: version + 1 })
    await setServer(office.page, null)
    expect(await nameOf(outbox.saveSettings(mine))).toBe('CHANGED_MEANWHILE')
    expect(await outbox.readSettings()).toEqual({ version: version + 2, smtp: null })
    const both = await Promise.allSettled(
      [1, 2].map(() => outbox.saveSettings({ ...mine, version: version + 2 })),
    )
    expect(namesOf(both)).toEqual(['CHANGED_MEANWHILE', 'done'])
    await setServer(office.page, null)
  })

  it('are not readable in the files of the encrypted database', async () => {
    if (engine !== 'sqlite') return
    await save({ username: 'heka', password: secret })
    for (const name of await readdir(office.desk.dataDir)) {
      const content = await readFile(join(office.desk.dataDir, name))
      expect(content.includes(secret), name).toBe(false)
    }
    await setServer(office.page, null)
  })

  it('are the administrator’s to write, and the lead’s to read', async () => {
    const outcomes = async (...roles: Role[]) => {
      const page = await office.desk.member(...roles)
      return [
        await nameOf(page.outbox.readSettings()),
        await nameOf(page.outbox.saveSettings({ version: 0, smtp: null })),
        await nameOf(page.outbox.test({ smtp: smtpTo(1) })),
      ]
    }
    expect(await outcomes('counter', 'phone', 'asoy')).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN'])
    expect(await outcomes('lead')).toEqual(['done', 'FORBIDDEN', 'FORBIDDEN'])
    expect(await outcomes('administrator')).toEqual(['done', 'CHANGED_MEANWHILE', 'done'])
  })

  it('can be tried, without a message and without being saved', async () => {
    const { value: server, cleanUp } = await openMailServer({
      disabledCommands: [],
      onAuth: ({ password }, _session, callback) =>
        password === secret ? callback(null, { user: 'heka' }) : callback(new Error('no')),
    })
    const problem = async (change: Parameters<typeof smtpTo>[1]) =>
      (await office.page.outbox.test({ smtp: smtpTo(server.port, change) })).problem
    const signIn = { security: 'starttls', username: 'heka' } as const
    expect(await problem({ ...signIn, password: secret })).toBe(null)
    expect(await problem({ ...signIn, host: 'localhost', password: secret })).toBe(null)
    expect(await problem({ ...signIn, password: 'väärä' })).toBe('signInRefused')
    expect(await problem({ ...signIn, security: 'tls', password: secret })).toBe('tlsFailed')
    await cleanUp()
    expect(await problem({ ...signIn, password: secret })).toBe('unreachable')
    expect(server.arrived).toEqual([])
    expect(await office.page.outbox.readSettings()).toMatchObject({ smtp: null })
  })
})
