import { describe, expect, it } from 'vitest'
import type { HistoryEvent } from './days'
import { toldBy } from './historyDetail'

const told = (what: HistoryEvent['what'], detail: HistoryEvent['detail']) =>
  toldBy({ what, detail, at: new Date(), by: 'Aino' })
const nine = '2026-12-02T07:00:00.000Z'
const ten = '2026-12-02T08:00:00.000Z'

describe('what an event tells', () => {
  it('of a booking is when and where', () => {
    expect(told('booked', { startsAt: nine, lane: 2 })).toEqual([
      { kind: 'time', before: null, now: new Date(nine) },
      { kind: 'desk', before: null, now: 2 },
    ])
  })

  it('of the As Oy team names no desk', () => {
    expect(told('booked', { startsAt: nine, lane: 0 })).toHaveLength(1)
  })

  it('of a move is before and after, and only what changed', () => {
    expect(told('moved', { from: nine, fromLane: 1, to: ten, toLane: 1 })).toEqual([
      { kind: 'time', before: new Date(nine), now: new Date(ten) },
    ])
    expect(told('moved', { from: nine, fromLane: 1, to: nine, toLane: 3 })).toEqual([
      { kind: 'desk', before: 1, now: 3 },
    ])
  })

  it('of a transfer is the desk and the reason', () => {
    expect(told('transferred', { fromDesk: 1, toDesk: null, fromReason: 'lease', toReason: 'keys' })).toEqual(
      [{ kind: 'reason', before: 'lease', now: 'keys' }],
    )
  })

  it('of the rest is who, which fields, and how it ended', () => {
    expect(told('cancelled', { by: 'heka' })).toEqual([{ kind: 'cancelledBy', by: 'heka' }])
    expect(told('changed', { fields: 'email language' })).toEqual([
      { kind: 'field', field: 'email' },
      { kind: 'field', field: 'language' },
    ])
    expect(told('finished', { desk: 2, outcome: 'done' })).toContainEqual({
      kind: 'outcome',
      outcome: 'done',
    })
    expect(told('arrived', { number: 'A12' })).toEqual([{ kind: 'words', words: 'A12' }])
  })

  it('of a state that a visit was in is no time', () => {
    expect(told('noShow', { from: 'waiting' })).toEqual([])
  })
})
