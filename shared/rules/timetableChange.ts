import type { LocalDay } from './localDay'
import { accept, type Result, refuse } from './result'
import { weekOn } from './visitHours'
import type { DatedWeek, ExceptionalDay, ServicePeriod, VisitRules, VisitTimetable } from './visitTimetable'

/** One change of the timetable that the lead makes. */
export type TimetableChange =
  | { readonly kind: 'week'; readonly fromOn: LocalDay; readonly hours: DatedWeek['hours'] }
  | { readonly kind: 'withoutWeek'; readonly fromOn: LocalDay }
  | ({ readonly kind: 'day' } & ExceptionalDay)
  | { readonly kind: 'withoutDay'; readonly day: LocalDay }
  | { readonly kind: 'rules'; readonly rules: VisitRules }

export type TimetableRefusal =
  | 'periodsOverlap'
  | 'periodEndsFirst'
  | 'moreDesksThanThere'
  | 'dayPast'
  | 'weekNotFound'
  | 'dayNotFound'

type Hours = { readonly from: string; readonly to: string }

/** What is wrong with the periods of one day, if anything. Times are 'HH:mm', so they compare as text. */
function periodsProblem(periods: readonly Hours[]): 'periodsOverlap' | 'periodEndsFirst' | null {
  if (periods.some(({ from, to }) => to <= from)) return 'periodEndsFirst'
  const ordered = periods.toSorted((a, b) => a.from.localeCompare(b.from))
  return ordered.some(({ from }, index) => from < (ordered[index - 1]?.to ?? '')) ? 'periodsOverlap' : null
}

const inOrder = <Period extends Hours>(periods: readonly Period[]) =>
  periods.toSorted((a, b) => a.from.localeCompare(b.from))

function weekProblem(days: readonly (readonly ServicePeriod[])[], desks: number): TimetableRefusal | null {
  for (const periods of days) {
    const problem = periodsProblem(periods)
    if (problem !== null) return problem
    if (periods.some((period) => period.desks > desks)) return 'moreDesksThanThere'
  }
  return null
}

const sortedWeek = (hours: DatedWeek['hours']): DatedWeek['hours'] =>
  Object.fromEntries(
    Object.entries(hours).map(([day, periods]) => [day, inOrder(periods)]),
  ) as unknown as DatedWeek['hours']

/** A week with at most so many desks in every period. */
const withAtMost = (desks: number, { fromOn, hours }: DatedWeek): DatedWeek => ({
  fromOn,
  hours: Object.fromEntries(
    Object.entries(hours).map(([day, periods]) => [
      day,
      periods.map((period) => ({ ...period, desks: Math.min(period.desks, desks) })),
    ]),
  ) as unknown as DatedWeek['hours'],
})

/**
 * The timetable after a change. Refused: periods of a day that overlap or end before they begin, more desks than there
 * are, an exceptional day or a week that begins in the past, and taking away what is not there. A week that has begun can be
 * changed, from today on: by a week that begins today. Fewer desks are refused while a week or a day of the lead's, from
 * today on, has more; the week that ships is nobody's choice: in it all that there are serve.
 */
export function changedTimetable<Timetable extends VisitTimetable>(
  timetable: Timetable,
  change: TimetableChange,
  today: LocalDay,
): Result<Omit<Timetable, keyof VisitTimetable> & VisitTimetable, TimetableRefusal> {
  const { weeks, exceptions, rules } = timetable
  switch (change.kind) {
    case 'week': {
      if (change.fromOn < today) return refuse('dayPast')
      const problem = weekProblem(Object.values(change.hours), rules.desks)
      if (problem !== null) return refuse(problem)
      const others = weeks.filter(({ fromOn }) => fromOn !== change.fromOn)
      const changed = [...others, { fromOn: change.fromOn, hours: sortedWeek(change.hours) }]
      return accept({
        ...timetable,
        weeks: changed.toSorted((a, b) => (a.fromOn ?? '').localeCompare(b.fromOn ?? '')),
      })
    }
    case 'withoutWeek': {
      if (!weeks.some(({ fromOn }) => fromOn === change.fromOn)) return refuse('weekNotFound')
      if (change.fromOn < today) return refuse('dayPast')
      const left = weeks.filter(({ fromOn }) => fromOn !== change.fromOn)
      // The week that holds again may be from when there were more desks.
      const problem = weekProblem(Object.values(weekOn(change.fromOn, left)?.hours ?? {}), rules.desks)
      if (problem !== null) return refuse(problem)
      return accept({ ...timetable, weeks: left })
    }
    case 'day': {
      if (change.day < today) return refuse('dayPast')
      const problem = weekProblem([change.periods], rules.desks)
      if (problem !== null) return refuse(problem)
      const { day, note, periods } = change
      const others = exceptions.filter((each) => each.day !== day)
      const changed = [...others, { day, note, periods: inOrder(periods) }]
      return accept({ ...timetable, exceptions: changed.toSorted((a, b) => a.day.localeCompare(b.day)) })
    }
    case 'withoutDay': {
      if (!exceptions.some(({ day }) => day === change.day)) return refuse('dayNotFound')
      if (change.day < today) return refuse('dayPast')
      return accept({ ...timetable, exceptions: exceptions.filter(({ day }) => day !== change.day) })
    }
    case 'rules': {
      for (const periods of Object.values(change.rules.asOyWeek)) {
        const problem = periodsProblem(periods)
        if (problem !== null) return refuse(problem)
      }
      const { desks } = change.rules
      const now = weekOn(today, weeks)
      const chosen = weeks.filter((each) => each.fromOn !== null && (each === now || each.fromOn > today))
      const used = [
        ...chosen.flatMap(({ hours }) => Object.values(hours).flat()),
        ...exceptions.filter(({ day }) => day >= today).flatMap(({ periods }) => periods),
      ]
      if (used.some((period) => period.desks > desks)) return refuse('moreDesksThanThere')
      return accept({
        ...timetable,
        weeks: weeks.map((each) => (each.fromOn === null ? withAtMost(desks, each) : each)),
        rules: change.rules,
      })
    }
  }
}
