import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Opened, onBothEngines } from '../support/engines'
import { nameOf } from '../support/outcomes'
import { inDatabase } from '../support/raw'
import { setLockAfter } from '../support/settings'
import { type MailServer, openMailServer } from './mailServer'
import { eventually, type OutboxOffice, openOutboxOffice } from './outboxOffice'

const hour = 3_600_000
/** Wednesday 2 December at 9.15 and at 9.30. */
const nextWeek = '2026-12-02T07:15:00.000Z'
const quarterLater = '2026-12-02T07:30:00.000Z'

onBothEngines('the messages about a visit', (engine) => {
  let server: Opened<MailServer>
  let opened: Opened<OutboxOffice>
  let office: OutboxOffice
  beforeEach(async () => {
    server = await openMailServer()
    opened = await openOutboxOffice(engine)
    office = opened.value
    await setLockAfter(office.page, 120)
  })
  afterEach(async () => {
    await opened.cleanUp()
    await server.cleanUp()
    expect(office.desk.reported).toEqual([])
  })
  const states = async () =>
    (await office.messages())
      .map(({ kind, state, problem }) => [kind, state, ...(problem ? [problem] : [])].join(' '))
      .sort()
  const move = async ({ id, version }: { id: string; version: number }, startsAt: string) =>
    (await office.page.appointments.move({ id, version, startsAt: new Date(startsAt), lane: null })).visit
  const cancel = async ({ id, version }: { id: string; version: number }) =>
    (await office.page.appointments.cancel({ id, version, by: 'customer' })).visit
  /** Turns the clock, without the desk locking itself. */
  const turnTo = async (at: Date) => {
    for (;;) {
      const left = at.getTime() - office.desk.now().getTime()
      if (left <= 0) return office.later(0)
      office.desk.wait(Math.min(left, hour))
      await office.page.staff.stillHere()
    }
  }

  it('are a confirmation now and a reminder before it', async () => {
    await office.book({ startsAt: nextWeek })
    const [reminder, confirmation] = (await office.messages())
      .toSorted((a, b) => a.kind.localeCompare(b.kind))
      .reverse()
    expect(confirmation).toMatchObject({
      kind: 'confirmation',
      state: 'waiting',
      nextTryAt: office.desk.now(),
    })
    expect(reminder).toMatchObject({
      kind: 'reminder',
      nextTryAt: new Date(Date.parse(nextWeek) - 24 * hour),
    })
    expect(await office.page.outbox.read({ id: confirmation!.id })).toMatchObject({ hasCalendarEntry: true })
    expect(await office.page.outbox.read({ id: reminder!.id })).toMatchObject({
      hasCalendarEntry: false,
      subject: expect.stringContaining('Muistutus'),
    })
  })

  it('have no reminder when the visit is nearer than that, and none at all without an address', async () => {
    await office.book()
    expect(await states()).toEqual(['confirmation waiting'])
    await office.book({ email: null })
    expect(await states()).toEqual(['confirmation waiting'])
  })

  it('are replaced when the visit is moved, and taken back when it is cancelled', async () => {
    const { visit } = await office.book({ startsAt: nextWeek })
    const moved = await move(visit, quarterLater)
    expect(await states()).toEqual([
      'confirmation dropped superseded',
      'moved waiting',
      'reminder dropped superseded',
      'reminder waiting',
    ])
    await cancel(moved)
    expect((await states()).filter((state) => state.endsWith('waiting'))).toEqual(['cancelled waiting'])
    await office.server(server.value.port)
    await office.until('cancelled', { state: 'sent' })
    expect(server.value.arrived.map(({ mail }) => mail.subject)).toEqual([expect.stringContaining('peruttu')])
  })

  it('are sent when their time comes', async () => {
    await office.server(server.value.port)
    await office.book({ startsAt: nextWeek })
    await office.until('confirmation', { state: 'sent' })
    await turnTo(new Date(Date.parse(nextWeek) - 24 * hour - 1))
    await office.until('reminder', { state: 'waiting' })
    await turnTo(new Date(Date.parse(nextWeek) - 24 * hour))
    await office.until('reminder', { state: 'sent' })
    // The invitation and its file; a reminder changes nothing in a calendar.
    expect(server.value.arrived.map(({ mail }) => mail.attachments.length)).toEqual([2, 0])
  })

  it('are dropped when the visit has begun before they could go', async () => {
    const { visit } = await office.book({ startsAt: nextWeek })
    await turnTo(new Date(nextWeek))
    await office.server(server.value.port)
    await office.until('confirmation', { state: 'dropped', problem: 'tooLate' })
    await office.until('reminder', { state: 'dropped', problem: 'tooLate' })
    expect(server.value.arrived).toEqual([])
    const [message] = await office.messages()
    expect(await nameOf(office.page.outbox.resend({ id: message!.id }))).toBe('notResendable')
    expect(visit.state).toBe('booked')
  })

  it('go to the address that the visit has when they go', async () => {
    const { visit } = await office.book({ startsAt: nextWeek, email: 'wrong@example.com' })
    await inDatabase(office.desk, (raw) => raw.run(`UPDATE visit SET email = 'right@example.com'`))
    await office.server(server.value.port)
    await office.until('confirmation', { state: 'sent', to: 'right@example.com' })
    expect(server.value.arrived.flatMap(({ to }) => to)).toEqual(['right@example.com'])
    await inDatabase(office.desk, (raw) => raw.run('UPDATE visit SET email = NULL'))
    await turnTo(new Date(Date.parse(nextWeek) - 24 * hour))
    await office.until('reminder', { state: 'dropped', problem: 'superseded' })
    expect(visit.email).toBe('wrong@example.com')
  })

  it('are sent again on a person’s word, as long as they are true', async () => {
    await office.server(server.value.port)
    const { visit } = await office.book({ startsAt: nextWeek })
    const { id } = await office.until('confirmation', { state: 'sent' })
    const again = await office.page.outbox.resend({ id })
    expect(again.message).toMatchObject({ id, attempts: 0, sentAt: null })
    await eventually(() => expect(server.value.arrived).toHaveLength(2))
    expect(new Set(server.value.arrived.map(({ mail }) => mail.messageId)).size).toBe(1)
    await office.until('confirmation', { state: 'sent' })
    const moved = await move(visit, quarterLater)
    expect(await nameOf(office.page.outbox.resend({ id }))).toBe('outOfDate')
    const news = await office.until('moved', { state: 'sent' })
    await cancel(moved)
    expect(await nameOf(office.page.outbox.resend({ id: news.id }))).toBe('outOfDate')
    const last = await office.until('cancelled', { state: 'sent' })
    expect(await nameOf(office.page.outbox.resend({ id: last.id }))).toBe('done')
    await eventually(() => expect(server.value.arrived).toHaveLength(5))
  })

  it('are settled by hand only while there is something to settle', async () => {
    await office.book({ startsAt: nextWeek })
    const [message] = (await office.messages()).filter(({ kind }) => kind === 'confirmation')
    const { id } = message!
    const { outbox } = office.page
    expect(await nameOf(outbox.resend({ id }))).toBe('notResendable')
    expect(await nameOf(outbox.settle({ id, as: 'arrived' }))).toBe('notSettleable')
    expect((await outbox.settle({ id, as: 'dropped' })).message).toMatchObject({
      state: 'dropped',
      problem: 'droppedByHand',
      nextTryAt: null,
    })
    for (const as of ['arrived', 'dropped'] as const)
      expect(await nameOf(outbox.settle({ id, as }))).toBe('notSettleable')
    await office.server(server.value.port)
    await office.later(hour)
    expect(server.value.arrived).toEqual([])
  })

  it('are listed in pages by what they need', async () => {
    await office.book({ startsAt: nextWeek })
    await inDatabase(office.desk, (raw) =>
      raw.run(`UPDATE outbox_message SET state = 'uncertain' WHERE kind = 'confirmation'`),
    )
    const list = (show: 'all' | 'attention' | 'waiting' | 'sent', page = 0) =>
      office.page.outbox.list({ show, page })
    expect(await list('all')).toMatchObject({ total: 2, attention: 1, waiting: 1, configured: false })
    expect((await list('attention')).messages.map(({ kind }) => kind)).toEqual(['confirmation'])
    expect((await list('waiting')).messages.map(({ kind }) => kind)).toEqual(['reminder'])
    expect(await list('sent')).toMatchObject({ total: 0, messages: [] })
    expect(await list('all', 1)).toMatchObject({ total: 2, messages: [] })
  })
})
