import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DeskClient } from '#shared/contract/index'
import type { VisitView } from '#shared/contract/visits'
import { type Opened, onBothEngines } from '../support/engines'
import { type Counter, openCounter, tuesday, wednesday } from './counter'

onBothEngines('who is called, played through', (engine) => {
  let opened: Opened<Counter>
  let counter: Counter
  let clerks: DeskClient[]
  beforeAll(async () => {
    opened = await openCounter(engine)
    counter = opened.value
    clerks = await counter.clerks(2)
  })
  afterAll(() => opened.cleanUp())

  const atDesk = new Map<number, VisitView>()

  /** The clerk of a desk ends the visit that is there and calls the next: whom, and why. */
  async function next(deskNo: number): Promise<string> {
    const clerk = clerks[deskNo - 1]!
    const serving = atDesk.get(deskNo)
    atDesk.delete(deskNo)
    if (serving) {
      const { id, version } = serving
      await clerk.visits.finish({ id, version, outcome: 'done', note: '' })
    }
    const { visit, because } = await clerk.visits.callNext()
    if (!visit) return 'nobody'
    atDesk.set(deskNo, visit)
    return `${visit.name} ${because}`
  }

  const clock = (day: string, time: string) => counter.setClock(day, time)

  it('on a Tuesday: in the order in which they came', async () => {
    const names = ['Yksi', 'Kaksi', 'Kolme', 'Neljä', 'Viisi']
    for (const name of names) {
      await counter.walkIn(name)
      counter.desk.wait(60_000)
    }
    expect(await next(1)).toBe('Yksi queue')
    expect(await next(2)).toBe('Kaksi queue')
    // Whoever is put aside has no turn, and loses none to those behind.
    const parked = atDesk.get(1)!
    await clerks[0]!.visits.park({ id: parked.id, version: parked.version })
    atDesk.delete(1)
    expect(await next(1)).toBe('Kolme queue')
    const handed = atDesk.get(2)!
    await clerks[1]!.visits.transfer({
      id: handed.id,
      version: handed.version,
      toDesk: 1,
      reason: null,
      note: '',
    })
    atDesk.delete(2)
    expect(await next(2)).toBe('Neljä queue')
    expect(await next(1)).toBe('Kaksi transferred')
    expect(await next(1)).toBe('Viisi queue')
    expect(await next(1)).toBe('nobody')
    expect(await next(2)).toBe('nobody')
    expect((await counter.page.visits.day({ day: tuesday })).figures).toEqual({
      booked: 0,
      waiting: 0,
      longestWaitingSince: null,
      parked: 1,
      called: 0,
      finished: 4,
      noShows: 0,
    })
  })

  it('on a Wednesday: by the time of the booking, late ones with the queue, early ones when nobody else waits', async () => {
    const book = (time: string, name: string) => counter.book(time, name)
    const a = await book('09:00', 'A')
    const b = await book('09:00', 'B')
    const c = await book('09:15', 'C')
    const d = await book('09:15', 'D')
    const e = await book('09:30', 'E')
    const f = await book('09:30', 'F')
    const g = await book('10:00', 'G')
    const h = await book('09:15', 'H')
    const i = await book('10:00', 'I')
    const j = await book('09:30', 'J')

    await clock(wednesday, '08:50')
    for (const [index, clerk] of clerks.entries())
      await clerk.visits.takeDesk({ deskNo: index + 1, takeOver: false })
    await counter.checkIn(b)
    counter.desk.wait(60_000)
    await counter.checkIn(a)
    await clock(wednesday, '08:55')
    await counter.checkIn(g)
    expect((await counter.page.visits.day({ day: null })).figures).toMatchObject({ booked: 7, waiting: 3 })
    await clock(wednesday, '09:00')
    // Of the same time, who came first. Who came an hour early waits.
    expect(await next(1)).toBe('B bookedTimeCome')
    expect(await next(2)).toBe('A bookedTimeCome')
    await counter.checkIn(c)
    await clock(wednesday, '09:10')
    // Nobody's time has come: the earliest of those who are here.
    expect(await next(1)).toBe('C earlyNobodyElse')
    await clock(wednesday, '09:26')
    await counter.checkIn(d)
    await counter.checkIn(e)
    await counter.checkIn(f)
    await counter.checkIn(j)
    await clock(wednesday, '09:28')
    await counter.checkIn(h)
    await clock(wednesday, '09:30')
    // Three booked ones have been called in a row: one who came late, before those whose time is now …
    expect(await next(2)).toBe('D queueAfterBooked')
    // … and then two of those, before the other who came late.
    expect(await next(1)).toBe('E bookedTimeCome')
    const noTurn = atDesk.get(1)!
    atDesk.set(1, (await clerks[0]!.visits.recall({ id: noTurn.id, version: noTurn.version })).visit)
    expect(await next(2)).toBe('F bookedTimeCome')
    expect(await next(1)).toBe('H queueAfterBooked')
    expect(await next(2)).toBe('J bookedTimeCome')
    expect(await next(1)).toBe('G earlyNobodyElse')
    expect(await next(2)).toBe('nobody')
    // Up to ten minutes late is in time.
    await clock(wednesday, '10:10')
    await counter.checkIn(i)
    expect(await next(2)).toBe('I bookedTimeCome')
    expect(await next(1)).toBe('nobody')
    expect(await next(2)).toBe('nobody')
    const { figures } = await counter.page.visits.day({ day: null })
    expect(figures).toMatchObject({ booked: 0, waiting: 0, called: 0, finished: 10 })
  })
})
