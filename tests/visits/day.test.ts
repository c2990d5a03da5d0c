import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DeskClient } from '#shared/contract/index'
import { openTestDesk, password, type TestDesk } from '../support/desk'
import { type Opened, onBothEngines } from '../support/engines'
import { nameOf } from '../support/outcomes'
import { at, type Counter, openCounter, tuesday, wednesday } from './counter'

const nameless = {
  residentId: null,
  person: null,
  reason: 'keys',
  language: 'fi',
  additionalInformation: '',
} as const

onBothEngines("the reception's day", (engine) => {
  let opened: Opened<Counter>
  let counter: Counter
  beforeAll(async () => {
    opened = await openCounter(engine)
    counter = opened.value
  })
  afterAll(() => opened.cleanUp())

  const day = (of: string | null = null, page: DeskClient = counter.page) => page.visits.day({ day: of })

  it('says when walk-ins may come, and how the office is open', async () => {
    expect(await day()).toMatchObject({
      day: tuesday,
      now: counter.desk.now(),
      access: 'walkIn',
      walkIns: {
        now: true,
        until: at(tuesday, '15:00'),
        next: { from: at('2026-12-01', '09:00'), to: at('2026-12-01', '15:00') },
      },
      visits: [],
    })
    await counter.setClock(wednesday, '09:00')
    expect(await day()).toMatchObject({
      day: wednesday,
      access: 'appointment',
      walkIns: { now: false, until: null, next: { from: at('2026-12-01', '09:00') } },
    })
    await counter.setClock(wednesday, '12:00')
    expect(await day()).toMatchObject({ access: null })
  })

  it('counts the visits of the day, and shows those of any other', async () => {
    const thursday = '2026-11-26'
    const booked = await counter.book('12:00', 'asa', { day: thursday })
    const later = await counter.book('12:15', 'Toinen', { day: thursday })
    await counter.book('12:30', 'Kolmas', { day: thursday })
    expect((await day(thursday)).visits.map(({ id }) => id)).toContain(booked.id)
    expect(await day()).toMatchObject({ day: wednesday, visits: [], figures: { booked: 0 } })
    await counter.setClock(thursday, '11:50')
    await counter.checkIn(booked)
    const since = counter.desk.now()
    counter.desk.wait(5 * 60_000)
    await counter.checkIn(later)
    expect((await day()).figures).toEqual({
      booked: 1,
      waiting: 2,
      longestWaitingSince: since,
      parked: 0,
      called: 0,
      finished: 0,
      noShows: 0,
    })
    expect((await day()).visits.map(({ name }) => name)).toEqual(['Åsa Märta Östling', 'Toinen', 'Kolmas'])
  })

  it('is for those who serve', async () => {
    for (const role of ['counter', 'phone', 'asoy', 'lead'] as const)
      expect(await nameOf(day(null, await counter.colleague(role))), role).toBe('done')
    expect(await nameOf(day(null, await counter.colleague('administrator')))).toBe('FORBIDDEN')
  })

  it('begins at midnight in Helsinki, also on the days when clocks change', async () => {
    const { timetable } = await counter.page.timetable.read()
    const periods = [{ from: '00:00', to: '24:00', access: 'walkIn' as const, desks: 1 }]
    let { version } = timetable
    for (const sunday of ['2027-03-28', '2027-10-31'])
      ({
        timetable: { version },
      } = await counter.page.timetable.save({
        version,
        change: { kind: 'day', day: sunday, periods, note: 'Kesäaika' },
      }))
    const { desk, page } = counter
    /** Turns the clock far; whoever was signed in has to sign in again. */
    const wait = async (milliseconds: number) => {
      desk.wait(milliseconds)
      await page.staff.signIn({ username: 'aino', password })
    }
    const give = async () => (await page.visits.giveNumber(nameless)).visit
    for (const [sunday, hours] of [
      ['2027-03-28', 23],
      ['2027-10-31', 25],
    ] as const) {
      await wait(at(sunday, '00:00').getTime() - 1 - desk.now().getTime())
      expect((await day()).walkIns.now).toBe(false)
      desk.wait(1)
      expect(await day()).toMatchObject({
        day: sunday,
        access: 'walkIn',
        walkIns: { now: true, until: new Date(desk.now().getTime() + hours * 3_600_000) },
      })
      expect((await give()).number).toBe('B1')
      await page.visits.takeDesk({ deskNo: 1, takeOver: false })
      expect((await page.visits.callNext()).visit?.number).toBe('B1')
      // The hour that is not there, or is there twice, is of the same day.
      await wait((hours - 20) * 3_600_000)
      expect(await give()).toMatchObject({ number: 'B2', day: sunday })
      await wait(20 * 3_600_000 - 1)
      expect(await give()).toMatchObject({ number: 'B3', day: sunday })
      expect((await day()).myDesk).toBe(1)
      desk.wait(1)
      expect(await day()).toMatchObject({ myDesk: null, figures: { waiting: 0, called: 0 } })
    }
  })
})

onBothEngines('a restart in the middle of the day', (engine) => {
  let opened: Opened<TestDesk>
  beforeAll(async () => {
    opened = await openTestDesk(engine)
  })
  afterAll(() => opened.cleanUp())

  it('keeps who waits, who is called, who sits where, and the numbers', async () => {
    const page = await opened.value.administrator()
    for (let given = 0; given < 2; given += 1) await page.visits.giveNumber(nameless)
    await page.visits.takeDesk({ deskNo: 2, takeOver: false })
    const { visit } = await page.visits.callNext()
    const before = await page.visits.day({ day: null })
    const reopened = await opened.value.reopen()
    try {
      const again = reopened.value.page()
      await again.staff.signIn({ username: 'aino', password })
      expect(await again.visits.day({ day: null })).toEqual(before)
      expect(await nameOf(again.visits.callNext())).toBe('stillServing')
      const { id, version } = visit!
      await again.visits.finish({ id, version, outcome: 'done', note: '' })
      expect((await again.visits.callNext()).visit).toMatchObject({ number: 'B2', deskNo: 2 })
      expect((await again.visits.giveNumber(nameless)).visit.number).toBe('B3')
    } finally {
      await reopened.cleanUp()
    }
  })
})
