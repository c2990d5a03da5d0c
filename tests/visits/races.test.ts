import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { DeskClient } from '#shared/contract/index'
import { atOnce } from '../support/atOnce'
import { type Opened, onBothEngines } from '../support/engines'
import { nameOf, namesOf } from '../support/outcomes'
import { type Counter, openCounter, tuesday, wednesday } from './counter'

/** So many clerks press at once. */
const many = 16

onBothEngines('sixteen at once', (engine) => {
  let opened: Opened<Counter>
  let counter: Counter
  let clerks: DeskClient[]
  beforeAll(async () => {
    opened = await openCounter(engine)
    counter = opened.value
    clerks = await counter.clerks(many)
  })
  afterAll(() => opened.cleanUp())

  const today = async () => (await counter.page.visits.day({ day: null })).visits
  const fulfilled = <Value>(calls: readonly PromiseSettledResult<Value>[]) =>
    calls.flatMap((call) => (call.status === 'fulfilled' ? [call.value] : []))
  const numbers = (series: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${series}${index + 1}`)
  const sorted = (given: readonly (string | null | undefined)[]) =>
    given.map((number) => Number(number?.slice(1))).sort((a, b) => a - b)

  /** Every desk is left with nobody at it and nobody waits. */
  beforeEach(async () => {
    for (const { id, version, state } of await today())
      if (state !== 'finished' && state !== 'noShow') await counter.page.visits.noShow({ id, version })
  })

  it('give walk-ins numbers without a gap or a double', async () => {
    const giving = {
      residentId: null,
      person: null,
      reason: 'keys',
      language: 'fi',
      additionalInformation: '',
    } as const
    const given = await Promise.all(clerks.map((clerk) => clerk.visits.giveNumber(giving)))
    expect(sorted(given.map(({ visit }) => visit.number))).toEqual(sorted(numbers('B', many)))
    const again = fulfilled(
      await atOnce(
        counter.desk.postgresUrl,
        clerks.slice(0, 6).map((clerk) => () => clerk.visits.giveNumber(giving)),
      ),
    )
    expect(sorted(again.map(({ visit }) => visit.number))).toEqual(sorted(numbers('B', many + 6).slice(many)))
  })

  it('call next: each another visitor', async () => {
    for (let waiting = 0; waiting < many; waiting += 1) await counter.walkIn()
    const called = await Promise.all(clerks.map((clerk) => clerk.visits.callNext()))
    expect(new Set(called.map(({ visit }) => visit?.id)).size).toBe(many)
    expect(new Set(called.map(({ visit }) => visit?.deskNo)).size).toBe(many)
    expect(called.every(({ visit }) => visit?.state === 'called' && visit.timesCalled === 1)).toBe(true)
  })

  it('call next: one waits, one is called, and the others are told that nobody waits', async () => {
    const walkIn = await counter.walkIn()
    const called = await Promise.all(clerks.map((clerk) => clerk.visits.callNext()))
    const visits = called.flatMap(({ visit }) => visit ?? [])
    expect(visits.map(({ id }) => id)).toEqual([walkIn.id])
    expect(await counter.visit(walkIn)).toMatchObject({ timesCalled: 1, version: walkIn.version + 1 })
    expect((await counter.history(walkIn)).filter(({ what }) => what === 'called')).toHaveLength(1)
  })

  it('call next at one desk from sixteen windows: one visitor comes', async () => {
    for (let waiting = 0; waiting < 3; waiting += 1) await counter.walkIn()
    const clerk = clerks[0]!
    const calls = await Promise.allSettled(Array.from({ length: many }, () => clerk.visits.callNext()))
    expect(namesOf(calls)).toEqual(['done', ...Array(many - 1).fill('stillServing')])
    expect((await today()).filter(({ state }) => state === 'called')).toHaveLength(1)
  })

  it('call, finish and mark the same visitor: one of them wins', async () => {
    const walkIn = await counter.walkIn()
    const which = { id: walkIn.id, version: walkIn.version }
    const six = clerks.slice(0, 6)
    const calls = await atOnce(
      counter.desk.postgresUrl,
      six.map((clerk) => () => clerk.visits.call(which)),
    )
    expect(namesOf(calls)).toEqual([...Array(5).fill('CHANGED_MEANWHILE'), 'done'])
    const [called] = fulfilled(calls)
    const { id, version, state } = called!.visit
    expect(state).toBe('called')
    const finish = () =>
      clerks[1]!.visits.finish({ id, version, outcome: 'done', note: '' }).then(() => 'finished')
    const ended = await atOnce<string>(counter.desk.postgresUrl, [
      finish,
      finish,
      () => clerks[2]!.visits.noShow({ id, version }).then(() => 'noShow'),
      () => clerks[3]!.visits.park({ id, version }).then(() => 'parked'),
    ])
    expect(namesOf(ended)).toEqual([...Array(3).fill('CHANGED_MEANWHILE'), 'done'])
    expect((await counter.visit(walkIn)).state).toBe(fulfilled(ended)[0])
  })

  it('call, finish and call again, as fast as they can, until nobody waits: everybody once, in turn', async () => {
    const waiting: string[] = []
    for (let index = 0; index < 40; index += 1) waiting.push((await counter.walkIn()).id)
    const served: string[] = []
    const serve = async (clerk: DeskClient) => {
      for (;;) {
        const { visit } = await clerk.visits.callNext()
        if (!visit) return
        served.push(visit.id)
        await clerk.visits.finish({ id: visit.id, version: visit.version, outcome: 'done', note: '' })
      }
    }
    await Promise.all(clerks.map(serve))
    expect(served.toSorted()).toEqual(waiting.toSorted())
    const done = (await today()).filter(({ id }) => waiting.includes(id))
    expect(done.every(({ state, timesCalled }) => state === 'finished' && timesCalled === 1)).toBe(true)
    // The history has the calls in the order in which each saw the one before it.
    const rows = await counter.sql(
      `SELECT visit.number AS number FROM visit_event JOIN visit ON visit.id = visit_event.visit_id
       WHERE visit_event.what = 'called' AND visit.id IN (${waiting.map((id) => `'${id}'`).join(', ')})
       ORDER BY visit_event.id`,
    )
    const inTurn = rows.map(({ number }) => Number(number))
    expect(inTurn).toEqual(inTurn.toSorted((a, b) => a - b))
    expect(inTurn).toHaveLength(40)
  })

  it('take one desk: one has it; and take it over: one has it', async () => {
    const sitters = clerks.slice(0, 6)
    for (const clerk of sitters) await clerk.visits.leaveDesk()
    const taken = await atOnce(
      counter.desk.postgresUrl,
      sitters.map((clerk) => () => clerk.visits.takeDesk({ deskNo: 1, takeOver: false })),
    )
    expect(namesOf(taken)).toEqual([...Array(5).fill('deskTaken'), 'done'])
    const over = await atOnce(
      counter.desk.postgresUrl,
      sitters.map((clerk) => () => clerk.visits.takeDesk({ deskNo: 1, takeOver: true })),
    )
    expect(namesOf(over)).toEqual(Array(6).fill('done'))
    const mine = await Promise.all(
      sitters.map(async (clerk) => (await clerk.visits.day({ day: null })).myDesk),
    )
    expect(mine.filter((deskNo) => deskNo === 1)).toHaveLength(1)
    expect(mine.filter((deskNo) => deskNo === null)).toHaveLength(5)
  })

  it('leave a desk and call to it: nobody is called to a desk that is nobody’s', async () => {
    const clerk = clerks[9]!
    await counter.walkIn()
    const ended = await atOnce<unknown>(counter.desk.postgresUrl, [
      () => clerk.visits.callNext(),
      () => clerk.visits.leaveDesk(),
    ])
    const { desks } = await counter.page.visits.day({ day: null })
    const tenth = desks.find(({ deskNo }) => deskNo === 10)!
    expect(namesOf(ended)).toEqual(tenth.staffId === null ? ['done', 'noDesk'] : ['done', 'stillServing'])
    expect(tenth.visitId === null).toBe(tenth.staffId === null)
  })

  it('check booked visitors in: numbers without a gap or a double, and each once', async () => {
    expect((await counter.page.visits.day({ day: null })).day).toBe(tuesday)
    const booked = []
    for (const time of ['09:00', '09:15', '09:30', '09:45'])
      for (let desk = 1; desk <= 3; desk += 1) booked.push(await counter.book(time, `Hakija ${time} ${desk}`))
    await counter.setClock(wednesday, '08:45')
    const page = counter.page
    const checked = await Promise.all(
      booked.map(({ id, version }, index) => clerks[index]!.visits.checkIn({ id, version })),
    )
    expect(sorted(checked.map(({ visit }) => visit.number))).toEqual(sorted(numbers('A', 12)))
    const last = await counter.book('10:00', 'Viimeinen')
    const which = { id: last.id, version: last.version }
    const twice = await atOnce(
      counter.desk.postgresUrl,
      clerks.slice(0, 6).map((clerk) => () => clerk.visits.checkIn(which)),
    )
    expect(namesOf(twice)).toEqual([...Array(5).fill('CHANGED_MEANWHILE'), 'done'])
    expect((await counter.visit(last)).number).toBe('A13')
    expect(await nameOf(page.visits.checkIn(which))).toBe('CHANGED_MEANWHILE')
  })
})
