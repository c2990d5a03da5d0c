import { afterEach, beforeEach, expect, it } from 'vitest'
import { onBothEngines } from '../support/engines'
import { nameOf } from '../support/outcomes'
import { setLockAfter } from '../support/settings'
import {
  type MailServer,
  type MailServerOptions,
  openMailServer,
  openTrickster,
  politelyUntilData,
  reply,
} from './mailServer'
import { eventually, type OutboxOffice, openOutboxOffice } from './outboxOffice'

const minute = 60_000

onBothEngines('a message that does not go through', (engine) => {
  let office: OutboxOffice
  const cleanUps: (() => Promise<void>)[] = []
  beforeEach(async () => {
    const opened = await openOutboxOffice(engine)
    office = opened.value
    cleanUps.push(opened.cleanUp)
  })
  afterEach(async () => {
    for (const cleanUp of cleanUps.splice(0)) await cleanUp()
    expect(office.desk.reported).toEqual([])
  })
  const mailServer = async (options?: MailServerOptions): Promise<MailServer> => {
    const { value, cleanUp } = await openMailServer(options)
    cleanUps.push(cleanUp)
    return value
  }
  const trickster = async (...talk: Parameters<typeof openTrickster>) => {
    const { value, cleanUp } = await openTrickster(...talk)
    cleanUps.push(cleanUp)
    return value
  }
  const attention = async () => (await office.page.outbox.list({ show: 'attention', page: 0 })).total

  it('waits, and is sent once the server takes it', async () => {
    const server = await mailServer({
      onMessage: (count) => {
        if (count < 3) throw reply(451)
      },
    })
    await office.server(server.port)
    await office.book()
    const { nextTryAt } = await office.until('confirmation', {
      state: 'waiting',
      problem: 'refusedForNow',
      attempts: 1,
    })
    expect(nextTryAt).toEqual(new Date(office.desk.now().getTime() + minute))
    await office.later(minute - 1)
    await office.until('confirmation', { state: 'waiting', attempts: 1 })
    await office.later(1)
    await office.until('confirmation', { state: 'waiting', attempts: 2 })
    await office.later(2 * minute)
    await office.until('confirmation', { state: 'sent', problem: null, attempts: 3 })
    expect(server.arrived).toHaveLength(1)
    expect(await attention()).toBe(0)
  })

  it('is given up when the mailbox refuses, and shown; the booking stands', async () => {
    const server = await mailServer({
      onRecipient: (address) => {
        if (address === 'nobody@example.com') throw reply(550)
      },
    })
    await office.server(server.port)
    const { visit } = await office.book({ email: 'nobody@example.com' })
    const failed = await office.until('confirmation', {
      state: 'failed',
      problem: 'recipientRefused',
      attempts: 1,
      nextTryAt: null,
    })
    expect(await attention()).toBe(1)
    const page = await office.page.appointments.read({ id: visit.id })
    expect(page.visit).toMatchObject({ state: 'booked' })
    expect(page.messages).toContainEqual(expect.objectContaining({ id: failed.id, state: 'failed' }))
    // A person can send it again, and it fails again.
    await office.page.outbox.resend({ id: failed.id })
    await eventually(() => expect(server.connections()).toBe(2))
    await office.until('confirmation', { state: 'failed', attempts: 1 })
    await office.page.outbox.settle({ id: failed.id, as: 'arrived' })
    expect(await attention()).toBe(0)
    expect(server.arrived).toEqual([])
  })

  it('is given up after the last of its tries', async () => {
    const { port, connections } = await trickster(async (socket) => {
      socket.end('421 too busy\r\n')
    })
    await office.server(port)
    // A visit that is later than all the tries.
    await office.book({ startsAt: '2026-12-16T07:15:00Z' })
    for (let attempt = 1; ; attempt += 1) {
      const message = await eventually(async () => {
        const [found] = (await office.messages()).filter(({ kind }) => kind === 'confirmation')
        expect(found).toMatchObject({ attempts: attempt, problem: 'refusedForNow' })
        expect(found!.state).not.toBe('sending')
        return found!
      })
      if (message.state === 'failed') break
      await setLockAfter(office.page, 120)
      let left = message.nextTryAt!.getTime() - office.desk.now().getTime()
      for (; left > 119 * minute; left -= 119 * minute) {
        office.desk.wait(119 * minute)
        await office.page.staff.stillHere()
      }
      await office.later(left)
    }
    expect(connections()).toBe(11)
    expect(await attention()).toBe(1)
  })

  it('waits for a server that cannot be reached, and arrives once when it can', async () => {
    const gone = await openMailServer()
    const { port } = gone.value
    await gone.cleanUp()
    await office.server(port)
    await office.book()
    await office.until('confirmation', { state: 'waiting', problem: 'unreachable' })
    const server = await mailServer({ port })
    await office.later(minute)
    await office.until('confirmation', { state: 'sent', attempts: 2 })
    expect(server.arrived).toHaveLength(1)
  })

  it('is sent again when the connection broke before the server could have it', async () => {
    const server = await mailServer()
    const { port } = await trickster(async (socket, lines) => {
      socket.write('220 trickster\r\n')
      for await (const line of lines) {
        if (line.startsWith('RCPT')) socket.destroy()
        else socket.write('250 ok\r\n')
      }
    })
    await office.server(port)
    await office.book()
    await office.until('confirmation', { state: 'waiting', problem: 'unreachable', attempts: 1 })
    await office.server(server.port)
    await office.later(minute)
    await office.until('confirmation', { state: 'sent' })
    expect(server.arrived).toHaveLength(1)
  })

  it('is never sent again by itself when the answer was lost, only by a person, as the same message', async () => {
    const server = await mailServer()
    let taken = ''
    const { port, connections } = await trickster(async (socket, lines) => {
      const iterator = await politelyUntilData(socket, lines)
      for (;;) {
        const { value } = await iterator.next()
        if (value === '.') break
        taken += `${value}\n`
      }
      socket.destroy()
    })
    await office.server(port)
    await office.book()
    const { id } = await office.until('confirmation', {
      state: 'uncertain',
      problem: 'answerLost',
      nextTryAt: null,
    })
    expect(await attention()).toBe(1)
    await office.server(server.port)
    for (let i = 0; i < 3; i += 1) await office.later(4 * minute)
    expect([connections(), server.connections()]).toEqual([1, 0])
    await office.page.outbox.resend({ id })
    await office.until('confirmation', { state: 'sent' })
    expect(server.arrived).toHaveLength(1)
    expect(taken).toContain(`Message-ID: ${server.arrived[0]!.mail.messageId}`)
  })

  it('is not sent to a server that says no to its size', async () => {
    const server = await mailServer({ size: 200 })
    await office.server(server.port)
    await office.book()
    await office.until('confirmation', { state: 'failed', problem: 'messageRefused' })
    expect(server.arrived).toEqual([])
  })

  it('is given up when the server promised to take any size and then does not', async () => {
    const server = await mailServer({
      hideSize: true,
      onMessage: () => {
        throw reply(552)
      },
    })
    await office.server(server.port)
    await office.book()
    await office.until('confirmation', { state: 'failed', problem: 'messageRefused' })
  })

  it('is not taken for sent by a server that thanks before it has it', async () => {
    const { port } = await trickster(async (socket, lines) => {
      const write = socket.write.bind(socket)
      socket.write = ((text: string) =>
        write(text.startsWith('354') ? '354 go on\r\n250 thanks\r\n' : text)) as typeof socket.write
      await politelyUntilData(socket, lines)
    })
    await office.server(port)
    await office.book()
    await office.until('confirmation', { state: 'waiting', problem: 'notSmtp' })
  })

  it('waits for the right password', async () => {
    const server = await mailServer({
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, callback) =>
        username === 'heka' && password === 'oikea'
          ? callback(null, { user: 'heka' })
          : callback(new Error('no')),
    })
    await office.server(server.port, { username: 'heka', password: 'väärä' })
    await office.book()
    await office.until('confirmation', { state: 'waiting', problem: 'signInRefused' })
    await office.server(server.port, { username: 'heka', password: 'oikea' })
    await office.later(minute)
    await office.until('confirmation', { state: 'sent' })
    expect(server.arrived).toHaveLength(1)
  })

  it.each(['starttls', 'tls'] as const)('goes by %s to this computer’s own server', async (security) => {
    const server = await mailServer({ disabledCommands: ['AUTH'], secure: security === 'tls' })
    await office.server(server.port, { security })
    await office.book()
    await office.until('confirmation', { state: 'sent' })
    expect(server.arrived).toHaveLength(1)
  })

  it('is not sent in the clear where encryption is asked for', async () => {
    const server = await mailServer()
    await office.server(server.port, { security: 'starttls' })
    await office.book()
    await office.until('confirmation', { state: 'waiting', problem: 'tlsFailed' })
    expect(server.arrived).toEqual([])
  })

  it('waits as long as no server is set', async () => {
    const server = await mailServer()
    const { visit } = await office.book()
    await office.later(10 * minute)
    const list = await office.page.outbox.list({ show: 'waiting', page: 0 })
    expect(list).toMatchObject({ configured: false, attention: 0 })
    expect(list.messages.map(({ kind, attempts }) => ({ kind, attempts }))).toContainEqual({
      kind: 'confirmation',
      attempts: 0,
    })
    await office.server(server.port)
    await office.until('confirmation', { state: 'sent', visitId: visit.id })
  })

  it('is refused to those who do not serve', async () => {
    const { page } = office
    expect(await nameOf(office.desk.page().outbox.list({ show: 'all', page: 0 }))).toBe('SIGN_IN_REQUIRED')
    expect(await nameOf(page.outbox.resend({ id: '0193aaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa' }))).toBe('NOT_FOUND')
  })
})
