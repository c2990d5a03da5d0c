import { accept, type Result, refuse } from './result'

/** Where a visit is, from the booking to its outcome. */
export const visitStates = [
  'booked',
  'waiting',
  'called',
  'parked',
  'finished',
  'noShow',
  'cancelled',
] as const
export type VisitState = (typeof visitStates)[number]

/** What is done with a visit: all by staff, but for the one whose desk vanished. */
export type VisitAct =
  | 'change'
  | 'move'
  | 'cancel'
  | 'checkIn'
  | 'undoCheckIn'
  | 'call'
  | 'recall'
  | 'park'
  | 'transfer'
  | 'deskVanished'
  | 'noShow'
  | 'finish'

const steps: Readonly<Record<VisitAct, { readonly from: readonly VisitState[]; readonly to: VisitState }>> = {
  change: { from: ['booked'], to: 'booked' },
  move: { from: ['booked'], to: 'booked' },
  cancel: { from: ['booked'], to: 'cancelled' },
  // One who was marked as not having come, and comes after all on that day, is taken in.
  checkIn: { from: ['booked', 'noShow'], to: 'waiting' },
  undoCheckIn: { from: ['waiting'], to: 'booked' },
  call: { from: ['waiting', 'parked'], to: 'called' },
  recall: { from: ['called'], to: 'called' },
  park: { from: ['called'], to: 'parked' },
  transfer: { from: ['called'], to: 'waiting' },
  // Nobody knows any more whether they were served: they wait where they waited before.
  deskVanished: { from: ['called'], to: 'waiting' },
  noShow: { from: ['booked', 'waiting', 'called', 'parked'], to: 'noShow' },
  finish: { from: ['called'], to: 'finished' },
}

/** The state that an act leads to from a state, or `notPossibleNow`. */
export function afterAct(state: VisitState, act: VisitAct): Result<VisitState, 'notPossibleNow'> {
  const { from, to } = steps[act]
  return from.includes(state) ? accept(to) : refuse('notPossibleNow')
}

/** The states in which nothing more happens to a visit by itself. */
export const isOver = (state: VisitState): boolean =>
  state === 'finished' || state === 'noShow' || state === 'cancelled'
