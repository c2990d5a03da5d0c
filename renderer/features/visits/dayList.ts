import type { VisitView } from '#shared/contract/visits'

/** What the day's list can be narrowed to, in the order of the tags. */
export const dayFilters = ['all', 'booked', 'waiting', 'called', 'parked', 'finished', 'noShow'] as const
export type DayFilter = (typeof dayFilters)[number]

/** The visits that a tag leaves. A cancelled one is seen among all only. */
export const filtered = (visits: readonly VisitView[], filter: DayFilter): readonly VisitView[] =>
  filter === 'all' ? visits : visits.filter(({ state }) => state === filter)

/** Whole minutes from one moment to another; none when the clocks disagree. */
export const minutesBetween = (from: Date, to: Date): number =>
  Math.max(0, Math.floor((to.getTime() - from.getTime()) / 60_000))

/**
 * How long a visitor waited, whole minutes: until now for one who waits or is parked, until the last call for one who was
 * called; null for one who has not come.
 */
export function waitedMinutes(
  visit: Pick<VisitView, 'state' | 'arrivedAt' | 'calledAt'>,
  now: Date,
): number | null {
  const { state, arrivedAt, calledAt } = visit
  if (arrivedAt === null) return null
  if (state === 'waiting' || state === 'parked') return minutesBetween(arrivedAt, now)
  if (state === 'called' || state === 'finished')
    return calledAt === null ? null : minutesBetween(arrivedAt, calledAt)
  return null
}
