import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Opened, onBothEngines } from '../support/engines'
import { nameOf } from '../support/outcomes'
import { at, type Counter, openCounter, tuesday, wednesday } from './counter'

onBothEngines('the reception', (engine) => {
  let opened: Opened<Counter>
  let counter: Counter
  beforeAll(async () => {
    opened = await openCounter(engine)
    counter = opened.value
  })
  afterAll(() => opened.cleanUp())

  const visits = () => counter.page.visits
  const giving = {
    residentId: null,
    person: null,
    reason: 'keys',
    language: 'sv',
    additionalInformation: '',
  } as const

  it('gives walk-ins numbers: a resident, somebody unknown and one who gave no name', async () => {
    const resident = await visits().giveNumber({ ...giving, residentId: counter.ids.asa })
    expect(resident).toMatchObject({
      residentId: counter.ids.asa,
      visit: {
        kind: 'walkIn',
        team: 'service',
        state: 'waiting',
        number: 'B1',
        day: tuesday,
        name: 'Åsa Märta Östling',
        language: 'sv',
        startsAt: null,
        lane: null,
        reference: null,
        arrivedAt: counter.desk.now(),
        timesCalled: 0,
        deskNo: null,
      },
    })
    const estate = { kind: 'estate' as const, name: ' Kuolinpesä Virtanen ' }
    const unknown = await visits().giveNumber({ ...giving, person: estate })
    expect(unknown).toMatchObject({
      residentId: null,
      visit: { number: 'B2', name: 'Kuolinpesä Virtanen', personKind: 'estate' },
    })
    expect((await visits().giveNumber(giving)).visit).toMatchObject({
      number: 'B3',
      name: '',
      personKind: null,
    })
    expect(await counter.history(resident.visit)).toEqual([{ what: 'arrived', detail: { number: 'B1' } }])
    const { events } = await counter.page.residents.timeline({ id: counter.ids.asa, page: 0 })
    expect(events[0]).toMatchObject({ kind: 'visit', detail: { what: 'arrived', reason: 'keys' } })
  })

  it('gives no number to two at once, nor to nobody there is', async () => {
    const person = { kind: 'other' as const, name: 'Joku' }
    expect(await nameOf(visits().giveNumber({ ...giving, residentId: counter.ids.asa, person }))).toBe(
      'personOrResident',
    )
    const residentId = '0193aaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa'
    expect(await nameOf(visits().giveNumber({ ...giving, residentId }))).toBe('NOT_FOUND')
    expect((await counter.walkIn()).number).toBe('B4')
  })

  it('hides the contacts and the home of a person under non-disclosure', async () => {
    const protectedVisit = await counter.book('11:45', 'salla')
    expect(protectedVisit).toMatchObject({ phone: null, email: null, contactsHidden: true })
    expect(protectedVisit.marks).toContain('nonDisclosure')
    expect(await counter.visit(await counter.book('11:45', 'eino'))).toMatchObject({
      phone: '+358405550100',
      contactsHidden: false,
    })
    const { visits: shown } = await visits().day({ day: wednesday })
    expect(JSON.stringify(shown.find(({ id }) => id === protectedVisit.id))).not.toMatch(/0405550100/)
  })

  it('checks nobody in on the wrong day', async () => {
    const booked = await counter.book('09:00', 'eino')
    expect(await nameOf(visits().checkIn({ id: booked.id, version: booked.version }))).toBe('wrongDay')
    expect(await counter.visit(booked)).toMatchObject({ state: 'booked', number: null })
  })

  it('gives no numbers outside the hours of walk-ins', async () => {
    await counter.setClock(tuesday, '14:59')
    expect((await counter.walkIn()).number).toBe('B5')
    await counter.setClock(tuesday, '15:00')
    expect(await nameOf(counter.walkIn())).toBe('notWalkInTime')
  })

  it('takes in who was booked, with a number of their own series', async () => {
    const first = await counter.book('09:15', 'jukka')
    const second = await counter.book('09:30', 'Maija Hakija')
    await counter.setClock(wednesday, '08:50')
    expect(await nameOf(counter.walkIn())).toBe('notWalkInTime')
    const { visit } = await visits().checkIn({ id: first.id, version: first.version })
    expect(visit).toMatchObject({
      state: 'waiting',
      number: 'A1',
      arrivedAt: counter.desk.now(),
      version: first.version + 1,
    })
    expect((await counter.checkIn(second)).number).toBe('A2')
    expect(await nameOf(visits().checkIn({ id: first.id, version: first.version }))).toBe('CHANGED_MEANWHILE')
    expect(await nameOf(counter.checkIn(first))).toBe('notPossibleNow')
  })

  it('takes a check-in back, and keeps the number for when they come', async () => {
    const booked = await counter.book('10:00', 'fatima')
    const { version } = await counter.checkIn(booked)
    const { visit } = await visits().undoCheckIn({ id: booked.id, version })
    expect(visit).toMatchObject({ state: 'booked', number: null, arrivedAt: null })
    expect(await nameOf(visits().numberSlip({ id: booked.id }))).toBe('noNumber')
    expect((await counter.checkIn(await counter.book('10:15', 'aada'))).number).toBe('A4')
    expect((await counter.checkIn(booked)).number).toBe('A3')
    expect((await counter.history(booked)).map(({ what }) => what)).toEqual([
      'booked',
      'arrived',
      'arrivalUndone',
      'arrived',
    ])
    const again = await counter.book('10:30', 'notice')
    expect(await nameOf(visits().undoCheckIn({ id: again.id, version: again.version }))).toBe(
      'notPossibleNow',
    )
  })

  it('leaves the number of a day there when the visit moves to another', async () => {
    const booked = await counter.book('10:45', 'special')
    const arrived = await counter.checkIn(booked)
    expect(arrived.number).toBe('A5')
    const undone = (await visits().undoCheckIn({ id: booked.id, version: arrived.version })).visit
    const startsAt = at('2026-12-02', '09:00')
    await counter.page.appointments.move({ id: booked.id, version: undone.version, startsAt, lane: null })
    const other = await counter.book('09:00', 'ended', { day: '2026-12-02' })
    await counter.setClock('2026-12-02', '08:55')
    expect((await counter.checkIn(other)).number).toBe('A1')
    expect((await counter.checkIn(booked)).number).toBe('A2')
  })

  it('takes nobody back who was not booked, or has been at a desk', async () => {
    await counter.setClock('2026-12-08', '09:00')
    const walkIn = await counter.walkIn('asa')
    // The numbers of a new day begin anew.
    expect(walkIn.number).toBe('B1')
    expect(await nameOf(visits().undoCheckIn({ id: walkIn.id, version: walkIn.version }))).toBe(
      'notPossibleNow',
    )
    const booked = await counter.book('09:00', 'jukka', { day: '2026-12-09' })
    await counter.setClock('2026-12-09', '09:00')
    await counter.checkIn(booked)
    await visits().takeDesk({ deskNo: 1, takeOver: false })
    const { visit } = await visits().callNext()
    const handed = await visits().transfer({
      id: booked.id,
      version: visit!.version,
      toDesk: 2,
      reason: null,
      note: '',
    })
    expect(handed.visit.state).toBe('waiting')
    expect(await nameOf(visits().undoCheckIn({ id: booked.id, version: handed.visit.version }))).toBe(
      'notPossibleNow',
    )
  })

  it('takes in one who was said not to have come, with the number that they had', async () => {
    const late = await counter.book('09:15', 'notice', { day: '2026-12-09' })
    await counter.setClock('2026-12-09', '09:30')
    const missed = await visits().noShow({ id: late.id, version: late.version })
    expect(missed.visit.state).toBe('noShow')
    const back = await counter.checkIn(late)
    expect(back).toMatchObject({ state: 'waiting', number: 'A2' })
    await visits().noShow({ id: late.id, version: back.version })
    expect(await counter.checkIn(late)).toMatchObject({ state: 'waiting', number: 'A2' })
  })

  it('prints a slip with the number', async () => {
    const { found } = await visits().find({ text: 'irtonen' })
    const { residentId, pdfBase64 } = await visits().numberSlip({ id: found[0]!.visit.id })
    expect(residentId).toBe(counter.ids.notice)
    expect(Buffer.from(pdfBase64, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
  })
})
