import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DeskClient } from '#shared/contract/index'
import type { VisitView } from '#shared/contract/visits'
import { type Opened, onBothEngines } from '../support/engines'
import { nameOf } from '../support/outcomes'
import { at, type Counter, openCounter, tuesday, wednesday } from './counter'

onBothEngines('calling and serving', (engine) => {
  let opened: Opened<Counter>
  let counter: Counter
  let first: DeskClient
  let second: DeskClient
  beforeAll(async () => {
    opened = await openCounter(engine)
    counter = opened.value
    const clerks = await counter.clerks(2)
    first = clerks[0]!
    second = clerks[1]!
  })
  afterAll(() => opened.cleanUp())

  const which = ({ id, version }: VisitView) => ({ id, version })
  const finish = (page: DeskClient, visit: VisitView) =>
    page.visits.finish({ ...which(visit), outcome: 'done', note: '' })
  const handing = { toDesk: null, reason: null, note: '' }

  it('says that nobody waits', async () => {
    expect(await first.visits.callNext()).toEqual({ residentId: null, visit: null, because: null })
  })

  it('calls, calls again, and finishes with an outcome and a note', async () => {
    const walkIn = await counter.walkIn('asa', 'rentPayment')
    counter.desk.wait(60_000)
    const called = await first.visits.callNext()
    const calledAt = counter.desk.now()
    const { name } = (await first.staff.session())!
    expect(called).toMatchObject({
      residentId: counter.ids.asa,
      because: 'queue',
      visit: { state: 'called', deskNo: 1, calledAt, timesCalled: 1, calledBy: name, number: 'B1' },
    })
    counter.desk.wait(30_000)
    const { visit } = await first.visits.recall(which(called.visit!))
    expect(visit).toMatchObject({ state: 'called', timesCalled: 2, calledAt: counter.desk.now() })
    expect(await nameOf(first.visits.recall(which(called.visit!)))).toBe('CHANGED_MEANWHILE')
    const note = 'Lasku tarkistettu.\nEi muuta.'
    const done = await first.visits.finish({ ...which(visit), outcome: 'referred', note })
    expect(done.visit).toMatchObject({
      state: 'finished',
      outcome: 'referred',
      note,
      finishedAt: counter.desk.now(),
    })
    expect(await counter.history(walkIn)).toEqual([
      { what: 'arrived', detail: { number: 'B1' } },
      { what: 'called', detail: { desk: 1, because: 'queue' } },
      { what: 'recalled', detail: { desk: 1, times: 2 } },
      { what: 'finished', detail: { desk: 1, outcome: 'referred' } },
    ])
    const { events } = await counter.page.residents.timeline({ id: counter.ids.asa, page: 0 })
    expect(events.map(({ detail }) => detail.what)).toEqual(['finished', 'arrived'])
    expect(events[0]!.detail).toMatchObject({ outcome: 'referred' })
    expect(JSON.stringify(events)).not.toContain('tarkistettu')
    const over = ['recall', 'park', 'call', 'noShow'] as const
    for (const act of over) expect(await nameOf(first.visits[act](which(done.visit)))).toBe('notPossibleNow')
    expect(await nameOf(finish(first, done.visit))).toBe('notPossibleNow')
    expect(await nameOf(first.visits.transfer({ ...which(done.visit), ...handing, toDesk: 2 }))).toBe(
      'notPossibleNow',
    )
  })

  it('calls out of turn, but only to a desk of one’s own that is free', async () => {
    const early = await counter.walkIn('jukka')
    const late = await counter.walkIn('fatima')
    expect(await nameOf(counter.page.visits.call(which(late)))).toBe('noDesk')
    const { visit } = await first.visits.call(which(late))
    expect(visit).toMatchObject({ state: 'called', deskNo: 1 })
    expect((await counter.history(late)).at(-1)).toEqual({ what: 'called', detail: { desk: 1 } })
    expect(await nameOf(first.visits.call(which(early)))).toBe('stillServing')
    expect(await nameOf(second.visits.call(which(late)))).toBe('CHANGED_MEANWHILE')
    expect(await nameOf(second.visits.call(which(visit)))).toBe('notPossibleNow')
    await finish(first, visit)
    await finish(second, (await second.visits.callNext()).visit!)
  })

  it('puts aside and takes up again, at whichever desk', async () => {
    await counter.walkIn('notice')
    const called = (await first.visits.callNext()).visit!
    const { visit } = await first.visits.park(which(called))
    expect(visit.state).toBe('parked')
    expect((await first.visits.callNext()).visit).toBeNull()
    expect(await nameOf(first.visits.park(which(visit)))).toBe('notPossibleNow')
    const again = (await second.visits.call(which(visit))).visit
    expect(again).toMatchObject({ state: 'called', deskNo: 2, timesCalled: 2 })
    await finish(second, again)
  })

  it('hands over to another desk, with a note for the history', async () => {
    await counter.walkIn('special', 'lease')
    const called = (await first.visits.callNext()).visit!
    const transfer = (more: object) =>
      first.visits.transfer({ ...which(called), ...handing, ...more, note: 'Avaimet mukana' })
    expect(await nameOf(transfer({}))).toBe('nothingToTransfer')
    expect(await nameOf(transfer({ reason: 'lease' }))).toBe('nothingToTransfer')
    expect(await nameOf(transfer({ toDesk: 4 }))).toBe('noSuchDesk')
    expect(await nameOf(transfer({ toDesk: 1 }))).toBe('sameDesk')
    const { visit } = await transfer({ toDesk: 2, reason: 'keys' })
    expect(visit).toMatchObject({ state: 'waiting', reason: 'keys', transferredToDesk: 2, number: 'B5' })
    expect(visit.transferNote).toBe('Avaimet mukana')
    expect((await counter.history(visit)).at(-1)).toEqual({
      what: 'transferred',
      detail: { fromDesk: 1, toDesk: 2, fromReason: 'lease', toReason: 'keys', note: 'Avaimet mukana' },
    })
    await counter.walkIn('ended')
    // Desk 1 goes on with the queue; desk 2 has the one who was handed over first.
    const queued = await first.visits.callNext()
    expect(queued).toMatchObject({ because: 'queue', visit: { number: 'B6' } })
    const next = await second.visits.callNext()
    expect(next).toMatchObject({ because: 'transferred', visit: { id: visit.id, transferredToDesk: null } })
    // Who gets them reads it until they are handed over without a word.
    expect(next.visit!.transferNote).toBe('Avaimet mukana')
    expect((await counter.visit(visit)).transferNote).toBe('Avaimet mukana')
    await finish(first, queued.visit!)
    await finish(second, next.visit!)
  })

  it('hands back to the queue for the other desks, before all who wait', async () => {
    const handed = await counter.walkIn('eino', 'lease')
    await counter.walkIn('aada')
    const called = (await first.visits.callNext()).visit!
    await first.visits.transfer({
      ...which(called),
      ...handing,
      reason: 'termination',
      note: 'Kysyy myös avaimista',
    })
    const queued = await first.visits.callNext()
    expect(queued.visit?.name).toBe('Aada Nykänen')
    await finish(first, queued.visit!)
    expect((await first.visits.callNext()).visit).toBeNull()
    const next = await second.visits.callNext()
    expect(next).toMatchObject({ because: 'transferred', visit: { id: handed.id, reason: 'termination' } })
    expect(next.visit!.transferNote).toBe('Kysyy myös avaimista')
    // Alone, a desk takes back whom it handed back: there is nobody else.
    await second.visits.transfer({ ...which(next.visit!), ...handing, reason: 'other' })
    await first.visits.leaveDesk()
    const back = await second.visits.callNext()
    expect(back).toMatchObject({ because: 'transferred', visit: { id: handed.id, transferNote: null } })
    await finish(second, back.visit!)
    await first.visits.takeDesk({ deskNo: 1, takeOver: false })
  })

  it('notes that somebody did not come, when their time has come', async () => {
    const booked = await counter.book('09:00', 'notice')
    expect(await nameOf(first.visits.noShow(which(booked)))).toBe('notYetDue')
    await counter.setClock(wednesday, '09:00')
    expect(await nameOf(first.visits.noShow(which(booked)))).toBe('notYetDue')
    await counter.setClock(wednesday, '09:01')
    expect((await first.visits.noShow(which(booked))).visit.state).toBe('noShow')
    const { events } = await counter.page.residents.timeline({ id: counter.ids.notice, page: 0 })
    expect(events[0]!.detail).toMatchObject({
      what: 'noShow',
      startsAt: at(wednesday, '09:00').toISOString(),
    })
    // One who has come and does not answer need not be waited for.
    await counter.setClock('2026-12-01', '09:00')
    const walkIn = await counter.walkIn('future')
    await first.visits.takeDesk({ deskNo: 1, takeOver: false })
    const { visit } = await first.visits.callNext()
    expect((await first.visits.noShow(which(visit!))).visit).toMatchObject({ id: walkIn.id, state: 'noShow' })
    expect((await first.visits.day({ day: null })).desks[0]!.visitId).toBeNull()
  })

  it('lets each team say of its own visitors that they did not come, and the counter of both', async () => {
    await counter.setClock('2026-12-01', '10:00')
    const asOy = await counter.colleague('asoy')
    const phone = await counter.colleague('phone')
    const bookAsOy = async (time: string) =>
      (
        await asOy.appointments.book({
          residentId: counter.ids.asoy,
          person: null,
          team: 'asoy',
          reason: 'keys',
          startsAt: at('2026-12-03', time),
          lane: 0,
          phone: null,
          email: null,
          language: 'fi',
          additionalInformation: '',
        })
      ).visit
    const theirs = [await bookAsOy('09:00'), await bookAsOy('09:15')]
    const arriving = await bookAsOy('09:30')
    const service = await counter.book('09:00', 'asa', { day: '2026-12-02' })
    await counter.setClock('2026-12-03', '09:31')
    expect(await nameOf(phone.visits.noShow(which(theirs[0]!)))).toBe('asOyTeamBooks')
    expect(await nameOf(asOy.visits.noShow(which(theirs[0]!)))).toBe('done')
    expect(await nameOf(second.visits.noShow(which(theirs[1]!)))).toBe('done')
    expect(await nameOf(asOy.visits.noShow(which(service)))).toBe('customerServiceBooks')
    expect(await nameOf(phone.visits.noShow(which(service)))).toBe('done')

    // Their visitors stand on the day's list, and "next" calls them only for one of the team.
    await counter.checkIn(arriving)
    expect((await first.visits.day({ day: null })).figures).toMatchObject({ waiting: 1, noShows: 2 })
    await first.visits.takeDesk({ deskNo: 1, takeOver: false })
    expect((await first.visits.callNext()).visit).toBeNull()
    const both = await counter.colleague('counter', 'asoy')
    await both.visits.takeDesk({ deskNo: 2, takeOver: true })
    expect(await both.visits.callNext()).toMatchObject({
      because: 'bookedTimeCome',
      visit: { id: arriving.id },
    })
    for (const act of ['checkIn', 'undoCheckIn', 'call', 'recall', 'park'] as const) {
      expect(await nameOf(asOy.visits[act](which(arriving))), act).toBe('FORBIDDEN')
      expect(await nameOf(phone.visits[act](which(arriving))), act).toBe('FORBIDDEN')
    }
    for (const page of [asOy, phone]) {
      expect(await nameOf(page.visits.callNext())).toBe('FORBIDDEN')
      expect(await nameOf(page.visits.takeDesk({ deskNo: 3, takeOver: true }))).toBe('FORBIDDEN')
      expect(await nameOf(page.visits.day({ day: tuesday }))).toBe('done')
    }
  })
})
