import type { VisitDay } from '#shared/contract/visits'
import { helsinkiDay, type LocalDay } from '#shared/rules/localDay'
import { type HoursWorld, openingsOf } from '#shared/rules/visitHours'
import type { VisitAccess } from '#shared/rules/visitTimetable'
import { daysFrom } from '../appointments/world'

/** So far ahead it is said when walk-ins may come next. */
const daysAhead = 60

interface Span {
  readonly from: Date
  readonly to: Date
}

/** When numbers are given on a day; openings that follow each other without a break are one. */
function walkInSpans(day: LocalDay, world: HoursWorld): readonly Span[] {
  const spans: { from: Date; to: Date }[] = []
  for (const { from, to, access } of openingsOf(day, world)) {
    if (access !== 'walkIn') continue
    const last = spans.at(-1)
    if (last && from <= last.to) last.to = to > last.to ? to : last.to
    else spans.push({ from, to })
  }
  return spans
}

/** Whether walk-ins get a number now, until when, and when they may come next. */
export function walkInsAt(now: Date, world: HoursWorld): VisitDay['walkIns'] {
  const today = helsinkiDay(now)
  const open = walkInSpans(today, world).find(({ from, to }) => from <= now && now < to)
  let next: Span | undefined
  for (const day of daysFrom(today, daysAhead + 1)) {
    next = walkInSpans(day, world).find(({ from }) => from > now)
    if (next) break
  }
  return { now: open !== undefined, until: open?.to ?? null, next: next ?? null }
}

/** How the service point is open at a moment; null when it is closed. */
export const accessAt = (now: Date, world: HoursWorld): VisitAccess | null =>
  openingsOf(helsinkiDay(now), world).find(({ from, to }) => from <= now && now < to)?.access ?? null
