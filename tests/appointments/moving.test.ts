import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DeskClient } from '#shared/contract/index'
import { type Opened, onBothEngines } from '../support/engines'
import { nameOf } from '../support/outcomes'
import { at, type Counter, openCounter, wednesday } from '../visits/counter'
import {
  acting,
  errorOf,
  messagesOf,
  nextThursday,
  nextWednesday,
  sequenceOf,
  stepsOf,
  thursday,
  which,
  written,
  wrongFields,
} from './bookings'

onBothEngines('a booked visit’s time', (engine) => {
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

  const timelineOf = async (id: string) =>
    (await page.residents.timeline({ id, page: 0 })).events
      .filter(({ kind }) => kind === 'visit')
      .map(({ detail }) => (detail as { what: string }).what)

  it('is moved: its old time is another’s, its history, calendar entry and messages follow', async () => {
    const residentId = counter.ids.eino
    const booked = await book({
      residentId,
      person: null,
      startsAt: at(nextWednesday, '09:00'),
      lane: 2,
      email: 'a@b.fi',
      phone: '040 555 0100',
      additionalInformation: 'Avain',
    })
    counter.desk.wait(60_000)
    const moved = await move(booked, at(nextThursday, '12:15'))
    expect(moved).toEqual({
      ...booked,
      version: 2,
      day: nextThursday,
      startsAt: at(nextThursday, '12:15'),
      endsAt: at(nextThursday, '12:30'),
      lane: 1,
    })
    expect(await stepsOf(counter, booked.id)).toEqual(['12:15/1'])
    expect(await counter.history(booked)).toEqual([
      { what: 'booked', detail: { startsAt: at(nextWednesday, '09:00').toISOString(), lane: 2 } },
      {
        what: 'moved',
        detail: {
          from: at(nextWednesday, '09:00').toISOString(),
          fromLane: 2,
          to: at(nextThursday, '12:15').toISOString(),
          toLane: 1,
        },
      },
    ])
    expect(await timelineOf(residentId)).toEqual(['moved', 'booked'])
    expect(await sequenceOf(counter, booked)).toBe(1)
    const messages = await messagesOf(counter, booked.id)
    expect(messages.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'confirmation dropped',
      'reminder dropped',
      'moved waiting',
      'reminder waiting',
    ])
    expect(messages[2]!.ics).toMatch(/SEQUENCE:1\r?\n(.*\r?\n)*DTSTART:20261203T101500Z/)
    expect(await book({ startsAt: at(nextWednesday, '09:00'), lane: 2 })).toMatchObject({ state: 'booked' })
    const [record] = (
      await page.audit.list({ residentId, staffId: null, from: null, to: null, upTo: null, page: 0 })
    ).records.filter(({ action }) => action === 'appointments.move')
    expect(record).toMatchObject({ outcome: 'done' })
  })

  it('is moved by a step of its own, and to another desk of the same time without a word', async () => {
    const booked = await book({
      startsAt: at(nextWednesday, '10:00'),
      lane: 1,
      reason: 'lease',
      email: 'a@b.fi',
    })
    const later = await move(booked, at(nextWednesday, '10:15'), 1)
    expect(await stepsOf(counter, booked.id)).toEqual(['10:15/1', '10:30/1'])
    const earlier = await move(later, at(nextWednesday, '10:00'))
    expect(await stepsOf(counter, booked.id)).toEqual(['10:00/1', '10:15/1'])
    const before = (await messagesOf(counter, booked.id)).length
    const beside = await move(earlier, at(nextWednesday, '10:00'), 3)
    expect(beside).toMatchObject({ lane: 3, startsAt: booked.startsAt })
    expect(await messagesOf(counter, booked.id)).toHaveLength(before)
    for (const lane of [null, 3])
      expect(await errorOf(move(beside, at(nextWednesday, '10:00'), lane))).toEqual({ refusal: 'sameTime' })
    expect(await counter.visit(booked)).toEqual(beside)
  })

  it('is as long as its reason takes now when it is moved, and the customer is told', async () => {
    const booked = await book({
      startsAt: at(nextWednesday, '11:00'),
      email: 'a@b.fi',
      reason: 'termination',
    })
    const lengthen = async (termination: number) => {
      const { version, rules } = (await page.timetable.read()).timetable
      const minutes = { ...rules.minutes, termination }
      await page.timetable.save({ version, change: { kind: 'rules', rules: { ...rules, minutes } } })
    }
    await lengthen(45)
    const moved = await move(booked, at(nextWednesday, '11:00'), 3)
    expect(moved.endsAt).toEqual(at(nextWednesday, '11:45'))
    expect((await messagesOf(counter, booked.id)).map(({ kind }) => kind)).toContain('moved')
    await lengthen(30)
  })

  it('is not moved where nothing is given', async () => {
    const booked = await book({ startsAt: at(nextThursday, '14:00'), email: 'a@b.fi' })
    const before = await written(counter)
    const refused = [
      [at(wednesday, '08:45'), null, 'outsideHours'],
      [at('2026-11-27', '09:00'), null, 'closedWeekday'],
      [at('2026-12-01', '09:00'), null, 'walkInOnly'],
      [at('2026-12-24', '12:00'), null, 'closedEve'],
      [at('2027-01-06', '09:00'), null, 'closedHoliday'],
      [at('2027-01-27', '09:00'), null, 'tooFarAhead'],
      [at(nextThursday, '14:05'), null, 'offGrid'],
      [at('2026-11-19', '12:00'), null, 'timePast'],
      [at(nextThursday, '13:00'), 0, 'outsideHours'],
      [at(nextThursday, '13:00'), 4, 'outsideHours'],
    ] as const
    for (const [startsAt, lane, refusal] of refused)
      expect(await errorOf(move(booked, startsAt, lane)), refusal).toEqual({ refusal, field: 'startsAt' })
    for (const lane of [1, 2, 3]) await book({ startsAt: at(nextThursday, '13:30'), lane })
    const full = await written(counter)
    expect(await nameOf(move(booked, at(nextThursday, '13:30')))).toBe('SLOT_TAKEN')
    expect(await nameOf(move(booked, at(nextThursday, '13:30'), 2))).toBe('SLOT_TAKEN')
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
        startsAt: at(nextThursday, '14:30'),
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
    expect(await errorOf(move(gone!, at(nextThursday, '13:00')))).toEqual(notBooked)
    expect(await errorOf(page.appointments.change({ ...which(gone!), phone: null }))).toEqual(notBooked)
    const { visits } = await page.appointments.calendar({ from: nextThursday, days: 1 })
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
    const moved = await move(visit, at(nextThursday, '14:15'))
    expect(moved).toMatchObject({ state: 'booked', day: nextThursday })
    expect(await stepsOf(counter, visit.id)).toEqual(['14:15/1'])
  })
})
