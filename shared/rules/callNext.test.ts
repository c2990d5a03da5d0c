import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { becauseNext, bookedInARow, calledFrom, turnAt, type Waiting, whoIsNext } from './callNext'

const nine = Date.UTC(2026, 10, 25, 7)
/** Minutes after nine. */
const at = (minutes: number) => new Date(nine + minutes * 60_000)

const walkIn = (id: string, arrived: number): Waiting => ({
  id,
  kind: 'walkIn',
  startsAt: null,
  arrivedAt: at(arrived),
  transferredToDesk: null,
  transferred: false,
})
const booked = (id: string, starts: number, arrived: number): Waiting => ({
  ...walkIn(id, arrived),
  kind: 'appointment',
  startsAt: at(starts),
})

type LastCalled = Parameters<typeof whoIsNext>[0]['lastCalled']
const next = (waiting: readonly Waiting[], now: number, lastCalled: LastCalled = [], deskNo = 1) =>
  whoIsNext({ waiting, deskNo, lastCalled, now: at(now) })

/** Whom the desks call one after another, all at one moment. */
function callAll(waiting: readonly Waiting[], now: number, calls: number): readonly string[] {
  const called: string[] = []
  let left = waiting
  let lastCalled: LastCalled = []
  for (let turn = 0; turn < calls; turn += 1) {
    const chosen = next(left, now, lastCalled)
    const visit = left.find(({ id }) => id === chosen?.id)
    if (visit === undefined) break
    called.push(visit.id)
    left = left.filter((each) => each !== visit)
    lastCalled = [calledFrom(visit), ...lastCalled]
  }
  return called
}

describe('whose turn it is', () => {
  it('is nobody when nobody waits for this desk', () => {
    expect(next([], 0)).toBeNull()
    expect(next([{ ...walkIn('w', 0), transferred: true, transferredToDesk: 2 }], 5)).toBeNull()
  })

  it('goes by the queue, and by the time of the booking when it has come', () => {
    expect(next([walkIn('second', 2), walkIn('first', 1)], 5)).toEqual({ id: 'first', because: 'queue' })
    const waiting = [walkIn('w', -60), booked('b', 0, -5)]
    expect(next(waiting, -1)).toEqual({ id: 'w', because: 'queue' })
    expect(next(waiting, 0)).toEqual({ id: 'b', because: 'bookedTimeCome' })
    expect(next([booked('early', 30, -20)], 0)).toEqual({ id: 'early', because: 'earlyNobodyElse' })
  })

  it('gives the queue its turn after two booked in a row', () => {
    const waiting = [
      booked('b1', 0, -5),
      booked('b2', 0, -4),
      booked('b3', 0, -3),
      walkIn('w1', -9),
      walkIn('w2', -8),
    ]
    expect(callAll(waiting, 0, 9)).toEqual(['b1', 'b2', 'w1', 'b3', 'w2'])
    expect(next(waiting, 0, ['appointment', 'appointment'])).toEqual({
      id: 'w1',
      because: 'queueAfterBooked',
    })
    expect(next(waiting, 0, ['appointment', 'walkIn', 'appointment'])?.id).toBe('b1')
  })

  it('lets one who came late wait in the queue from the arrival, and no longer', () => {
    const late = booked('late', 0, 11)
    expect(turnAt(late)).toEqual(at(11))
    expect(next([late, walkIn('w', 10)], 12)).toEqual({ id: 'w', because: 'queue' })
    expect(next([late, walkIn('w', 12)], 12)).toEqual({ id: 'late', because: 'queue' })
    expect(next([booked('b', 0, 10), walkIn('w', 5)], 12)).toEqual({ id: 'b', because: 'bookedTimeCome' })
  })

  it('does not let many late ones go before those who came in time', () => {
    const late = [1, 2, 3, 4].map((turn) => booked(`late${turn}`, -60, -10 + turn))
    const inTime = [1, 2, 3, 4].map((turn) => booked(`b${turn}`, 0, -10 + turn))
    expect(callAll([...late, ...inTime], 0, 6)).toEqual(['b1', 'b2', 'late1', 'b3', 'b4', 'late2'])
  })

  it('is first of all theirs who were handed over to this desk, or back to the queue', () => {
    const here = { ...walkIn('here', 3), transferred: true, transferredToDesk: 1 }
    const back = { ...walkIn('back', 4), transferred: true }
    const waiting = [booked('b', 0, -5), walkIn('w', -9), back, here]
    expect(next(waiting, 5)).toEqual({ id: 'here', because: 'transferred' })
    expect(next(waiting, 5, [], 2)).toEqual({ id: 'back', because: 'transferred' })
  })
})

const waitings = (transfers: boolean) =>
  fc.uniqueArray(
    fc
      .record({
        id: fc.uuid(),
        starts: fc.option(fc.integer({ min: -8, max: 8 }).map((quarter) => quarter * 15)),
        arrived: fc.integer({ min: -120, max: 60 }),
        transferred: transfers ? fc.boolean() : fc.constant(false),
        desk: fc.option(fc.integer({ min: 1, max: 3 })),
      })
      .map(
        ({ id, starts, arrived, transferred, desk }): Waiting => ({
          ...(starts === null ? walkIn(id, arrived) : booked(id, starts, arrived)),
          transferred,
          transferredToDesk: transferred ? desk : null,
        }),
      ),
    { maxLength: 12, selector: ({ id }) => id },
  )
const kinds = fc.array(fc.constantFrom('appointment' as const, 'walkIn' as const), { maxLength: 4 })
const desks = fc.integer({ min: 1, max: 3 })
// Everybody has arrived, but not every time has come.
const now = 60

describe('whoever waits', () => {
  it('somebody is called when anybody waits for the desk, and nobody who waits for another', () => {
    fc.assert(
      fc.property(waitings(true), kinds, desks, (waiting, lastCalled, deskNo) => {
        const chosen = next(waiting, now, lastCalled, deskNo)
        const mine = waiting.filter((each) => (each.transferredToDesk ?? deskNo) === deskNo)
        expect(chosen === null).toBe(mine.length === 0)
        if (chosen === null) return
        expect(mine.map(({ id }) => id)).toContain(chosen.id)
        expect(becauseNext).toContain(chosen.because)
      }),
    )
  })

  it('the order in which they are given does not matter', () => {
    const shuffled = waitings(true).chain((waiting) =>
      fc.tuple(fc.constant(waiting), fc.shuffledSubarray(waiting, { minLength: waiting.length })),
    )
    fc.assert(
      fc.property(shuffled, kinds, desks, ([waiting, other], lastCalled, deskNo) => {
        expect(next(other, now, lastCalled, deskNo)).toEqual(next(waiting, now, lastCalled, deskNo))
      }),
    )
  })

  it('a booked visitor is never called before their time while somebody else could be', () => {
    fc.assert(
      fc.property(waitings(false), kinds, (waiting, lastCalled) => {
        const chosen = waiting.find(({ id }) => id === next(waiting, now, lastCalled)?.id)
        if (chosen === undefined || chosen.startsAt === null || turnAt(chosen) <= at(now)) return
        expect(waiting.every((each) => each.startsAt !== null && turnAt(each) > at(now))).toBe(true)
      }),
    )
  })

  it('of any three calls in a row one is from the queue while there is one, and of any two one is booked', () => {
    const coming = fc.array(waitings(false), { minLength: 3, maxLength: 8 })
    fc.assert(
      fc.property(coming, kinds, (arrivals, before) => {
        let waiting: readonly Waiting[] = []
        let lastCalled: LastCalled = before
        let withoutQueue = 0
        let withoutBooked = 0
        for (const come of arrivals) {
          waiting = [...waiting, ...come.filter(({ id }) => waiting.every((each) => each.id !== id))]
          const due = waiting.filter((each) => calledFrom(each) === 'appointment' && turnAt(each) <= at(now))
          const queue = waiting.filter((each) => calledFrom(each) === 'walkIn')
          const chosen = waiting.find(({ id }) => id === next(waiting, now, lastCalled)?.id)
          if (chosen === undefined) continue
          waiting = waiting.filter((each) => each !== chosen)
          lastCalled = [calledFrom(chosen), ...lastCalled]
          const fromQueue = queue.includes(chosen)
          withoutQueue = queue.length > 0 && !fromQueue ? withoutQueue + 1 : 0
          withoutBooked = due.length > 0 && fromQueue ? withoutBooked + 1 : 0
          expect(withoutQueue).toBeLessThanOrEqual(bookedInARow)
          expect(withoutBooked).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('nobody of the queue is called before one of the queue who has waited longer', () => {
    fc.assert(
      fc.property(waitings(false), kinds, (waiting, lastCalled) => {
        const chosen = waiting.find(({ id }) => id === next(waiting, now, lastCalled)?.id)
        if (chosen === undefined) return
        const same = waiting.filter((each) => calledFrom(each) === calledFrom(chosen))
        expect(same.filter((each) => turnAt(each) < turnAt(chosen))).toEqual([])
      }),
    )
  })
})
