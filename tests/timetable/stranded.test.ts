import { afterAll, beforeAll, expect, it } from 'vitest'
import type { StrandedAppointment } from '#shared/contract/timetable'
import type { VisitView } from '#shared/contract/visits'
import { type Booking, booking, thursday } from '../appointments/bookings'
import { type Opened, onBothEngines } from '../support/engines'
import { opening } from '../support/timetable'
import { at, type Counter, openCounter, tuesday, wednesday } from '../visits/counter'
import { exceptionalDay, leading, wednesdays } from './changes'

const monday = '2026-11-30'
const eve = '2026-12-24'

onBothEngines('a change of the timetable that strands appointments', (engine) => {
  let opened: Opened<Counter>
  let counter: Counter
  /** Wednesday at nine, desk 1; half an hour until noon, desk 3; Thursday; and the As Oy team's Monday. */
  let first: VisitView
  let last: VisitView
  let other: VisitView
  let asOy: VisitView
  const { read, save, preview, rules } = leading(() => counter.page)
  const book = async (change: Partial<Booking>, page = counter.page) =>
    (await page.appointments.book(booking(change))).visit

  beforeAll(async () => {
    opened = await openCounter(engine)
    counter = opened.value
    first = await book({ residentId: counter.ids.asa, person: null, startsAt: at(wednesday, '09:00') })
    last = await book({ startsAt: at(wednesday, '11:30'), reason: 'lease', lane: 3 })
    other = await book({ startsAt: at(thursday, '12:00') })
    const asked = { residentId: counter.ids.asoy, person: null, team: 'asoy' } as const
    asOy = await book({ ...asked, startsAt: at(monday, '09:00') }, await counter.colleague('asoy'))
  })
  afterAll(() => opened.cleanUp())

  const now = async () => (await counter.page.timetable.read()).stranded
  const row = (visit: VisitView, why: StrandedAppointment['why']) => {
    const { id, version, residentId, name, reason, team, startsAt, endsAt } = visit
    return { id, version, residentId, name, reason, team, startsAt, endsAt, why }
  }
  const whys = (stranded: readonly StrandedAppointment[]) => stranded.map(({ id, why }) => ({ id, why }))

  it('that closes a Wednesday tells whom, before and after, until it is taken back', async () => {
    expect(await now()).toEqual([])
    const closing = exceptionalDay(wednesday)
    const expected = [row(first, 'closedException'), row(last, 'closedException')]
    expect(await preview(closing)).toEqual(expected)
    expect(await now()).toEqual([])
    expect((await save(closing)).stranded).toEqual(expected)
    expect(await now()).toEqual(expected)
    expect(await preview({ kind: 'withoutDay', day: wednesday })).toEqual([])
    expect((await save({ kind: 'withoutDay', day: wednesday })).stranded).toEqual([])
    expect(await now()).toEqual([])
  })

  it.each([
    ['closes later and earlier', [opening('09:15', '11:45')], ['outsideHours', 'tooLong']],
    ['has fewer desks', [opening('09:00', '12:00', 'appointment', 2)], [null, 'outsideHours']],
    [
      'has fewer desks at the end',
      [opening('09:00', '11:45'), opening('11:45', '12:00', 'appointment', 1)],
      [null, 'tooLong'],
    ],
    ['takes walk-ins only', [opening('09:00', '12:00', 'walkIn')], ['walkInOnly', 'walkInOnly']],
    [
      'takes walk-ins first',
      [opening('09:00', '10:00', 'walkIn'), opening('10:00', '12:00')],
      ['walkInOnly', null],
    ],
    ['is closed', [], ['closedWeekday', 'closedWeekday']],
    ['has the same hours in two parts', [opening('09:00', '11:45'), opening('11:45', '12:00')], [null, null]],
  ] as const)('a Wednesday that %s', async (_what, periods, expected) => {
    const stranded = [first, last].flatMap(({ id }, index) => {
      const why = expected[index]
      return why ? [{ id, why }] : []
    })
    const change = wednesdays(tuesday, periods)
    expect(whys(await preview(change))).toEqual(stranded)
    expect(whys((await save(change)).stranded)).toEqual(stranded)
    // From the next week on these are not touched.
    await save({ kind: 'withoutWeek', fromOn: tuesday })
    expect(await preview(wednesdays('2026-12-02', periods))).toEqual([])
  })

  it('fewer desks in all', async () => {
    const change = await rules({ desks: 2 })
    expect(whys(await preview(change))).toEqual([{ id: last.id, why: 'outsideHours' }])
  })

  it('an appointment keeps the length that it was booked with, and stays beyond the days that are booked now', async () => {
    const { rules: before } = await read()
    const longer = { ...before.minutes, keys: 240, lease: 45 }
    const change = await rules({ minutes: longer, bookableDays: 1 })
    expect(await preview(change)).toEqual([])
    expect((await save(change)).stranded).toEqual([])
    // Nor does a shorter one make room where there is none.
    await save(await rules({ minutes: { ...before.minutes, lease: 15 } }))
    const until = exceptionalDay(wednesday, [opening('09:00', '11:45')])
    expect(whys(await preview(until))).toEqual([{ id: last.id, why: 'tooLong' }])
    await save({ kind: 'rules', rules: before })
  })

  it('that opens the As Oy team’s hours to everyone, or closes them', async () => {
    const open = exceptionalDay(monday, [opening('08:00', '10:00', 'walkIn')])
    expect(await preview(open)).toEqual([row(asOy, 'publicHours')])
    expect(await preview(exceptionalDay(monday))).toEqual([row(asOy, 'closedException')])
    const { asOyWeek } = (await read()).rules
    const afternoons = { ...asOyWeek, monday: [{ from: '12:00', to: '15:00' }] }
    expect(await preview(await rules({ asOyWeek: afternoons }))).toEqual([row(asOy, 'outsideHours')])
    const none = { ...asOyWeek, monday: [] }
    expect(await preview(await rules({ asOyWeek: none }))).toEqual([row(asOy, 'closedWeekday')])
  })

  it('an eve that was open and closes after all', async () => {
    await save(await rules({ closedEves: [] }))
    const visit = await book({ startsAt: at(eve, '12:00') })
    const closing = await rules({ closedEves: ['christmasEve'] })
    expect((await save(closing)).stranded).toEqual([row(visit, 'closedEve')])
    // The list is what it takes to put it right.
    const [stranded] = await now()
    const { id, version } = stranded!
    await counter.page.appointments.move({ id, version, startsAt: at('2026-12-17', '12:00'), lane: null })
    expect(await now()).toEqual([])
  })

  it('tells of those who are still to come, and only to who serves, whom', async () => {
    await save(exceptionalDay(wednesday))
    await save(exceptionalDay(thursday, [], 'Muutto'))
    const administrator = await counter.colleague('administrator')
    const seen = (await administrator.timetable.read()).stranded
    expect(whys(seen)).toEqual([first, last, other].map(({ id }) => ({ id, why: 'closedException' })))
    for (const { residentId, name } of seen)
      expect({ residentId, name }).toEqual({ residentId: null, name: '' })
    await counter.page.appointments.cancel({ id: last.id, version: last.version, by: 'heka' })
    expect((await now()).map(({ id }) => id)).toEqual([first.id, other.id])
    // One who came all the same, and then one whose time is over.
    await counter.setClock(wednesday, '08:55')
    await counter.checkIn(first)
    expect((await now()).map(({ id }) => id)).toEqual([other.id])
    await counter.setClock(thursday, '12:00')
    expect(await now()).toEqual([])
  })
})
