import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { dayAfter, minutesOn, oracleOffers, someAsking } from '../../tests/support/slotOracle'
import { finnishHolidays, opening, shippedTimetable, week, withRules } from '../../tests/support/timetable'
import { HELSINKI, helsinkiDay } from './localDay'
import { endOf, nextOffers, offersOn, type SlotWorld, type Wanted, whyNot } from './slots'
import { openingsOf } from './visitHours'
import type { VisitTimetable } from './visitTimetable'

const at = (text: string) => DateTime.fromISO(text, { zone: HELSINKI }).toJSDate()
const wallOf = (moment: Date) => DateTime.fromJSDate(moment, { zone: HELSINKI }).toFormat('HH:mm')
const keys: Wanted = { reason: 'keys', team: 'service' }
const ending: Wanted = { reason: 'termination', team: 'service' }
const asOy: Wanted = { reason: 'keys', team: 'asoy' }

/** Monday 23.11.2026 at ten, unless it is said otherwise. */
const worldOf = (change: Partial<SlotWorld> = {}): SlotWorld => ({
  timetable: shippedTimetable,
  holidays: finnishHolidays,
  now: at('2026-11-23T10:00'),
  taken: [],
  ...change,
})
const offered = (day: string, wanted: Wanted, world: SlotWorld) =>
  offersOn(day, wanted, world).filter(({ why }) => why === null)
const times = (day: string, wanted: Wanted, world = worldOf()) =>
  offered(day, wanted, world).map(({ startsAt }) => wallOf(startsAt))
const only = (timetable: Partial<VisitTimetable>): VisitTimetable => ({ ...shippedTimetable, ...timetable })
const every = (periods: ReturnType<typeof opening>[]) =>
  only({
    weeks: [
      {
        fromOn: null,
        hours: week({ tuesday: periods, wednesday: periods, thursday: periods, sunday: periods }),
      },
    ],
  })

describe('the times of a day', () => {
  it('are the quarter hours of the opening that are long enough', () => {
    expect(times('2026-11-25', keys)).toEqual([
      ...['09:00', '09:15', '09:30', '09:45', '10:00', '10:15'],
      ...['10:30', '10:45', '11:00', '11:15', '11:30', '11:45'],
    ])
    expect(times('2026-11-25', ending).at(-1)).toBe('11:30')
    expect(offersOn('2026-11-25', ending, worldOf()).at(-1)).toEqual({
      startsAt: at('2026-11-25T11:45'),
      endsAt: at('2026-11-25T12:15'),
      lanes: [],
      why: 'tooLong',
    })
    expect(offersOn('2026-11-25', keys, worldOf())[0]!.lanes).toEqual([1, 2, 3])
  })

  it('are none on walk-in days, closed days, holidays and eves', () => {
    for (const day of ['2026-11-24', '2026-11-23', '2026-11-27', '2026-12-26']) {
      expect(offersOn(day, keys, worldOf())).toEqual([])
    }
    const winter = worldOf({ now: at('2026-12-10T12:00') })
    // Christmas Eve is a Thursday in 2026, Epiphany a Wednesday in 2027.
    expect(times('2026-12-24', keys, winter)).toEqual([])
    expect(times('2027-01-06', keys, winter)).toEqual([])
    expect(times('2027-01-07', keys, winter)).toHaveLength(12)
    expect(times('2027-05-06', keys, worldOf({ now: at('2027-05-01T12:00') }))).toEqual([])
  })

  it('are there on an eve that the lead has opened, and on a holiday with hours of its own', () => {
    const eveOpen = withRules({ closedEves: ['midsummerEve'] })
    expect(times('2026-12-24', keys, worldOf({ timetable: eveOpen }))).toHaveLength(12)
    const exceptions = [{ day: '2027-01-06', periods: [opening('10:00', '10:30')], note: 'Ylimääräinen' }]
    expect(times('2027-01-06', keys, worldOf({ timetable: only({ exceptions }) }))).toEqual([
      '10:00',
      '10:15',
    ])
  })

  it('do not come from a neighbouring period whose desk is not there any more', () => {
    const timetable = every([
      opening('09:00', '10:00', 'appointment', 3),
      opening('10:00', '11:00', 'appointment', 1),
    ])
    const of = (time: string, taken: SlotWorld['taken'] = []) =>
      offersOn('2026-11-25', ending, worldOf({ timetable, taken })).find(
        ({ startsAt }) => wallOf(startsAt) === time,
      )
    expect(of('09:30')?.lanes).toEqual([1, 2, 3])
    expect(of('09:45')?.lanes).toEqual([1])
    expect(of('09:45', [{ startsAt: at('2026-11-25T10:00'), lane: 1 }])).toMatchObject({
      lanes: [],
      why: 'taken',
    })
    const why = (lane: number | null) => whyNot(at('2026-11-25T09:45'), lane, ending, worldOf({ timetable }))
    expect([why(null), why(1), why(2), why(4)]).toEqual([null, null, 'tooLong', 'outsideHours'])
  })

  it('stop at the end of the day although the next one is open from midnight', () => {
    const timetable = every([opening('00:00', '24:00')])
    const offers = offersOn('2026-11-25', ending, worldOf({ timetable }))
    expect(offers).toHaveLength(96)
    expect(offers.at(-1)).toMatchObject({ startsAt: at('2026-11-25T23:45'), why: 'tooLong' })
  })

  it('begin with 29 February, and with a dated week on its day', () => {
    // A Tuesday; the week after it turns the days round.
    const round = week({ tuesday: [opening('08:00', '08:30')] })
    const timetable = only({ weeks: [...shippedTimetable.weeks, { fromOn: '2028-02-29', hours: round }] })
    const world = worldOf({ now: at('2028-02-20T12:00'), timetable })
    expect(times('2028-02-23', keys, world)).toHaveLength(12)
    expect(times('2028-02-29', keys, world)).toEqual(['08:00', '08:15'])
    expect(times('2028-03-01', keys, world)).toEqual([])
    expect(nextOffers(at('2028-02-25T00:00'), 3, keys, world).map(({ startsAt }) => startsAt)).toEqual([
      at('2028-02-29T08:00'),
      at('2028-02-29T08:15'),
      at('2028-03-07T08:00'),
    ])
  })
})

describe('days on which clocks change', () => {
  const night = every([opening('02:00', '05:00')])
  it('lose an hour in March: no time in it, and appointments as long as ever', () => {
    const world = worldOf({ now: at('2026-03-20T12:00'), timetable: night })
    expect(times('2026-03-29', keys, world)).toEqual([
      ...['02:00', '02:15', '02:30', '02:45', '04:00', '04:15', '04:30', '04:45'],
    ])
    const across = offered('2026-03-29', ending, world).find(({ startsAt }) => wallOf(startsAt) === '02:45')!
    expect(wallOf(across.endsAt)).toBe('04:15')
    expect(across.endsAt.getTime() - across.startsAt.getTime()).toBe(30 * 60_000)
  })

  it('have an hour twice in October: each quarter of it once', () => {
    const world = worldOf({ now: at('2026-10-20T12:00'), timetable: night })
    const offers = offered('2026-10-25', keys, world)
    expect(offers.filter(({ startsAt }) => wallOf(startsAt) === '03:15')).toHaveLength(2)
    expect(new Set(offers.map(({ startsAt }) => startsAt.getTime())).size).toBe(16)
  })

  it('do not lengthen an opening that ends, or begins, in the hour that is not there', () => {
    const timetable = every([opening('02:00', '03:30', 'walkIn'), opening('03:30', '05:00')])
    const world = worldOf({ now: at('2026-03-20T12:00'), timetable })
    expect(times('2026-03-29', keys, world)).toEqual(['04:00', '04:15', '04:30', '04:45'])
    expect(whyNot(at('2026-03-29T02:45'), null, keys, world)).toBe('walkInOnly')
    const inIt = worldOf({ now: at('2026-03-20T12:00'), timetable: every([opening('03:00', '04:00')]) })
    expect(offersOn('2026-03-29', keys, inIt)).toEqual([])
    expect(whyNot(at('2026-03-29T04:00'), null, keys, inIt)).toBe('outsideHours')
  })
})

describe('why a time is not offered', () => {
  const why = (text: string, wanted = keys, world = worldOf(), lane: number | null = null) =>
    whyNot(at(text), lane, wanted, world)

  it('is named', () => {
    expect(why('2026-11-25T09:00')).toBeNull()
    expect(why('2026-11-18T09:00')).toBe('timePast')
    expect(why('2026-11-23T10:00')).toBe('timePast')
    expect(why('2027-01-22T12:00')).toBe('closedWeekday')
    expect(why('2027-01-23T12:00')).toBe('tooFarAhead')
    expect(why('2026-11-23T12:00')).toBe('closedWeekday')
    expect(why('2027-01-06T09:00')).toBe('closedHoliday')
    expect(why('2026-12-24T12:00')).toBe('closedEve')
    expect(why('2026-11-24T10:00')).toBe('walkInOnly')
    expect(why('2026-11-25T12:00')).toBe('outsideHours')
    expect(why('2026-11-25T08:59:59.999')).toBe('outsideHours')
    expect(why('2026-11-25T09:07')).toBe('offGrid')
    expect(why('2026-11-25T09:00:00.001')).toBe('offGrid')
    expect(why('2026-11-25T11:45', ending)).toBe('tooLong')
    expect(why('2026-11-25T09:00', keys, worldOf(), 4)).toBe('outsideHours')
    expect(why('2026-11-25T09:00', keys, worldOf(), 0)).toBe('outsideHours')
    const closed = only({ exceptions: [{ day: '2026-11-25', periods: [], note: 'Koulutus' }] })
    expect(why('2026-11-25T09:00', keys, worldOf({ timetable: closed }))).toBe('closedException')
  })

  it('is that it is taken only when every desk is, or the one that is asked for', () => {
    const taken = [1, 2].map((lane) => ({ startsAt: at('2026-11-25T09:15'), lane }))
    const world = worldOf({ taken })
    expect(why('2026-11-25T09:15', keys, world)).toBeNull()
    expect(why('2026-11-25T09:15', keys, world, 3)).toBeNull()
    expect(why('2026-11-25T09:15', keys, world, 2)).toBe('taken')
    expect(why('2026-11-25T09:00', ending, world, 2)).toBe('taken')
    const full = worldOf({ taken: [...taken, { startsAt: at('2026-11-25T09:15'), lane: 3 }] })
    expect(why('2026-11-25T09:15', keys, full)).toBe('taken')
    expect(times('2026-11-25', ending, full).slice(0, 2)).toEqual(['09:30', '09:45'])
  })

  it('is the public hours for the As Oy team, which has the rest of its week', () => {
    expect(times('2026-11-25', asOy)[0]).toBe('12:00')
    expect(offersOn('2026-11-25', asOy, worldOf())[0]!.lanes).toEqual([0])
    expect(why('2026-11-25T11:45', asOy)).toBe('publicHours')
    expect(why('2026-11-24T10:00', asOy)).toBe('publicHours')
    expect(why('2026-11-26T11:45', { ...asOy, reason: 'termination' })).toBe('tooLong')
    expect(why('2026-11-26T08:00', asOy)).toBe('outsideHours')
    expect(why('2026-11-28T10:00', asOy)).toBe('closedWeekday')
    expect(why('2027-01-06T10:00', asOy)).toBe('closedHoliday')
    expect(why('2026-11-23T12:00', asOy)).toBeNull()
    expect(why('2026-11-23T12:00', asOy, worldOf(), 1)).toBe('outsideHours')
  })
})

describe('the next free times', () => {
  it('go on over closed days, and begin from now when asked from the past', () => {
    const next = (after: string) => nextOffers(at(after), 2, keys, worldOf()).map(({ startsAt }) => startsAt)
    const first = [at('2026-11-25T09:00'), at('2026-11-25T09:15')]
    expect(next('2026-11-23T10:00')).toEqual(first)
    expect(next('1970-01-01T00:00')).toEqual(first)
    expect(next('2026-11-25T09:00')).toEqual([at('2026-11-25T09:15'), at('2026-11-25T09:30')])
    expect(next('2027-01-21T14:30')).toEqual([at('2027-01-21T14:45')])
    expect(next('2030-01-01T00:00')).toEqual([])
  })
})

describe('whatever the timetable, the bookings and the moment', () => {
  it('everything open and free is offered, and nothing else', () => {
    fc.assert(
      fc.property(someAsking, ({ day, wanted, world }) => {
        const offers = offered(day, wanted, world)
        expect(offers.map(({ startsAt, lanes }) => ({ startsAt: startsAt.getTime(), lanes }))).toEqual(
          oracleOffers(day, wanted, world),
        )
        for (const { startsAt, endsAt } of offers) {
          expect(endsAt).toEqual(endOf(startsAt, wanted.reason, world.timetable))
        }
      }),
      { numRuns: 400 },
    )
  })

  it('there is no reason against a time exactly when it is offered at that desk', () => {
    const asked = fc.tuple(
      someAsking,
      fc.array(fc.nat(1500), { maxLength: 12 }),
      fc.constantFrom(null, 0, 1, 2, 3, 5),
    )
    fc.assert(
      fc.property(asked, ([{ day, wanted, world }, minutes, lane]) => {
        const free = new Map(oracleOffers(day, wanted, world).map((offer) => [offer.startsAt, offer.lanes]))
        const all = minutesOn(day).map((each) => each.at)
        const tried = [...minutes.map((index) => all[index % all.length]!), ...free.keys()]
        for (const moment of tried) {
          const lanes = free.get(moment) ?? []
          const expected = lane === null ? lanes.length > 0 : lanes.includes(lane)
          expect([moment, whyNot(new Date(moment), lane, wanted, world) === null]).toEqual([moment, expected])
        }
      }),
      { numRuns: 150 },
    )
  })

  it('the times that are shown with a reason have that reason, and none is shown twice', () => {
    fc.assert(
      fc.property(someAsking, ({ day, wanted, world }) => {
        const offers = offersOn(day, wanted, world)
        const starts = offers.map(({ startsAt }) => startsAt.getTime())
        expect(starts).toEqual([...new Set(starts)].toSorted((a, b) => a - b))
        for (const { startsAt, why, lanes } of offers) {
          expect(whyNot(startsAt, null, wanted, world)).toBe(why)
          expect(lanes.length > 0).toBe(why === null)
        }
      }),
    )
  })

  it('the next times are the beginning of all that are offered, in order', () => {
    fc.assert(
      fc.property(someAsking, fc.nat(12), fc.integer({ min: -2000, max: 2000 }), (asking, limit, minutes) => {
        const { day, wanted } = asking
        // A short horizon, so that all of it can be looked through.
        const timetable = withRules({ bookableDays: 3 }, asking.world.timetable)
        const world = { ...asking.world, timetable }
        const after = new Date(minutesOn(day)[0]!.at + minutes * 60_000)
        const days = Array.from({ length: 4 }, (_, ahead) => dayAfter(helsinkiDay(world.now), ahead))
        const all = days
          .flatMap((each) => offered(each, wanted, world))
          .filter(({ startsAt }) => startsAt > after)
        expect(nextOffers(after, limit, wanted, world)).toEqual(all.slice(0, limit))
      }),
    )
  })

  it('the As Oy team is never given a time in the public hours', () => {
    fc.assert(
      fc.property(someAsking, ({ day, world }) => {
        const openings = openingsOf(day, world)
        for (const { startsAt, endsAt } of offered(day, asOy, world)) {
          expect(openings.filter(({ from, to }) => from < endsAt && startsAt < to)).toEqual([])
        }
      }),
    )
  })
})
