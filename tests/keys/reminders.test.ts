import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { remindDue } from '#core/keys/reminders'
import { openPostgres } from '#core/store/postgres'
import { openSqlite } from '#core/store/sqlite'
import type { Store } from '#core/store/store'
import { eventually } from '../outbox/outboxOffice'
import { type Office, openOffice } from '../residents/office'
import { people, testRegister } from '../residents/testRegister'
import { openTestDesk, password } from '../support/desk'
import { type Opened, officePostgres, onBothEngines, temporaryFolder } from '../support/engines'
import { nameOf } from '../support/outcomes'
import { reporting } from './reporting'

onBothEngines('a reminder', (engine) => {
  let opened: Opened<Office>
  let office: Office
  let store: Store
  beforeAll(async () => {
    opened = await openOffice(engine)
    office = opened.value
    const { dataDir, key, postgresUrl } = office.desk
    // Another program beside the desk: what it does by itself is tried at any time of any day.
    store = postgresUrl
      ? await openPostgres({ client: { connectionString: postgresUrl } })
      : await openSqlite({ file: join(dataDir, 'desk.db'), key })
  })
  afterAll(async () => {
    await store.close()
    await opened.cleanUp()
  })

  const kept = reporting(() => office)
  const { keys, make, read, enter, settings } = kept
  /** Helsinki is two hours ahead in November, and from 25 October on. */
  const at = (day: string, time = '09:30') => new Date(`${day}T${time}:00+02:00`)
  const sent = async (id: string) => {
    const { reminders, remindedOn, messages, history } = await read(id)
    return {
      reminders,
      remindedOn,
      messages: messages.filter(({ kind }) => kind === 'keysReminder').length,
      byProgram: history.filter(({ what, by }) => what === 'reminded' && by === null).length,
    }
  }
  /** A return of Åsa's, who has an e-mail address, due on Christmas Eve's eve. */
  const due = async (dueOn = '2026-12-23', more: object = {}) => {
    const [one] = await keys('asa', 1)
    return make('asa', [one!], { dueOn, send: 'email', language: 'sv', ...more })
  }

  it('goes on working days only, in the morning, so many days after the due day, each once', async () => {
    const { id } = await due()
    const sentOn: string[] = []
    for (let day = 20; day <= 31; day += 1) {
      for (const time of ['00:00', '08:59', '09:00', '23:59']) {
        await remindDue(store, at(`2026-12-${day}`, time))
        const { reminders } = await read(id)
        if (reminders > sentOn.length) sentOn.push(`2026-12-${day} ${time}`)
      }
    }
    // Due on Wednesday the 23rd; Christmas Eve, Christmas Day and the weekend go by.
    expect(sentOn).toEqual(['2026-12-28 09:00'])
    for (const day of ['2027-01-01', '2027-01-03', '2027-01-04', '2027-01-05', '2027-01-07', '2027-01-08'])
      await remindDue(store, at(day))
    // New Year’s Day and the weekend do not count: the fourth working day after the first reminder.
    expect(await sent(id)).toEqual({ reminders: 2, remindedOn: '2027-01-04', messages: 2, byProgram: 2 })
  })

  it('is not written twice, by two programs at once either', async () => {
    const { id } = await due('2026-11-26')
    const time = at('2026-11-27')
    await Promise.all([remindDue(store, time), remindDue(store, time), remindDue(store, time)])
    expect(await sent(id)).toMatchObject({ reminders: 1, messages: 1, byProgram: 1 })
  })

  it('goes to nobody who was told on paper, nor of what has come or is cancelled', async () => {
    const paper = await due('2026-11-26', { send: 'paper' })
    const came = await due('2026-11-26')
    await enter(came.id, { withBlc: true })
    const cancelled = await due('2026-11-26')
    const { version } = await read(cancelled.id)
    const because = 'mistake' as const
    await office.page.keys.cancelHandoff({ id: cancelled.id, version, because, note: '' })
    await remindDue(store, at('2026-11-27'))
    for (const { id } of [paper, came, cancelled]) expect(await sent(id)).toMatchObject({ messages: 0 })
  })

  it('none goes when the office wants none', async () => {
    const { id } = await due('2026-11-26')
    const { reminderDays } = await settings({ reminderDays: [] })
    expect(reminderDays).toEqual([])
    await remindDue(store, at('2026-11-27'))
    expect(await sent(id)).toMatchObject({ messages: 0 })
    await settings({ reminderDays: [1, 5] })
  })

  it('by hand goes at once on a working day, once a day, and counts as one of them', async () => {
    const { id, reference, items } = await due('2026-11-26')
    const remind = async () => office.page.keys.remind({ id, version: (await read(id)).version })
    const { handoff } = await remind()
    expect(handoff).toMatchObject({ reminders: 1, remindedOn: '2026-11-24' })
    expect(handoff.history[0]).toMatchObject({ what: 'reminded', by: 'Aino Pääkäyttäjä' })
    expect(await nameOf(remind())).toBe('remindedToday')
    const { message, subject, text } = await office.page.outbox.read({
      id: handoff.messages.find(({ kind }) => kind === 'keysReminder')!.id,
    })
    expect(message).toMatchObject({
      kind: 'keysReminder',
      language: 'sv',
      state: 'waiting',
      name: 'Åsa Märta Östling',
    })
    expect(message.nextTryAt).toEqual(office.desk.now())
    expect(subject).toContain(reference.match(/.{4}/g)!.join('-'))
    expect(text).toContain('26.11.2026')
    expect(text).toContain(items[0]!.key.number)
    for (const secret of ['Sörnäisten', 'C 12', 'L900001', people.asa.identity_code])
      expect(`${subject} ${text}`).not.toContain(secret)
    await remindDue(store, at('2026-11-27'))
    expect(await sent(id)).toMatchObject({ reminders: 1 })
    // Counted before it left: there is nothing to remind of.
    await enter(id, { keys: [{ keyId: items[0]!.key.id, result: 'arrived' }] })
    expect(await nameOf(remind())).toBe('handoffOver')
  })

  it('by hand needs an address, and something that is awaited', async () => {
    const [one, two] = await keys('jukka', 2)
    const nobody = await make('jukka', [one!])
    expect(await nameOf(office.page.keys.remind({ id: nobody.id, version: nobody.version }))).toBe('noEmail')
    const there = await make('jukka', [two!])
    const { version } = await enter(there.id, { withBlc: true })
    expect(await nameOf(office.page.keys.remind({ id: there.id, version }))).toBe('notAwaited')
    expect(await nameOf(office.page.keys.reminderLetter({ id: there.id, language: 'fi' }))).toBe('notAwaited')
  })

  it('by hand is of the keys that did not come, when others did', async () => {
    const [one, two] = await keys('asa', 2)
    const { id } = await make('asa', [one!, two!], { dueOn: '2026-11-26', send: 'email' })
    const { version } = await enter(id, {
      keys: [
        { keyId: one!.id, result: 'arrived' },
        { keyId: two!.id, result: 'missing' },
      ],
    })
    const { handoff } = await office.page.keys.remind({ id, version })
    const { text } = await office.page.outbox.read({
      id: handoff.messages.find(({ kind }) => kind === 'keysReminder')!.id,
    })
    expect(text).toMatch(new RegExp(`: ${two!.number}\\n`))
    expect(text).not.toMatch(new RegExp(`[: ]${one!.number}[,\\n]`))
  })

  it('by hand on a Saturday leaves on Monday morning', async () => {
    const { id, version } = await due('2026-12-23')
    await office.turnTo(at('2026-11-28', '12:00'))
    const { handoff } = await office.page.keys.remind({ id, version })
    expect(handoff.remindedOn).toBe('2026-11-30')
    const message = handoff.messages.find(({ kind }) => kind === 'keysReminder')!
    const { message: sending } = await office.page.outbox.read({ id: message.id })
    expect(sending.nextTryAt).toEqual(at('2026-11-30', '09:00'))
    await office.turnTo(at('2026-11-29', '12:00'))
    const again = { id, version: handoff.version }
    expect(await nameOf(office.page.keys.remind(again))).toBe('remindedToday')
  })
})

onBothEngines('the program', (engine) => {
  it('reminds by itself while it is open', async () => {
    const folder = await temporaryFolder()
    const database = engine === 'postgres' ? await officePostgres() : null
    const place = { dataDir: folder.value, postgresUrl: database?.value ?? null }
    const { value: office, cleanUp } = await openOffice(engine, testRegister(), place)
    const { keys, make } = reporting(() => office)
    const [one] = await keys('asa', 1)
    const { id } = await make('asa', [one!], { dueOn: '2026-11-26', send: 'email' })
    await cleanUp()
    const now = new Date('2026-11-27T08:00:00Z')
    const later = await openTestDesk(engine, { ...place, key: office.desk.key, now })
    const page = later.value.page()
    await page.staff.signIn({ username: 'aino', password })
    await eventually(async () => {
      expect((await page.keys.readHandoff({ id })).handoff).toMatchObject({
        reminders: 1,
        remindedOn: '2026-11-27',
      })
    })
    await later.cleanUp()
    await database?.cleanUp()
    await folder.cleanUp()
  })
})
