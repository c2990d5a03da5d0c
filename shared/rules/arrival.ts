import { helsinkiDay, type LocalDay } from './localDay'
import type { VisitState } from './visitStates'

/** How one who stands at the reception stands to their booking. */
export const arrivalStandings = [
  'onTime',
  'early',
  'late',
  'wrongDayBefore',
  'wrongDayAfter',
  'alreadyIn',
  'noShowToday',
  'over',
  'cancelled',
] as const
export type ArrivalStanding = (typeof arrivalStandings)[number]

/** One who comes more than so many minutes before the time is early: they may wait, and are not called before it. */
export const earlyMinutes = 30
/** One who comes more than so many minutes after the time is late, and waits their turn with the others. */
export const lateMinutes = 10

const wholeMinutes = (from: Date, to: Date) => Math.floor((to.getTime() - from.getTime()) / 60_000)

/** Whether one who comes at a moment comes late to their booking: a minute counts when it is full. */
export const cameLate = (startsAt: Date, at: Date): boolean => wholeMinutes(startsAt, at) > lateMinutes

/**
 * Whether a booked visitor is early, late or on the wrong day, and by how many whole minutes for the first two. Unsourced:
 * the two limits are what a counter with quarter-hour appointments can live with.
 */
export function arrivalStanding(
  visit: { readonly state: VisitState; readonly startsAt: Date; readonly day: LocalDay },
  now: Date,
): { readonly standing: ArrivalStanding; readonly minutes: number | null } {
  const today = helsinkiDay(now)
  if (visit.state === 'cancelled') return { standing: 'cancelled', minutes: null }
  if (visit.state === 'finished') return { standing: 'over', minutes: null }
  if (visit.state === 'waiting' || visit.state === 'called' || visit.state === 'parked') {
    return { standing: 'alreadyIn', minutes: null }
  }
  if (visit.day > today) return { standing: 'wrongDayBefore', minutes: null }
  if (visit.day < today) return { standing: 'wrongDayAfter', minutes: null }
  if (visit.state === 'noShow') return { standing: 'noShowToday', minutes: null }
  const early = wholeMinutes(now, visit.startsAt)
  if (early > earlyMinutes) return { standing: 'early', minutes: early }
  if (cameLate(visit.startsAt, now)) return { standing: 'late', minutes: wholeMinutes(visit.startsAt, now) }
  return { standing: 'onTime', minutes: null }
}
