import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterAct, isOver, type VisitAct, type VisitState, visitStates } from './visitStates'

/** Where each act leads from each state; what is not here is not possible. */
const table: Readonly<Record<VisitAct, Partial<Record<VisitState, VisitState>>>> = {
  change: { booked: 'booked' },
  move: { booked: 'booked' },
  cancel: { booked: 'cancelled' },
  checkIn: { booked: 'waiting', noShow: 'waiting' },
  undoCheckIn: { waiting: 'booked' },
  call: { waiting: 'called', parked: 'called' },
  recall: { called: 'called' },
  park: { called: 'parked' },
  transfer: { called: 'waiting' },
  deskVanished: { called: 'waiting' },
  noShow: { booked: 'noShow', waiting: 'noShow', called: 'noShow', parked: 'noShow' },
  finish: { called: 'finished' },
}
const acts = Object.keys(table) as readonly VisitAct[]

describe('an act', () => {
  it.each(acts)('%s leads where it should from every state, and nowhere else', (act) => {
    for (const state of visitStates) {
      const to = table[act][state]
      expect(afterAct(state, act)).toEqual(
        to === undefined ? { ok: false, refusal: 'notPossibleNow' } : { ok: true, value: to },
      )
    }
  })

  it('leaves no visit that is over, but takes in one who was thought not to come', () => {
    for (const state of visitStates.filter(isOver)) {
      const possible = acts.filter((act) => afterAct(state, act).ok)
      expect(possible).toEqual(state === 'noShow' ? ['checkIn'] : [])
    }
    expect(visitStates.filter(isOver)).toEqual(['finished', 'noShow', 'cancelled'])
  })

  it('of any sequence is the last once the visit is finished or cancelled', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...acts), { maxLength: 40 }), (sequence) => {
        let state: VisitState = 'booked'
        for (const act of sequence) {
          const result = afterAct(state, act)
          if (!result.ok) continue
          if (isOver(state)) expect([state, act]).toEqual(['noShow', 'checkIn'])
          state = result.value
        }
        expect(visitStates).toContain(state)
      }),
    )
  })

  it('can bring every visit to every state, and every visit that is not over to its end', () => {
    const reached = new Set<VisitState>(['booked'])
    for (const state of reached) {
      for (const act of acts) {
        const result = afterAct(state, act)
        if (result.ok) reached.add(result.value)
      }
      const ends = acts.map((act) => afterAct(state, act)).some((result) => result.ok && isOver(result.value))
      expect(ends || isOver(state)).toBe(true)
    }
    expect([...reached].toSorted()).toEqual([...visitStates].toSorted())
  })
})
