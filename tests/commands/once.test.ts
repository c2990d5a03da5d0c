import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { Role } from '#shared/contract/base'
import { atOnce } from '../support/atOnce'
import { openTestDesk, password } from '../support/desk'
import { type Opened, onBothEngines } from '../support/engines'
import { nameOf } from '../support/outcomes'
import { call } from '../support/procedures'
import { type Counter, openCounter } from '../visits/counter'
import { commands, contentOf, countOf, signInAt } from './keyed'
import { preparing } from './prepared'

type SignedIn = Awaited<ReturnType<typeof signInAt>>

onBothEngines('a command with a key', (engine) => {
  let opened: Opened<Counter>
  let counter: Counter
  let clerk: SignedIn
  let colleague: SignedIn
  let prepared: ReturnType<typeof preparing>
  beforeAll(async () => {
    opened = await openCounter(engine)
    counter = opened.value
    const someone = async (...roles: Role[]) =>
      signInAt(counter.desk, (await (await counter.colleague(...roles)).staff.session())!.username)
    clerk = await someone('administrator', 'lead', 'counter')
    colleague = await someone('counter')
    prepared = preparing(counter, clerk.page)
  })
  afterAll(() => opened.cleanUp())

  const audited = (action: string) =>
    countOf(counter.desk, `audit WHERE action = '${action}' AND outcome = 'done'`)

  it('is in this test, whichever it is', () => {
    expect(Object.keys(prepared).sort()).toEqual([...commands].sort())
  })

  it.each(commands)(
    '%s: is carried out once, also of two at once, and answers the same again',
    async (name) => {
      const { desk } = counter
      const input = await prepared[name]!()
      const send = clerk.withKey(randomUUID())
      const before = await audited(name)
      const [first, second] = await atOnce(desk.postgresUrl, [
        () => call(send, name, input),
        () => call(send, name, input),
      ])
      expect(first).toEqual({ status: 'fulfilled', value: expect.anything() })
      expect(second).toEqual(first)
      expect(await audited(name)).toBe(before + 1)
      const content = await contentOf(desk)
      expect({ status: 'fulfilled', value: await call(send, name, input) }).toEqual(first)
      expect(await contentOf(desk)).toEqual(content)
    },
  )

  it('answers nobody else, and nothing else', async () => {
    const { asa } = counter.ids
    const key = randomUUID()
    const note = { id: asa, text: 'sama avain' }
    const own = await clerk.withKey(key).residents.addNote(note)
    const theirs = await colleague.withKey(key).residents.addNote(note)
    expect(theirs.id).not.toBe(own.id)
    expect(theirs.by).not.toBe(own.by)
    const check = { residentId: asa, purpose: 'portal', kind: 'passport', issuingCountry: 'FIN' } as const
    const other = await clerk.withKey(key).identity.recordUnreadable({ ...check, reading: 'mrzFormat' })
    expect(other).toMatchObject({ purpose: 'portal', outcome: 'refused' })
    expect(await clerk.withKey(key).residents.addNote(note)).toEqual(own)
  })

  it('is not kept when it was refused', async () => {
    const send = colleague.withKey(randomUUID())
    const desk = { deskNo: 3, takeOver: false }
    await colleague.page.visits.leaveDesk().catch(() => undefined)
    await clerk.page.visits.leaveDesk().catch(() => undefined)
    await clerk.page.visits.takeDesk(desk)
    expect(await nameOf(send.visits.takeDesk(desk))).toBe('deskTaken')
    await clerk.page.visits.leaveDesk()
    expect(await send.visits.takeDesk(desk)).toEqual({ deskNo: 3 })
  })

  it('is answered at an open desk only', async () => {
    const send = colleague.withKey(randomUUID())
    const note = { id: counter.ids.asa, text: 'lukittu' }
    const done = await send.residents.addNote(note)
    await colleague.page.staff.lock()
    expect(await nameOf(send.residents.addNote(note))).toBe('LOCKED')
    await colleague.page.staff.unlock({ password })
    expect(await send.residents.addNote(note)).toEqual(done)
    await colleague.page.staff.signOut()
    expect(await nameOf(send.residents.addNote(note))).toBe('SIGN_IN_REQUIRED')
  })

  it('leaves no password in what is kept', async () => {
    const content = await contentOf(counter.desk)
    const kept = content.command!.map((row) =>
      Buffer.from(JSON.parse(row).answer, 'base64').toString('latin1'),
    )
    expect(kept.length).toBeGreaterThan(commands.length)
    expect(kept.filter((answer) => /scrypt|salasana/.test(answer))).toEqual([])
  })
})

onBothEngines('the answer of a command', (engine) => {
  it('is forgotten after an hour', async () => {
    const { value: desk, cleanUp } = await openTestDesk(engine)
    await desk.administrator()
    const { page, withKey } = await signInAt(desk, 'aino')
    const settings = await page.system.readSettings()
    await withKey(randomUUID()).system.saveSettings({ ...settings, lockAfterMinutes: 30 })
    desk.wait(60 * 60_000)
    const again = await desk.reopen()
    expect(await countOf(again.value, 'command')).toBe(1)
    again.value.wait(1)
    const later = await again.value.reopen()
    await vi.waitFor(async () => expect(await countOf(later.value, 'command')).toBe(0))
    await later.cleanUp()
    await cleanUp()
  })
})
