import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DeskClient } from '#shared/contract/index'
import { atOnce } from '../support/atOnce'
import { type Opened, onBothEngines } from '../support/engines'
import { namesOf } from '../support/outcomes'
import { at, type Counter, openCounter, wednesday } from '../visits/counter'
import { type Booking, booking, errorOf, thursday, written } from './bookings'

const minute = 60_000

onBothEngines('a time that somebody else has', (engine) => {
  let opened: Opened<Counter>
  let counter: Counter
  let phone: DeskClient
  let asOyTeam: DeskClient
  beforeAll(async () => {
    opened = await openCounter(engine)
    counter = opened.value
    phone = await counter.colleague('phone')
    asOyTeam = await counter.colleague('asoy')
  })
  afterAll(() => opened.cleanUp())

  const book = async (change: Partial<Booking> = {}, page = counter.page) =>
    (await page.appointments.book(booking(change))).visit
  const times = (day: string, ...texts: string[]) => texts.map((text) => at(day, text))

  it('is another desk’s at the same time, as long as there is one', async () => {
    const startsAt = at(wednesday, '09:00')
    const lanes = []
    for (let desk = 1; desk <= 3; desk += 1) {
      counter.desk.wait(minute)
      lanes.push((await book({ startsAt }, desk === 2 ? phone : counter.page)).lane)
    }
    expect(lanes).toEqual([1, 2, 3])
    const takenAt = counter.desk.now()
    counter.desk.wait(minute)
    const before = await written(counter)
    const taken = {
      takenBy: 'Aino Pääkäyttäjä',
      takenAt,
      next: times(wednesday, '09:15', '09:30', '09:45'),
    }
    expect(await errorOf(book({ startsAt }, phone))).toEqual(taken)
    expect(await written(counter)).toEqual(before)
    // What is free next is free for as long as the reason takes.
    for (const lane of [1, 2, 3]) await book({ startsAt: at(wednesday, '09:45'), lane })
    expect(await errorOf(book({ startsAt, reason: 'lease' }))).toEqual({
      ...taken,
      next: times(wednesday, '09:15', '10:00', '10:15'),
    })
  })

  it('at the desk that was asked for: who took it, and the same time at another desk first', async () => {
    counter.desk.wait(minute)
    await book({ startsAt: at(wednesday, '10:30'), lane: 2, reason: 'lease' }, phone)
    const takenAt = counter.desk.now()
    counter.desk.wait(minute)
    await book({ startsAt: at(wednesday, '10:45'), lane: 1 })
    const taken = { takenBy: 'Kollega 1', takenAt }
    for (const time of ['10:30', '10:45'])
      expect(await errorOf(book({ startsAt: at(wednesday, time), lane: 2 }))).toMatchObject({
        ...taken,
        next: [at(wednesday, time), expect.any(Date), expect.any(Date)],
      })
    // Half an hour whose second half is gone.
    const long = { startsAt: at(wednesday, '10:15'), lane: 2, reason: 'lease' } as const
    expect(await errorOf(book(long))).toEqual({ ...taken, next: times(wednesday, '10:15', '10:30', '10:45') })
  })

  it('tells who moved a visit there, not who once booked it, and nothing of the customer', async () => {
    const startsAt = at(thursday, '12:00')
    const { id, version } = await book({ startsAt: at(thursday, '14:00') })
    for (const lane of [1, 2]) await book({ startsAt, lane })
    counter.desk.wait(minute)
    await phone.appointments.move({ id, version, startsAt, lane: null })
    const moved = counter.desk.now()
    counter.desk.wait(minute)
    const error = await errorOf(book({ startsAt }))
    expect(error).toMatchObject({ takenBy: 'Kollega 1', takenAt: moved })
    expect(JSON.stringify(error)).not.toContain('Hakija')
    // The one who moves is not told that they are in their own way.
    const other = await book({ startsAt: at(thursday, '12:15'), lane: 1, reason: 'lease' }, phone)
    const itself = { id: other.id, version: other.version, startsAt, lane: 1 }
    expect(await errorOf(phone.appointments.move(itself))).toMatchObject({ takenBy: 'Aino Pääkäyttäjä' })
  })

  it('of the As Oy team: there is one of each', async () => {
    const startsAt = at('2026-11-30', '09:00')
    const asOy = { residentId: counter.ids.asoy, person: null, team: 'asoy', startsAt } as const
    expect((await book(asOy, asOyTeam)).lane).toBe(0)
    for (const lane of [null, 0])
      expect(await errorOf(book({ ...asOy, lane }, asOyTeam))).toEqual({
        takenBy: 'Kollega 2',
        takenAt: counter.desk.now(),
        next: times('2026-11-30', '09:15', '09:30', '09:45'),
      })
  })

  it('is refused without anybody’s name when nobody on the staff can be told', async () => {
    const startsAt = at('2026-12-02', '09:00')
    for (const lane of [1, 2, 3]) await book({ startsAt, lane })
    await counter.sql('CREATE TABLE kept AS SELECT * FROM visit_event')
    await counter.sql('DELETE FROM visit_event')
    expect(await errorOf(book({ startsAt }))).toMatchObject({ takenBy: null, takenAt: null })
    await counter.sql('INSERT INTO visit_event SELECT * FROM kept')
    await counter.sql('DROP TABLE kept')
  })

  it('at once: each of three gets a desk of the time, and the others are told', async () => {
    const startsAt = at('2026-12-02', '10:00')
    const calls = await atOnce(
      counter.desk.postgresUrl,
      Array.from({ length: 6 }, (_, index) => () => book({ startsAt }, index % 2 ? phone : counter.page)),
    )
    expect(namesOf(calls)).toEqual(['SLOT_TAKEN', 'SLOT_TAKEN', 'SLOT_TAKEN', 'done', 'done', 'done'])
    const lanes = calls.flatMap((call) => (call.status === 'fulfilled' ? [call.value.lane] : []))
    expect(lanes.sort()).toEqual([1, 2, 3])
  })

  it('two that would change places at once both stay', async () => {
    const first = await book({ startsAt: at('2026-12-02', '11:00'), lane: 1 })
    const second = await book({ startsAt: at('2026-12-02', '11:15'), lane: 1 })
    const move = ({ id, version }: typeof first, to: typeof first) =>
      counter.page.appointments.move({ id, version, startsAt: to.startsAt!, lane: 1 })
    const calls = await atOnce(counter.desk.postgresUrl, [
      () => move(first, second),
      () => move(second, first),
    ])
    expect(namesOf(calls)).toEqual(['SLOT_TAKEN', 'SLOT_TAKEN'])
    expect(await counter.visit(first)).toEqual(first)
  })
})
