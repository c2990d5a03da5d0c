import { afterAll, beforeAll, expect, it } from 'vitest'
import { visitPersonKinds } from '#shared/contract/visits'
import { type Opened, onBothEngines } from '../support/engines'
import { nameOf } from '../support/outcomes'
import { at, type Counter, openCounter, tuesday, wednesday } from '../visits/counter'
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

onBothEngines('booking', (engine) => {
  let opened: Opened<Counter>
  let counter: Counter
  beforeAll(async () => {
    opened = await openCounter(engine)
    counter = opened.value
    const { version } = (await counter.page.timetable.read()).timetable
    const closed = { kind: 'day' as const, day: '2026-12-03', periods: [], note: 'Koulutus' }
    await counter.page.timetable.save({ version, change: closed })
  })
  afterAll(() => opened.cleanUp())

  const book = (change: Partial<Booking> = {}) => counter.page.appointments.book(booking(change))
  const resident = (who: keyof Counter['ids']) => ({ residentId: counter.ids[who], person: null })
  const recordsOf = async (residentId: string | null) =>
    (
      await counter.page.audit.list({ residentId, staffId: null, from: null, to: null, upTo: null, page: 0 })
    ).records.filter(({ action }) => action === 'appointments.book')

  it('of a resident keeps what was said, with its history, timeline, record and messages', async () => {
    const before = await written(counter)
    const { visit, residentId } = await book({
      ...resident('asa'),
      reason: 'lease',
      startsAt: at(thursday, '13:30'),
      phone: '040-555 0123',
      email: ' Asa@EXAMPLE.com ',
      language: 'sv',
      additionalInformation: ' Rivi\nToinen; "kolmas" ',
    })
    expect(residentId).toBe(counter.ids.asa)
    expect(visit).toMatchObject({
      version: 1,
      kind: 'appointment',
      team: 'service',
      state: 'booked',
      residentId: counter.ids.asa,
      personKind: null,
      name: 'Åsa Märta Östling',
      reason: 'lease',
      language: 'sv',
      additionalInformation: 'Rivi\nToinen; "kolmas"',
      phone: '+358405550123',
      email: 'Asa@example.com',
      contactsHidden: false,
      day: thursday,
      startsAt: at(thursday, '13:30'),
      endsAt: at(thursday, '14:00'),
      lane: 1,
      reference: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/),
      number: null,
      bookedAt: counter.desk.now(),
      bookedBy: 'Aino Pääkäyttäjä',
    })
    expect(await stepsOf(counter, visit.id)).toEqual(['13:30/1', '13:45/1'])
    expect((await counter.page.appointments.ofResident({ residentId: counter.ids.asa })).visits).toEqual([
      visit,
    ])
    expect(await counter.history(visit)).toEqual([
      { what: 'booked', detail: { startsAt: visit.startsAt!.toISOString(), lane: 1 } },
    ])
    const { events } = await counter.page.residents.timeline({ id: counter.ids.asa, page: 0 })
    expect(events.filter(({ kind }) => kind === 'visit')).toMatchObject([
      { detail: { what: 'booked', visitId: visit.id, reason: 'lease' } },
    ])
    expect(await recordsOf(counter.ids.asa)).toMatchObject([
      { outcome: 'done', kept: { reason: 'lease', team: 'service' } },
    ])
    expect(await messagesOf(counter, visit.id)).toMatchObject([
      { kind: 'confirmation', recipient: 'Asa@example.com', language: 'sv', ics_method: 'REQUEST' },
      { kind: 'reminder', state: 'waiting', ics: null },
    ])
    const after = await written(counter)
    expect(after).toEqual({
      visit: before.visit! + 1,
      visit_slot: before.visit_slot! + 2,
      visit_event: before.visit_event! + 1,
      outbox_message: before.outbox_message! + 2,
      timeline_event: before.timeline_event! + 1,
    })
  })

  it('takes nothing from the register that was not said, and writes no message without an address', async () => {
    const { visit } = await book({ ...resident('samu'), startsAt: at(wednesday, '09:30') })
    expect(visit).toMatchObject({ phone: null, email: null, contactsHidden: false, language: 'fi' })
    expect(await messagesOf(counter, visit.id)).toEqual([])
    for (const nothing of ['', '  '])
      expect(
        (await book({ startsAt: at(thursday, '12:00'), phone: nothing, email: nothing })).visit,
      ).toMatchObject({ phone: null, email: null })
  })

  it.each(visitPersonKinds)('of somebody who is not in the register: %s', async (kind) => {
    const time = `09:${visitPersonKinds.indexOf(kind) * 15}`.replace(/:0$/, ':00')
    const { visit, residentId } = await book({
      person: { kind, name: ' Ö. “Nimi” ' },
      startsAt: at('2026-12-02', time),
      email: 'a@b.fi',
    })
    expect(residentId).toBeNull()
    expect(visit).toMatchObject({ residentId: null, personKind: kind, name: 'Ö. “Nimi”', marks: [] })
    expect((await messagesOf(counter, visit.id))[0]).toMatchObject({ recipient: 'a@b.fi' })
  })

  it('puts the reminder so long before the visit as the lead says, and none when it would be past', async () => {
    const { visit } = await book({ email: 'a@b.fi', startsAt: at(thursday, '12:00') })
    const [row] = await counter.sql(
      `SELECT next_try_at FROM outbox_message WHERE visit_id = '${visit.id}' AND kind = 'reminder'`,
    )
    expect(new Date(row!.next_try_at as number)).toEqual(at(wednesday, '12:00'))
    const { visit: soon } = await book({ email: 'a@b.fi', startsAt: at(wednesday, '10:15') })
    expect((await messagesOf(counter, soon.id)).map(({ kind }) => kind)).toEqual(['confirmation'])
  })

  const times: readonly (readonly [
    what: string,
    startsAt: Date,
    refusal: string,
    change?: Partial<Booking>,
  ])[] = [
    ['long ago', at('2020-01-01', '09:00'), 'timePast'],
    ['this very moment', at(tuesday, '10:30'), 'timePast'],
    ['on the last day there can be', at('2199-12-25', '09:00'), 'tooFarAhead'],
    ['the day after the last', at('2027-01-27', '09:00'), 'tooFarAhead'],
    ['on a Friday', at('2026-11-27', '09:00'), 'closedWeekday'],
    ['on a Wednesday that is Epiphany', at('2027-01-06', '09:00'), 'closedHoliday'],
    ['on a Thursday that is Christmas Eve', at('2026-12-24', '12:00'), 'closedEve'],
    ['on an exceptional day', at('2026-12-03', '12:00'), 'closedException'],
    ['on a Tuesday', at('2026-12-01', '09:00'), 'walkInOnly'],
    ['before the opening', at(wednesday, '08:45'), 'outsideHours'],
    ['at the end of the opening', at(wednesday, '12:00'), 'outsideHours'],
    ['at a desk that is not open', at(wednesday, '09:00'), 'outsideHours', { lane: 4 }],
    ['at the As Oy team’s own', at(wednesday, '09:00'), 'outsideHours', { lane: 0 }],
    ['beside the grid', at(wednesday, '09:05'), 'offGrid'],
    ['a millisecond beside it', new Date(at(wednesday, '09:15').getTime() + 1), 'offGrid'],
    ['so late that it is not over at the end', at(wednesday, '11:45'), 'tooLong', { reason: 'lease' }],
    ['the same at one desk', at(wednesday, '11:45'), 'tooLong', { reason: 'lease', lane: 2 }],
  ]
  const refused = times.map(([what, startsAt, refusal, change = {}]) => ({ what, startsAt, refusal, change }))
  it.each(refused)('$what is refused', async ({ startsAt, refusal, change }) => {
    const before = await written(counter)
    expect(await errorOf(book({ startsAt, ...change }))).toEqual({ refusal, field: 'startsAt' })
    expect(await written(counter)).toEqual(before)
  })

  it('the last day and the last step of an opening are taken', async () => {
    expect((await book({ startsAt: at('2027-01-21', '14:45') })).visit.day).toBe('2027-01-21')
    expect(await nameOf(book({ startsAt: at(wednesday, '11:30'), reason: 'lease' }))).toBe('done')
  })

  const wrong: readonly (readonly [what: string, change: Partial<Booking>, error: object])[] = [
    ['a phone number that is none', { phone: '12' }, { refusal: 'phoneInvalid', field: 'phone' }],
    ['words for a phone number', { phone: 'soita pojalle' }, { refusal: 'phoneInvalid', field: 'phone' }],
    ['an address that is none', { email: 'a@b' }, { refusal: 'emailInvalid', field: 'email' }],
    ['two addresses', { email: 'a@b.fi, c@d.fi' }, { refusal: 'emailInvalid', field: 'email' }],
    ['no name', { person: { kind: 'estate', name: '  ' } }, { refusal: 'nameRequired', field: 'name' }],
    ['nobody', { person: null }, { refusal: 'personOrResident' }],
    [
      'building maintenance',
      { reason: 'buildingMaintenance' },
      { refusal: 'maintenanceArrangesByPhone', field: 'reason' },
    ],
    [
      'housing support',
      { reason: 'housingSupport' },
      { refusal: 'housingSupportArrangesByPhone', field: 'reason' },
    ],
  ]
  it.each(wrong)('%s is refused', async (_what, change, error) => {
    const before = await written(counter)
    expect(await errorOf(book(change))).toEqual(error)
    expect(await written(counter)).toEqual(before)
  })

  it('of a resident and of somebody else at once, of the dead, and of nobody known is refused', async () => {
    const before = await written(counter)
    expect(await errorOf(book({ residentId: counter.ids.asa }))).toEqual({ refusal: 'personOrResident' })
    expect(await errorOf(book(resident('dead')))).toEqual({ refusal: 'residentDied' })
    const nobody = { residentId: '0193aaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa', person: null }
    expect(await errorOf(book(nobody))).toBe('NOT_FOUND')
    expect(await written(counter)).toEqual(before)
    expect((await recordsOf(counter.ids.dead)).map(({ outcome }) => outcome)).toEqual(['residentDied'])
    expect((await recordsOf(nobody.residentId)).map(({ outcome }) => outcome)).toEqual(['NOT_FOUND'])
  })

  const spoilt: readonly (readonly [field: string, change: object])[] = [
    ['person.name', { person: { kind: 'other', name: 'Nimi\r\nBcc: toinen@example.com' } }],
    ['person.name', { person: { kind: 'other', name: 'Nimi\u0000' } }],
    ['person.name', { person: { kind: 'other', name: 'Nimi\u2028' } }],
    ['person.name', { person: { kind: 'other', name: 'n'.repeat(121) } }],
    ['person.kind', { person: { kind: 'friend', name: 'Nimi' } }],
    ['email', { email: 'a@b.fi\r\nBcc: toinen@example.com' }],
    ['phone', { phone: '040 555\n0123' }],
    ['additionalInformation', { additionalInformation: 'x'.repeat(2001) }],
    ['additionalInformation', { additionalInformation: 'x'.repeat(10_000) }],
    ['additionalInformation', { additionalInformation: 'a\u0007' }],
    ['additionalInformation', { additionalInformation: '\ud800' }],
    ['startsAt', { startsAt: new Date(Number.NaN) }],
    ['startsAt', { startsAt: new Date(-8.64e15) }],
    ['startsAt', { startsAt: new Date(8.64e15) }],
    ['startsAt', { startsAt: new Date('+010000-01-05T07:00:00Z') }],
    ['lane', { lane: -1 }],
    ['lane', { lane: 1.5 }],
    ['language', { language: 'et' }],
    ['reason', { reason: 'coffee' }],
    ['residentId', { residentId: 'asa', person: null }],
  ]
  it('of wrong input names the field', async () => {
    const before = await written(counter)
    for (const [field, change] of spoilt)
      expect(await wrongFields(book(change as Partial<Booking>)), JSON.stringify(change)).toEqual([field])
    expect(await written(counter)).toEqual(before)
    const long = 'x'.repeat(2000)
    const { visit } = await book({ startsAt: at(thursday, '13:00'), additionalInformation: long })
    expect(visit.additionalInformation).toBe(long)
  })

  const monday = at('2026-11-30', '09:00')
  it('of As Oy residents is for the As Oy team, outside the public hours', async () => {
    const { teamOf } = counter.page.appointments
    expect(await teamOf({ residentId: counter.ids.asoy })).toEqual({ team: 'asoy' })
    // One who once lived in an As Oy apartment, and one without a home.
    for (const who of ['samu', 'nowhere'] as const)
      expect(await teamOf({ residentId: counter.ids[who] })).toEqual({ team: 'service' })
    const asOyTeam = await counter.colleague('asoy')
    const service = await counter.colleague('phone')
    const both = await counter.colleague('asoy', 'counter')
    const before = await written(counter)
    const asOy = { ...resident('asoy'), team: 'asoy', startsAt: monday } as const
    const by = (page: typeof service, change: Partial<Booking>) =>
      errorOf(page.appointments.book(booking(change)))
    // Whatever team the page asks for, the home decides.
    for (const team of ['asoy', 'service'] as const)
      expect(await by(service, { ...asOy, team })).toEqual({ refusal: 'asOyTeamBooks' })
    expect(await by(asOyTeam, { ...asOy, team: 'service' })).toEqual({ refusal: 'asOyTeamBooks' })
    for (const team of ['asoy', 'service'] as const)
      expect(await by(asOyTeam, { ...resident('asa'), team })).toEqual({ refusal: 'customerServiceBooks' })
    expect(await by(both, { ...resident('asa'), team: 'asoy' })).toEqual({ refusal: 'customerServiceBooks' })
    expect(await by(service, { team: 'asoy', startsAt: monday })).toEqual({ refusal: 'asOyTeamBooks' })
    expect(await by(asOyTeam, {})).toEqual({ refusal: 'customerServiceBooks' })
    for (const startsAt of [at(wednesday, '09:00'), at(thursday, '14:45'), at('2026-12-01', '09:00')])
      expect(await by(asOyTeam, { ...asOy, startsAt })).toEqual({ refusal: 'publicHours', field: 'startsAt' })
    expect(await by(asOyTeam, { ...asOy, startsAt: at('2027-01-06', '13:00') })).toMatchObject({
      refusal: 'closedHoliday',
    })
    expect(await by(asOyTeam, { ...asOy, startsAt: at('2026-12-05', '09:00') })).toMatchObject({
      refusal: 'closedWeekday',
    })
    expect(await by(asOyTeam, { ...asOy, lane: 1 })).toMatchObject({ refusal: 'outsideHours' })
    expect(await by(asOyTeam, { ...asOy, reason: 'lease', startsAt: at(thursday, '11:45') })).toMatchObject({
      refusal: 'tooLong',
    })
    expect(await written(counter)).toEqual(before)
    const { visit } = await asOyTeam.appointments.book(booking(asOy))
    expect(visit).toMatchObject({ team: 'asoy', lane: 0, marks: ['asoy'] })
    const later = { ...asOy, startsAt: at(wednesday, '12:00') }
    expect(await by(both, later)).toBe('done')
    expect(await by(both, { startsAt: at(wednesday, '11:00') })).toBe('done')
    expect(await by(both, { team: 'asoy', startsAt: at(wednesday, '12:15') })).toBe('done')
    expect(await by(await counter.colleague('administrator'), {})).toBe('FORBIDDEN')
  })

  it('that cannot be recorded leaves nothing, and nothing in the outbox', async () => {
    const before = await written(counter)
    // The record of the call is the last thing that is written.
    await counter.sql('ALTER TABLE audit RENAME TO elsewhere')
    expect(await errorOf(book({ startsAt: at(thursday, '14:00'), email: 'a@b.fi' }))).toBe('STORE_FAILED')
    await counter.sql('ALTER TABLE elsewhere RENAME TO audit')
    expect(counter.desk.reported.splice(0)).toHaveLength(1)
    expect(await written(counter)).toEqual(before)
    expect(await errorOf(book({ startsAt: at(thursday, '14:00'), email: 'a@b.fi' }))).toBe('done')
  })
})
