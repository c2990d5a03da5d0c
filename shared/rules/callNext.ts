import { cameLate } from './arrival'

/** By which part of the rule somebody is called. */
export const becauseNext = [
  'transferred',
  'bookedTimeCome',
  'queueAfterBooked',
  'queue',
  'earlyNobodyElse',
] as const
export type BecauseNext = (typeof becauseNext)[number]

/** One who waits, as far as the turn depends on it. */
export interface Waiting {
  readonly id: string
  readonly kind: 'appointment' | 'walkIn'
  /** Null for a walk-in. */
  readonly startsAt: Date | null
  readonly arrivedAt: Date
  /** The desk that it was transferred to; null for any desk. */
  readonly transferredToDesk: number | null
  /** Called once already and handed over: they have waited their turn. */
  readonly transferred: boolean
}

/** After so many booked visitors in a row one from the queue is called, so that the queue always moves. */
export const bookedInARow = 2

/** From when a booked visitor's turn counts: the time of the booking, or the arrival of one who came late. */
export function turnAt(visit: Pick<Waiting, 'startsAt' | 'arrivedAt'>): Date {
  if (visit.startsAt === null) return visit.arrivedAt
  return cameLate(visit.startsAt, visit.arrivedAt) ? visit.arrivedAt : visit.startsAt
}

/**
 * From which of the two somebody is called: by their booking, or from the queue. One who came late waits in the queue, and
 * is one of it for `lastCalled`: else late ones would be called one after another before those who came in time.
 */
export const calledFrom = (visit: Pick<Waiting, 'startsAt' | 'arrivedAt'>): 'appointment' | 'walkIn' =>
  visit.startsAt === null || cameLate(visit.startsAt, visit.arrivedAt) ? 'walkIn' : 'appointment'

/** Booked, in time, and their time has come. One who came late waits with the queue. */
const isDue = (visit: Waiting, now: Date) =>
  visit.startsAt !== null && turnAt(visit).getTime() === visit.startsAt.getTime() && visit.startsAt <= now

const first = (visits: readonly Waiting[]): Waiting | undefined =>
  visits.toSorted(
    (a, b) =>
      turnAt(a).getTime() - turnAt(b).getTime() ||
      a.arrivedAt.getTime() - b.arrivedAt.getTime() ||
      a.id.localeCompare(b.id),
  )[0]

/**
 * Whose turn it is at a desk, and why; null when nobody waits for it.
 * 1. One who was transferred here, or back to the queue, comes first: they have waited already.
 * 2. A booked visitor who came in time is called when the time has come, the earliest time first …
 * 3. … but after two booked in a row the one who has waited longest in the queue is called. Booked visitors who came late
 *    wait in the queue from their arrival.
 * 4. Otherwise the queue goes on.
 * 5. A booked visitor whose time has not come is called only when nobody else waits.
 * `lastCalled` is from which of the two today's visits were called (`calledFrom`), the latest first. Unsourced: fairness between the two is the office's choice.
 */
export function whoIsNext(input: {
  readonly waiting: readonly Waiting[]
  readonly deskNo: number
  readonly lastCalled: readonly ('appointment' | 'walkIn')[]
  readonly now: Date
}): { readonly id: string; readonly because: BecauseNext } | null {
  const { deskNo, lastCalled, now } = input
  const mine = input.waiting.filter(
    ({ transferredToDesk }) => transferredToDesk === null || transferredToDesk === deskNo,
  )
  const transferred = first(mine.filter((visit) => visit.transferred))
  if (transferred) return { id: transferred.id, because: 'transferred' }
  const due = first(mine.filter((visit) => isDue(visit, now)))
  const early = mine.filter((visit) => visit.startsAt !== null && turnAt(visit) > now)
  const queued = first(mine.filter((visit) => !isDue(visit, now) && !early.includes(visit)))
  const row = lastCalled.slice(0, bookedInARow)
  const enoughBooked = row.length === bookedInARow && row.every((kind) => kind === 'appointment')
  if (due && queued && enoughBooked) return { id: queued.id, because: 'queueAfterBooked' }
  if (due) return { id: due.id, because: 'bookedTimeCome' }
  if (queued) return { id: queued.id, because: 'queue' }
  const soonest = first(early)
  return soonest ? { id: soonest.id, because: 'earlyNobodyElse' } : null
}
