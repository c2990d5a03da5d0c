import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DeskClient } from '#shared/contract/index'
import type { VisitView } from '#shared/contract/visits'
import { atOnce } from '../support/atOnce'
import { type Opened, onBothEngines } from '../support/engines'
import { nameOf, namesOf } from '../support/outcomes'
import { at, type Counter, openCounter, wednesday } from '../visits/counter'
import {
  type Booking,
  booking,
  errorOf,
  messagesOf,
  stepsOf,
  thursday,
  written,
  wrongFields,
} from './bookings'

/** A Wednesday and a Thursday far enough for a reminder. */
const second = '2026-12-02'
const third = '2026-12-03'

onBothEngines('a booked visit', (engine) => {
  let opened: Opened<Counter>
  let counter: Counter
  let page: DeskClient
  beforeAll(async () => {
    opened = await openCounter(engine)
    counter = opened.value
    page = counter.page
  })
  afterAll(() => opened.cleanUp())

  const book = async (change: Partial<Booking> = {}) => (await page.appointments.book(booking(change))).visit
  const which = ({ id, version }: VisitView) => ({ id, version })
  const move = async (visit: VisitView, startsAt: Date, lane: number | null = null) =>
    (await page.appointments.move({ ...which(visit), startsAt, lane })).visit
  const cancel = async (visit: VisitView, by: 'customer' | 'heka' = 'customer') =>
    (await page.appointments.cancel({ ...which(visit), by })).visit
  const sequenceOf = async ({ id }: VisitView) =>
    Number((await counter.sql(`SELECT ics_sequence FROM visit WHERE id = '${id}'`))[0]!.ics_sequence)
  const timelineOf = async (id: string) =>
    (await page.residents.timeline({ id, page: 0 })).events
      .filter(({ kind }) => kind === 'visit')
      .map(({ detail }) => (detail as { what: string }).what)

  it('is moved: its old time is another’s, its history, calendar entry and messages follow', async () => {
    const residentId = counter.ids.eino
    const booked = await book({
      residentId,
      person: null,
      startsAt: at(second, '09:00'),
      lane: 2,
      email: 'a@b.fi',
      phone: '040 555 0100',
      additionalInformation: 'Avain',
    })
    counter.desk.wait(60_000)
    const moved = await move(booked, at(third, '12:15'))
    expect(moved).toEqual({
      ...booked,
      version: 2,
      day: third,
      startsAt: at(third, '12:15'),
      endsAt: at(third, '12:30'),
      lane: 1,
    })
    expect(await stepsOf(counter, booked.id)).toEqual(['12:15/1'])
    expect(await counter.history(booked)).toEqual([
      { what: 'booked', detail: { startsAt: at(second, '09:00').toISOString(), lane: 2 } },
      {
        what: 'moved',
        detail: {
          from: at(second, '09:00').toISOString(),
          fromLane: 2,
          to: at(third, '12:15').toISOString(),
          toLane: 1,
        },
      },
    ])
    expect(await timelineOf(residentId)).toEqual(['moved', 'booked'])
    expect(await sequenceOf(booked)).toBe(1)
    const messages = await messagesOf(counter, booked.id)
    expect(messages.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'confirmation dropped',
      'reminder dropped',
      'moved waiting',
      'reminder waiting',
    ])
    expect(messages[2]!.ics).toMatch(/SEQUENCE:1\r?\n(.*\r?\n)*DTSTART:20261203T101500Z/)
    expect(await book({ startsAt: at(second, '09:00'), lane: 2 })).toMatchObject({ state: 'booked' })
    const [record] = (
      await page.audit.list({ residentId, staffId: null, from: null, to: null, upTo: null, page: 0 })
    ).records.filter(({ action }) => action === 'appointments.move')
    expect(record).toMatchObject({ outcome: 'done' })
  })

  it('is moved by a step of its own, and to another desk of the same time without a word', async () => {
    const booked = await book({ startsAt: at(second, '10:00'), lane: 1, reason: 'lease', email: 'a@b.fi' })
    const later = await move(booked, at(second, '10:15'), 1)
    expect(await stepsOf(counter, booked.id)).toEqual(['10:15/1', '10:30/1'])
    const earlier = await move(later, at(second, '10:00'))
    expect(await stepsOf(counter, booked.id)).toEqual(['10:00/1', '10:15/1'])
    const before = (await messagesOf(counter, booked.id)).length
    const beside = await move(earlier, at(second, '10:00'), 3)
    expect(beside).toMatchObject({ lane: 3, startsAt: booked.startsAt })
    expect(await messagesOf(counter, booked.id)).toHaveLength(before)
    for (const lane of [null, 3])
      expect(await errorOf(move(beside, at(second, '10:00'), lane))).toEqual({ refusal: 'sameTime' })
    expect(await counter.visit(booked)).toEqual(beside)
  })

  it('is as long as its reason takes now when it is moved, and the customer is told', async () => {
    const booked = await book({ startsAt: at(second, '11:00'), email: 'a@b.fi', reason: 'termination' })
    const lengthen = async (termination: number) => {
      const { version, rules } = (await page.timetable.read()).timetable
      const minutes = { ...rules.minutes, termination }
      await page.timetable.save({ version, change: { kind: 'rules', rules: { ...rules, minutes } } })
    }
    await lengthen(45)
    const moved = await move(booked, at(second, '11:00'), 3)
    expect(moved.endsAt).toEqual(at(second, '11:45'))
    expect((await messagesOf(counter, booked.id)).map(({ kind }) => kind)).toContain('moved')
    await lengthen(30)
  })

  it('is not moved where nothing is given', async () => {
    const booked = await book({ startsAt: at(third, '14:00'), email: 'a@b.fi' })
    const before = await written(counter)
    const refused = [
      [at(wednesday, '08:45'), null, 'outsideHours'],
      [at('2026-11-27', '09:00'), null, 'closedWeekday'],
      [at('2026-12-01', '09:00'), null, 'walkInOnly'],
      [at('2026-12-24', '12:00'), null, 'closedEve'],
      [at('2027-01-06', '09:00'), null, 'closedHoliday'],
      [at('2027-01-27', '09:00'), null, 'tooFarAhead'],
      [at(third, '14:05'), null, 'offGrid'],
      [at('2026-11-19', '12:00'), null, 'timePast'],
      [at(third, '13:00'), 0, 'outsideHours'],
      [at(third, '13:00'), 4, 'outsideHours'],
    ] as const
    for (const [startsAt, lane, refusal] of refused)
      expect(await errorOf(move(booked, startsAt, lane)), refusal).toEqual({ refusal, field: 'startsAt' })
    for (const lane of [1, 2, 3]) await book({ startsAt: at(third, '13:30'), lane })
    const full = await written(counter)
    expect(await nameOf(move(booked, at(third, '13:30')))).toBe('SLOT_TAKEN')
    expect(await nameOf(move(booked, at(third, '13:30'), 2))).toBe('SLOT_TAKEN')
    expect(await wrongFields(move(booked, new Date(8.64e15)))).toEqual(['startsAt'])
    expect(await counter.visit(booked)).toEqual(booked)
    expect(await stepsOf(counter, booked.id)).toEqual(['14:00/1'])
    expect(await written(counter)).toEqual(full)
    expect(full.outbox_message).toBe(before.outbox_message)
  })

  it('is cancelled on whose word, and its time is free', async () => {
    const residentId = counter.ids.fatima
    const times = []
    for (const by of ['customer', 'heka'] as const) {
      const booked = await book({
        residentId,
        person: null,
        startsAt: at(third, '14:30'),
        lane: 2,
        email: 'a@b.fi',
      })
      const cancelled = await cancel(booked, by)
      expect(cancelled).toEqual({ ...booked, state: 'cancelled', version: 2 })
      expect(await stepsOf(counter, booked.id)).toEqual([])
      expect((await counter.history(booked)).at(-1)).toEqual({ what: 'cancelled', detail: { by } })
      const messages = await messagesOf(counter, booked.id)
      expect(messages.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
        'confirmation dropped',
        'reminder dropped',
        'cancelled waiting',
      ])
      expect(messages[2]).toMatchObject({ ics_method: 'CANCEL', ics: expect.stringContaining('SEQUENCE:1') })
      times.push(cancelled)
    }
    expect(await timelineOf(residentId)).toEqual(['cancelled', 'booked', 'cancelled', 'booked'])
    const [gone] = times
    const notBooked = { refusal: 'notBooked' }
    expect(await errorOf(cancel(gone!))).toEqual(notBooked)
    expect(await errorOf(move(gone!, at(third, '13:00')))).toEqual(notBooked)
    expect(await errorOf(page.appointments.change({ ...which(gone!), phone: null }))).toEqual(notBooked)
    const { visits } = await page.appointments.calendar({ from: third, days: 1 })
    expect(visits.map(({ id }) => id)).not.toContain(gone!.id)
    const { records } = await page.audit.list({
      residentId,
      staffId: null,
      from: null,
      to: null,
      upTo: null,
      page: 0,
    })
    const kept = records.flatMap((each) => (each.action === 'appointments.cancel' ? [each.kept] : []))
    expect(kept).toContainEqual({ by: 'heka' })
  })

  it('is changed in what is said; what is not said stays', async () => {
    const booked = await book({
      startsAt: at(third, '12:45'),
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
    const old = await book({ startsAt: at(third, '14:45') })
    const now = await move(old, at(third, '13:15'))
    const before = await written(counter)
    for (const call of [
      () => move(old, at(third, '13:00')),
      () => cancel(old),
      () => page.appointments.change({ ...which(old), phone: null }),
      () => cancel({ ...now, version: 99 }),
    ])
      expect(await nameOf(call())).toBe('CHANGED_MEANWHILE')
    expect(await written(counter)).toEqual(before)
    const nobody = { ...old, id: '0193aaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa' }
    for (const call of [() => move(nobody, at(third, '13:00')), () => cancel(nobody)])
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
    expect(await sequenceOf(visit)).toBe(1)
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

  it('is not moved or cancelled once the visitor is there', async () => {
    const visit = await book({ startsAt: at(wednesday, '09:00') })
    await counter.setClock(wednesday, '08:50')
    const waiting = await counter.checkIn(visit)
    for (const call of [
      () => move(waiting, at(thursday, '12:00')),
      () => cancel(waiting),
      () => page.appointments.change({ ...which(waiting), phone: null }),
    ])
      expect(await errorOf(call())).toEqual({ refusal: 'notBooked' })
    // Its time stays taken.
    expect(await stepsOf(counter, visit.id)).toEqual(['09:00/1'])
  })

  it('whose time went by can be moved, and its old time is nobody’s', async () => {
    const visit = await book({ startsAt: at(wednesday, '09:15'), email: 'a@b.fi' })
    await counter.setClock(wednesday, '16:00')
    const moved = await move(visit, at(third, '14:15'))
    expect(moved).toMatchObject({ state: 'booked', day: third })
    expect(await stepsOf(counter, visit.id)).toEqual(['14:15/1'])
  })
})
