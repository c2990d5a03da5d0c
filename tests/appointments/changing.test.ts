import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DeskClient } from '#shared/contract/index'
import type { VisitView } from '#shared/contract/visits'
import { atOnce } from '../support/atOnce'
import { type Opened, onBothEngines } from '../support/engines'
import { nameOf, namesOf } from '../support/outcomes'
import { at, type Counter, openCounter } from '../visits/counter'
import {
  acting,
  booking,
  errorOf,
  messagesOf,
  nextThursday,
  sequenceOf,
  stepsOf,
  thursday,
  which,
  written,
  wrongFields,
} from './bookings'

onBothEngines('a booked visit', (engine) => {
  let opened: Opened<Counter>
  let counter: Counter
  let page: DeskClient
  const { book, move, cancel } = acting(() => page)
  beforeAll(async () => {
    opened = await openCounter(engine)
    counter = opened.value
    page = counter.page
  })
  afterAll(() => opened.cleanUp())

  it('is changed in what is said; what is not said stays', async () => {
    const booked = await book({
      startsAt: at(nextThursday, '12:45'),
      phone: '040 555 0100',
      email: 'a@b.fi',
      language: 'sv',
      additionalInformation: 'Yksi',
    })
    const change = async (visit: VisitView, said: object) =>
      (await page.appointments.change({ ...which(visit), ...said })).visit
    const kinds = async () => (await messagesOf(counter, booked.id)).map(({ kind }) => kind)
    // Nothing said, and nothing new: nothing is written.
    const before = await written(counter)
    expect(await change(booked, {})).toEqual(booked)
    expect(await change(booked, { phone: '+358 40 5550100', email: 'a@B.fi', language: 'sv' })).toEqual(
      booked,
    )
    expect(await written(counter)).toEqual(before)
    let now = await change(booked, { additionalInformation: '' })
    expect(now).toEqual({ ...booked, version: 2, additionalInformation: '' })
    now = await change(now, { phone: null })
    expect(now).toEqual({ ...booked, version: 3, additionalInformation: '', phone: null })
    expect(await kinds()).toEqual(['confirmation', 'reminder'])
    now = await change(now, { email: 'Uusi@b.fi' })
    now = await change(now, { language: 'en' })
    expect(now).toMatchObject({ email: 'Uusi@b.fi', language: 'en', version: 5, startsAt: booked.startsAt })
    const messages = await messagesOf(counter, booked.id)
    expect(messages.map(({ kind, state, recipient }) => [kind, state, recipient])).toEqual([
      ['confirmation', 'dropped', 'a@b.fi'],
      ['reminder', 'dropped', 'a@b.fi'],
      ['confirmation', 'dropped', 'Uusi@b.fi'],
      ['reminder', 'dropped', 'Uusi@b.fi'],
      ['confirmation', 'waiting', 'Uusi@b.fi'],
      ['reminder', 'waiting', 'Uusi@b.fi'],
    ])
    expect(messages[4]).toMatchObject({ language: 'en', ics: expect.stringContaining('SEQUENCE:4') })
    now = await change(now, { email: '' })
    expect(now.email).toBeNull()
    expect(await kinds()).toHaveLength(6)
    expect(
      (await counter.history(booked)).map(({ detail }) => (detail as { fields?: string }).fields),
    ).toEqual([undefined, 'additionalInformation', 'phone', 'email', 'language', 'email'])
    const full = await written(counter)
    expect(await errorOf(change(now, { phone: '12' }))).toEqual({ refusal: 'phoneInvalid', field: 'phone' })
    expect(await errorOf(change(now, { email: '@' }))).toEqual({ refusal: 'emailInvalid', field: 'email' })
    for (const field of ['phone', 'email'])
      expect(await wrongFields(change(now, { [field]: 'a@b.fi\r\nBcc: c@d.fi' }))).toEqual([field])
    expect(await wrongFields(change(now, { additionalInformation: 'x'.repeat(2001) }))).toEqual([
      'additionalInformation',
    ])
    expect(await written(counter)).toEqual(full)
  })

  it('is not changed from a page that is out of date', async () => {
    const old = await book({ startsAt: at(nextThursday, '14:45') })
    const now = await move(old, at(nextThursday, '13:15'))
    const before = await written(counter)
    for (const call of [
      () => move(old, at(nextThursday, '13:00')),
      () => cancel(old),
      () => page.appointments.change({ ...which(old), phone: null }),
      () => cancel({ ...now, version: 99 }),
    ])
      expect(await nameOf(call())).toBe('CHANGED_MEANWHILE')
    expect(await written(counter)).toEqual(before)
    const nobody = { ...old, id: '0193aaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa' }
    for (const call of [() => move(nobody, at(nextThursday, '13:00')), () => cancel(nobody)])
      expect(await nameOf(call())).toBe('NOT_FOUND')
    expect(await nameOf(page.appointments.read({ id: nobody.id }))).toBe('NOT_FOUND')
  })

  it('is changed by one of those who press at once', async () => {
    const visit = await book({ startsAt: at(thursday, '12:00'), lane: 1, email: 'a@b.fi' })
    const calls = await atOnce<unknown>(counter.desk.postgresUrl, [
      () => move(visit, at(thursday, '12:15'), 1),
      () => move(visit, at(thursday, '12:30'), 1),
      () => cancel(visit),
      () => page.appointments.change({ ...which(visit), phone: '040 555 0100' }),
    ])
    expect(namesOf(calls)).toEqual([...Array(3).fill('CHANGED_MEANWHILE'), 'done'])
    expect(await sequenceOf(counter, visit)).toBe(1)
    expect(await counter.history(visit)).toHaveLength(2)
    const now = await counter.visit(visit)
    const steps = await stepsOf(counter, visit.id)
    expect(steps).toHaveLength(now.state === 'cancelled' ? 0 : 1)
  })

  it('of a person under non-disclosure keeps contacts that nobody sees', async () => {
    const contacts = { phone: '+358405550199', email: 'salla.ajanvaraus@example.net' }
    const person = { residentId: counter.ids.salla, person: null } as const
    const booked = await book({ ...person, ...contacts, startsAt: at(thursday, '13:00') })
    expect(booked).toMatchObject({ phone: null, email: null, contactsHidden: true })
    const changed = await page.appointments.change({ ...which(booked), additionalInformation: 'Lisää' })
    const moved = await move(changed.visit, at(thursday, '13:30'))
    const shown = [
      booked,
      changed,
      moved,
      await page.appointments.read({ id: booked.id }),
      await page.appointments.ofResident({ residentId: counter.ids.salla }),
      await page.appointments.calendar({ from: thursday, days: 1 }),
      await page.residents.timeline({ id: counter.ids.salla, page: 0 }),
      await page.visits.day({ day: thursday }),
    ]
    expect(JSON.stringify(shown)).not.toMatch(/salla\.ajanvaraus|5550199/)
    const [row] = await counter.sql(`SELECT phone, email FROM visit WHERE id = '${booked.id}'`)
    expect(row).toEqual(contacts)
    expect((await messagesOf(counter, booked.id)).at(-1)).toMatchObject({ recipient: contacts.email })
    const given = await page.appointments.change({ ...which(moved), phone: '040 555 0188' })
    expect(given.visit).toMatchObject({ phone: null, contactsHidden: true })
    const [after] = await counter.sql(`SELECT phone, email FROM visit WHERE id = '${booked.id}'`)
    expect(after).toEqual({ phone: '+358405550188', email: contacts.email })
    await cancel(given.visit)
    expect((await messagesOf(counter, booked.id)).at(-1)).toMatchObject({
      kind: 'cancelled',
      recipient: contacts.email,
    })
  })

  it('is its own team’s to change', async () => {
    const asOyTeam = await counter.colleague('asoy')
    const service = await counter.colleague('counter')
    const asOy = { residentId: counter.ids.asoy, person: null, team: 'asoy' } as const
    const { visit: theirs } = await asOyTeam.appointments.book(
      booking({ ...asOy, startsAt: at('2026-11-30', '10:00') }),
    )
    const ours = await book({ startsAt: at(thursday, '14:00') })
    for (const [by, visit, to, refusal] of [
      [service, theirs, at('2026-11-30', '11:00'), 'asOyTeamBooks'],
      [asOyTeam, ours, at(thursday, '14:15'), 'customerServiceBooks'],
    ] as const) {
      const before = await written(counter)
      const calls = [
        () => by.appointments.move({ ...which(visit), startsAt: to, lane: null }),
        () => by.appointments.cancel({ ...which(visit), by: 'heka' }),
        () => by.appointments.change({ ...which(visit), phone: null }),
      ]
      for (const call of calls) expect(await errorOf(call())).toEqual({ refusal })
      expect(await written(counter)).toEqual(before)
      // Reading is for everybody who serves.
      expect((await by.appointments.read({ id: visit.id })).visit).toEqual(visit)
    }
    const inPublic = { ...which(theirs), startsAt: at(thursday, '13:00'), lane: null }
    expect(await errorOf(asOyTeam.appointments.move(inPublic))).toMatchObject({ refusal: 'publicHours' })
    const moved = await asOyTeam.appointments.move({ ...inPublic, startsAt: at('2026-11-30', '10:15') })
    expect(moved.visit.lane).toBe(0)
  })
})
