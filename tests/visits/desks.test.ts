import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DeskClient } from '#shared/contract/index'
import { type Opened, onBothEngines } from '../support/engines'
import { nameOf } from '../support/outcomes'
import { type Counter, openCounter, tuesday, wednesday } from './counter'

onBothEngines('the service desks', (engine) => {
  let opened: Opened<Counter>
  let counter: Counter
  let one: DeskClient
  let other: DeskClient
  let otherName: string
  beforeAll(async () => {
    opened = await openCounter(engine)
    counter = opened.value
    one = await counter.colleague('counter')
    other = await counter.colleague('counter')
    otherName = (await other.staff.session())!.name
  })
  afterAll(() => opened.cleanUp())

  const take = (page: DeskClient, deskNo: number, takeOver = false) =>
    page.visits.takeDesk({ deskNo, takeOver })
  const desks = async (page = one) => (await page.visits.day({ day: null })).desks
  const myDesk = async (page: DeskClient) => (await page.visits.day({ day: null })).myDesk
  const holders = async () => (await desks()).map(({ staffName }) => staffName)
  const which = ({ id, version }: { id: string; version: number }) => ({ id, version })

  it('are as many as the lead says, and free at first', async () => {
    expect(await desks()).toEqual(
      [1, 2, 3].map((deskNo) => ({
        deskNo,
        staffId: null,
        staffName: null,
        takenAt: null,
        visitId: null,
        number: null,
      })),
    )
    expect(await myDesk(one)).toBeNull()
    expect(await nameOf(take(one, 4))).toBe('noSuchDesk')
    expect(await nameOf(one.visits.leaveDesk())).toBe('noDesk')
    expect(await nameOf(one.visits.callNext())).toBe('noDesk')
  })

  it('are taken, changed and left', async () => {
    expect(await take(one, 1)).toEqual({ deskNo: 1 })
    expect(await take(one, 1)).toEqual({ deskNo: 1 })
    expect(await myDesk(one)).toBe(1)
    const { staffId, name } = (await one.staff.session())!
    expect((await desks(other))[0]).toMatchObject({
      staffId,
      staffName: name,
      takenAt: counter.desk.now(),
    })
    await take(one, 2)
    expect(await holders()).toEqual([null, name, null])
    expect(await one.visits.leaveDesk()).toEqual({ deskNo: null })
    expect(await holders()).toEqual([null, null, null])
  })

  it('are taken over when that is meant, and the visit stays at the desk', async () => {
    await take(one, 1)
    expect(await nameOf(take(other, 1))).toBe('deskTaken')
    const walkIn = await counter.walkIn('asa')
    const { visit } = await one.visits.callNext()
    expect(visit).toMatchObject({ id: walkIn.id, state: 'called', deskNo: 1 })
    expect(await nameOf(take(one, 2))).toBe('stillServing')
    expect(await nameOf(take(one, 2, true))).toBe('stillServing')
    expect(await nameOf(one.visits.leaveDesk())).toBe('stillServing')
    expect(await nameOf(one.visits.callNext())).toBe('stillServing')
    await take(other, 1, true)
    expect((await desks())[0]).toMatchObject({ staffName: otherName, visitId: walkIn.id, number: 'B1' })
    expect(await myDesk(one)).toBeNull()
    expect(await nameOf(one.visits.callNext())).toBe('noDesk')
    expect(await nameOf(other.visits.callNext())).toBe('stillServing')
    await other.visits.finish({ ...which(visit!), outcome: 'done', note: '' })
    expect(await other.visits.leaveDesk()).toEqual({ deskNo: null })
  })

  it('are nobody’s to whom somebody was handed over once the clerk has left', async () => {
    await take(one, 1)
    await take(other, 2)
    await counter.walkIn('jukka')
    const { visit } = await one.visits.callNext()
    const handed = await one.visits.transfer({
      ...which(visit!),
      toDesk: 2,
      reason: null,
      note: 'Valtakirja',
    })
    expect(handed.visit.transferredToDesk).toBe(2)
    expect((await one.visits.callNext()).visit).toBeNull()
    await other.visits.leaveDesk()
    const left = { state: 'waiting', transferredToDesk: null, transferNote: 'Valtakirja' }
    expect(await counter.visit(visit!)).toMatchObject(left)
    expect((await counter.history(visit!)).at(-1)).toEqual({
      what: 'transferred',
      detail: { fromDesk: 2, toDesk: null, deskLeft: true },
    })
    const next = await one.visits.callNext()
    expect(next).toMatchObject({ because: 'transferred', visit: { id: visit!.id, deskNo: 1 } })
    await one.visits.park(which(next.visit!))
  })

  it('stay there for who sits at one, also when the lead makes them fewer', async () => {
    await take(one, 3)
    const { timetable } = await counter.page.timetable.read()
    const { version, rules } = timetable
    await counter.page.timetable.save({ version, change: { kind: 'rules', rules: { ...rules, desks: 2 } } })
    expect((await desks()).map(({ deskNo }) => deskNo)).toEqual([1, 2, 3])
    await counter.walkIn()
    expect((await one.visits.callNext()).visit?.deskNo).toBe(3)
    const restored = { kind: 'rules' as const, rules }
    await counter.page.timetable.save({ version: version + 1, change: restored })
  })

  it('are free again on the next day, whoever forgot to leave and whatever was left there', async () => {
    const [, , third] = await desks()
    const left = third!.visitId!
    const parked = (await counter.page.visits.day({ day: null })).visits.find(
      ({ state }) => state === 'parked',
    )!
    const waiting = await counter.walkIn('special')
    await counter.setClock(tuesday, '23:59')
    expect(await myDesk(one)).toBe(3)
    await counter.setClock(wednesday, '00:00')
    expect(await myDesk(one)).toBeNull()
    expect(await holders()).toEqual([null, null, null])
    expect((await desks())[2]).toMatchObject({ visitId: null, number: null })
    const { figures } = await counter.page.visits.day({ day: null })
    expect(figures).toMatchObject({ waiting: 0, called: 0, parked: 0, longestWaitingSince: null })
    // Nobody has touched the visits of the day before.
    const before = (await counter.page.visits.day({ day: tuesday })).figures
    expect(before).toMatchObject({ waiting: 1, called: 1, parked: 1 })
    for (const act of ['recall', 'park'] as const) {
      const { version } = await counter.visit({ id: left })
      expect(await nameOf(one.visits[act]({ id: left, version })), act).toBe('notPossibleNow')
    }
    await take(other, 3)
    expect(await counter.visit({ id: left })).toMatchObject({
      state: 'finished',
      outcome: 'notDone',
      finishedAt: counter.desk.now(),
    })
    expect((await counter.history({ id: left })).at(-1)).toEqual({
      what: 'finished',
      detail: { desk: 3, outcome: 'notDone', leftOver: true },
    })
    expect(await other.visits.callNext()).toEqual({ residentId: null, visit: null, because: null })
    for (const { id, version } of [parked, waiting])
      expect(await nameOf(other.visits.call({ id, version }))).toBe('notPossibleNow')
    // What became of them is for somebody to say.
    expect(await nameOf(other.visits.noShow(which(waiting)))).toBe('done')
    // The one who had it on Tuesday takes another as if nothing had been.
    expect(await take(one, 1)).toEqual({ deskNo: 1 })
  })

  it('call on a new day although a visit of the day before is still called there', async () => {
    await counter.setClock('2026-12-01', '10:00')
    await take(one, 1)
    await take(other, 2)
    await counter.walkIn('aada')
    const { visit } = await one.visits.callNext()
    const booked = await counter.book('09:00', 'asa', { day: '2026-12-02' })
    await counter.setClock('2026-12-02', '08:58')
    await counter.checkIn(booked)
    expect(await nameOf(one.visits.callNext())).toBe('noDesk')
    await take(one, 1)
    expect((await one.visits.callNext()).visit).toMatchObject({ id: booked.id, deskNo: 1 })
    expect(await counter.visit(visit!)).toMatchObject({ state: 'finished', outcome: 'notDone' })
  })
})
