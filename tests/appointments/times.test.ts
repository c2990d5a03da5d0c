import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DeskClient } from '#shared/contract/index'
import type { TimetableChange } from '#shared/contract/timetable'
import type { VisitView } from '#shared/contract/visits'
import { stepsOf, type Wanted } from '#shared/rules/slots'
import { visitReasons } from '#shared/rules/visitReasons'
import { password } from '../support/desk'
import { type Opened, onBothEngines } from '../support/engines'
import { nameOf } from '../support/outcomes'
import { oracleOffers } from '../support/slotOracle'
import { finnishHolidays, opening } from '../support/timetable'
import { at, type Counter, openCounter, wednesday } from '../visits/counter'
import { booking, errorOf, thursday } from './bookings'

/** A Monday with hours of its own in which there is little room. */
const monday = '2026-11-30'
const mondayHours = [
  opening('09:00', '10:30', 'appointment', 2),
  opening('10:30', '11:00', 'walkIn', 2),
  opening('11:00', '12:00', 'appointment', 1),
]
const days = [
  ...[monday, monday, monday, wednesday, thursday],
  ...['2026-11-27', '2026-12-01', '2026-12-24', '2026-12-31', '2027-01-06', '2027-01-23', '2027-01-27'],
]
const closed = { periods: [], times: [] }

interface Attempt {
  readonly day: string
  readonly wanted: Wanted
  /** Quarters of an hour from midnight. */
  readonly quarter: number
  readonly lane: number | null
  /** Which visit is cancelled or moved afterwards, if it is there. */
  readonly other: number
  readonly afterwards: 'cancel' | 'move' | 'nothing'
}

onBothEngines('the times that are offered', (engine) => {
  let opened: Opened<Counter>
  let counter: Counter
  let page: DeskClient
  let both: DeskClient
  /** Every visit that is booked. */
  const booked: VisitView[] = []
  beforeAll(async () => {
    opened = await openCounter(engine)
    counter = opened.value
    page = counter.page
    both = await counter.colleague('asoy', 'counter')
    await exceptionalDay(monday, mondayHours)
  })
  afterAll(() => opened.cleanUp())

  async function exceptionalDay(day: string, periods: readonly ReturnType<typeof opening>[]) {
    const { version } = (await page.timetable.read()).timetable
    const change: TimetableChange = { kind: 'day', day, periods: [...periods], note: 'Poikkeus' }
    await page.timetable.save({ version, change })
  }

  /** Turns the clock far ahead, where the lead has to sign in again. */
  async function turnTo(day: string) {
    counter.desk.wait(at(day, '08:00').getTime() - counter.desk.now().getTime())
    await page.staff.signIn({ username: 'aino', password })
  }

  const world = async () => ({
    timetable: (await page.timetable.read()).timetable,
    holidays: finnishHolidays,
    now: counter.desk.now(),
    taken: booked.flatMap(({ startsAt, endsAt, lane }) =>
      stepsOf(startsAt!, endsAt!).map((step) => ({ startsAt: step, lane: lane! })),
    ),
  })
  const onDay = async (day: string, wanted: Wanted) =>
    (await page.appointments.times({ from: day, days: 1, ...wanted })).days[0]!
  const freeOn = async (day: string, wanted: Wanted) =>
    (await onDay(day, wanted)).times.flatMap(({ startsAt, free, why }) =>
      why === null ? [{ startsAt: startsAt.getTime(), free }] : [],
    )

  /** Everything that tells of a day says the same as the oracle. */
  async function agree(day: string, wanted: Wanted) {
    const offers = oracleOffers(day, wanted, await world())
    const expected = offers.map(({ startsAt, lanes }) => ({ startsAt, free: lanes.length }))
    expect(await freeOn(day, wanted)).toEqual(expected)
    const after = new Date(at(day, '00:00').getTime() - 1)
    const next = (await page.appointments.next({ ...wanted, after, limit: 20 })).times
    const before = at(day, '24:00')
    expect(
      next.flatMap(({ startsAt }) => (startsAt < before ? [{ startsAt: startsAt.getTime() }] : [])),
    ).toEqual(offers.slice(0, 20).map(({ startsAt }) => ({ startsAt })))
    const shown = (await page.appointments.calendar({ from: day, days: 1 })).visits
    expect(shown.map(({ id, lane }) => `${id} ${lane}`).sort()).toEqual(
      booked.flatMap((visit) => (visit.day === day ? [`${visit.id} ${visit.lane}`] : [])).sort(),
    )
    return offers
  }

  const someAttempt: fc.Arbitrary<Attempt> = fc.record({
    day: fc.constantFrom(...days),
    wanted: fc.record({
      reason: fc.constantFrom(...visitReasons),
      team: fc.constantFrom('service', 'service', 'service', 'asoy'),
    }),
    quarter: fc.integer({ min: 35, max: 60 }),
    lane: fc.option(fc.integer({ min: 0, max: 3 }), { freq: 2 }),
    other: fc.nat({ max: 30 }),
    afterwards: fc.constantFrom('cancel', 'move', 'nothing', 'nothing'),
  })

  it('are free, and are all that is free, whatever is booked, moved and cancelled', async () => {
    const inTurn = async ({ day, wanted, quarter, lane, other, afterwards }: Attempt) => {
      const offers = await agree(day, wanted)
      const time = `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`
      const startsAt = at(day, time)
      const offer = offers.find((each) => each.startsAt === startsAt.getTime())
      const free = lane === null ? offer?.lanes[0] : offer?.lanes.find((each) => each === lane)
      const { why } = await page.timetable.explain({ day, time, ...wanted })
      expect(why === null).toBe(offer !== undefined)
      const call = both.appointments.book(booking({ ...wanted, startsAt, lane }))
      if (free === undefined) {
        const name = await nameOf(call)
        expect(name).not.toBe('done')
        if (lane === null) expect(name).toBe(why === 'taken' ? 'SLOT_TAKEN' : why)
      } else {
        const { visit } = await call
        expect(visit).toMatchObject({ startsAt, lane: free, day })
        booked.push(visit)
      }
      const moving = booked[other]
      if (moving === undefined || afterwards === 'nothing') return
      const which = { id: moving.id, version: moving.version }
      if (afterwards === 'cancel') {
        await both.appointments.cancel({ ...which, by: 'heka' })
        booked.splice(other, 1)
      } else {
        const wantedThen = { reason: moving.reason, team: moving.team }
        const [first] = (await both.appointments.next({ ...wantedThen, after: null, limit: 1 })).times
        if (first === undefined || first.startsAt.getTime() === moving.startsAt?.getTime()) return
        const to = { ...which, startsAt: first.startsAt, lane: null }
        booked[other] = (await both.appointments.move(to)).visit
      }
    }
    await fc.assert(fc.asyncProperty(someAttempt, inTurn), { numRuns: 60, endOnFailure: true })
    for (const day of new Set(days)) await agree(day, { reason: 'lease', team: 'service' })
    const steps = await counter.sql('SELECT starts_at, lane FROM visit_slot')
    expect(steps).toHaveLength((await world()).taken.length)
  })

  it('can all be booked, and then there are none', async () => {
    const day = '2026-12-07'
    await exceptionalDay(day, mondayHours)
    const keys = { reason: 'keys', team: 'service' } as const
    expect((await freeOn(day, keys)).map(({ free }) => free)).toEqual([2, 2, 2, 2, 2, 2, 1, 1, 1, 1])
    for (let left = 16; left > 0; left -= 1) {
      const free = await freeOn(day, keys)
      expect(free.reduce((sum, each) => sum + each.free, 0)).toBe(left)
      const { startsAt } = free[left % free.length]!
      booked.push((await both.appointments.book(booking({ startsAt: new Date(startsAt) }))).visit)
    }
    const { times } = await onDay(day, keys)
    expect(times).toHaveLength(10)
    expect(times.every(({ why, free }) => why === 'taken' && free === 0)).toBe(true)
    const full = await errorOf(both.appointments.book(booking({ startsAt: at(day, '11:00') })))
    const { next } = full as { next: Date[] }
    expect(next).toHaveLength(3)
    expect(next.every((time) => time > at('2026-12-08', '00:00'))).toBe(true)
  })

  it('say why a day has none', async () => {
    const shown = (from: string, wanted: Wanted = { reason: 'keys', team: 'service' }) => onDay(from, wanted)
    expect(await shown('2026-12-24')).toMatchObject({
      ...closed,
      closedBecause: 'eve',
      holiday: 'christmasEve',
    })
    expect(await shown('2027-01-06')).toMatchObject({
      ...closed,
      closedBecause: 'holiday',
      holiday: 'epiphany',
    })
    expect(await shown('2026-11-27')).toMatchObject({ ...closed, closedBecause: 'weekday', holiday: null })
    expect(await shown('2026-12-01')).toMatchObject({
      closedBecause: 'walkInOnly',
      times: [],
      periods: [
        { from: at('2026-12-01', '09:00'), to: at('2026-12-01', '15:00'), access: 'walkIn', desks: 3 },
      ],
    })
    expect(await shown(monday)).toMatchObject({ closedBecause: null, note: 'Poikkeus' })
    const far = (await shown('2027-01-27')).times
    expect(far).toHaveLength(12)
    expect(new Set(far.map(({ why }) => why))).toEqual(new Set(['tooFarAhead']))
    const last = (await shown(wednesday, { reason: 'lease', team: 'service' })).times.at(-1)
    expect(last).toMatchObject({ startsAt: at(wednesday, '11:45'), why: 'tooLong' })
  })

  it('are told of the days at either end of the calendar', async () => {
    const wanted = { reason: 'keys', team: 'service' } as const
    for (const from of ['1850-01-01', '2200-12-31']) {
      expect(await nameOf(page.appointments.times({ from, days: 14, ...wanted })), from).toBe('done')
      expect(await nameOf(page.appointments.calendar({ from, days: 14 })), from).toBe('done')
      expect(await nameOf(page.timetable.explain({ day: from, time: '09:00', ...wanted })), from).toBe('done')
    }
    const after = new Date('2199-12-31T00:00:00Z')
    expect(await page.appointments.next({ ...wanted, after, limit: 20 })).toEqual({ times: [] })
  })

  it('of one resident: those to come, then the latest that were', async () => {
    const residentId = counter.ids.eino
    const book = async (startsAt: Date) =>
      (await page.appointments.book(booking({ residentId, person: null, startsAt }))).visit.id
    const december = ['03', '02', '09', '10', '17', '16', '23'].map((day) => `2026-12-${day}`)
    const ids = new Map<string, string>()
    for (const day of december) {
      const { times } = await onDay(day, { reason: 'keys', team: 'service' })
      ids.set(day, await book(times.findLast(({ why }) => why === null)!.startsAt))
    }
    const list = async () => {
      const { visits } = await page.appointments.ofResident({ residentId })
      expect(visits.map(({ id }) => id)).toEqual(visits.map(({ day }) => ids.get(day)))
      return visits.map(({ day }) => day.slice(8)).join(' ')
    }
    expect(await list()).toBe('02 03 09 10 16 17 23')
    await turnTo('2026-12-10')
    expect(await list()).toBe('10 16 17 23 09 03 02')
    await turnTo('2026-12-31')
    expect(await list()).toBe('23 17 16 10 09')
  })

  it('are by the wall clock when it is turned', async () => {
    await turnTo('2027-03-20')
    const wanted = { reason: 'keys', team: 'service' } as const
    // Between 2 and 6 in the morning there are three hours in March and five in October.
    for (const [sunday, wednesdays, count] of [
      ['2027-03-28', ['2027-03-24', '2027-03-31'], 12],
      ['2027-10-31', ['2027-10-27', '2027-11-03'], 20],
    ] as const) {
      if (sunday > '2027-09') await turnTo('2027-10-20')
      await exceptionalDay(sunday, [opening('02:00', '06:00', 'appointment', 1)])
      const offers = await agree(sunday, wanted)
      expect(offers).toHaveLength(count)
      for (const { startsAt } of offers) {
        const visit = (await page.appointments.book(booking({ startsAt: new Date(startsAt) }))).visit
        expect(visit.day).toBe(sunday)
        booked.push(visit)
      }
      expect(await agree(sunday, wanted)).toEqual([])
      for (const day of wednesdays) {
        const offered = await agree(day, wanted)
        expect(offered.map(({ startsAt }) => new Date(startsAt))[0]).toEqual(at(day, '09:00'))
        expect(offered).toHaveLength(12)
      }
    }
  })

  it('go on over 29 February', async () => {
    await turnTo('2028-02-20')
    const wanted = { reason: 'keys', team: 'service' } as const
    const { days: shown } = await page.appointments.times({ from: '2028-02-28', days: 4, ...wanted })
    expect(shown.map(({ day, closedBecause }) => `${day} ${closedBecause}`)).toEqual([
      '2028-02-28 weekday',
      '2028-02-29 walkInOnly',
      '2028-03-01 null',
      '2028-03-02 null',
    ])
    await exceptionalDay('2028-02-29', [opening('09:00', '10:00', 'appointment', 1)])
    expect(await agree('2028-02-29', wanted)).toHaveLength(4)
    const startsAt = at('2028-02-29', '09:45')
    const { visit } = await page.appointments.book(booking({ startsAt }))
    expect(visit).toMatchObject({ day: '2028-02-29', startsAt })
    booked.push(visit)
    expect(await agree('2028-02-29', wanted)).toHaveLength(3)
    // The last day on which appointments are given is so many days ahead, the 29th among them.
    const asked = { reason: 'keys', team: 'service', after: at('2028-04-19', '00:00'), limit: 20 } as const
    const { times } = await page.appointments.next(asked)
    expect(times.every(({ startsAt: time }) => time < at('2028-04-21', '00:00'))).toBe(true)
    expect(times).toHaveLength(20)
  })
})
