import { addDays, helsinkiDay, type LocalDay } from './localDay'
import { accept, type Result, refuse } from './result'
import { type Closure, closureOf, type HolidayNames, type OpenSteps, openStepsOf } from './visitHours'
import type { ArrangedOtherwise, VisitReason } from './visitReasons'
import { slotMinutes, type VisitTeam, type VisitTimetable } from './visitTimetable'

/**
 * Why a time is not offered, in the order in which it is looked for:
 * - `timePast` it has begun or gone by;
 * - `tooFarAhead` later than appointments are given;
 * - `closedWeekday`, `closedHoliday`, `closedEve`, `closedException` the day is closed, and by what;
 * - `walkInOnly` open then, without appointments;
 * - `publicHours` for the As Oy team: the service point is open to everyone then;
 * - `outsideHours` the day has appointments, but not then, or not at the desk that is asked for;
 * - `offGrid` appointments do not begin at that minute;
 * - `tooLong` the reason takes longer than what is left of the opening;
 * - `taken` every desk is booked for some of it.
 */
export const whyNotOffered = [
  'timePast',
  'tooFarAhead',
  'closedWeekday',
  'closedHoliday',
  'closedEve',
  'closedException',
  'walkInOnly',
  'publicHours',
  'outsideHours',
  'offGrid',
  'tooLong',
  'taken',
] as const
export type WhyNotOffered = (typeof whyNotOffered)[number]

/** One step of one desk's time that is booked. */
export interface TakenStep {
  readonly startsAt: Date
  readonly lane: number
}

/** What is asked for. */
export interface Wanted {
  readonly reason: VisitReason
  readonly team: VisitTeam
}

/** Everything that decides whether a time is offered. */
export interface SlotWorld {
  readonly timetable: VisitTimetable
  readonly holidays: HolidayNames
  readonly now: Date
  /** Every booked step that can matter; others do no harm. */
  readonly taken: readonly TakenStep[]
}

/** A time on the grid of an opening: the desks that are free for all of it, or why it is not offered. */
export interface Offer {
  readonly startsAt: Date
  readonly endsAt: Date
  /** Free lanes in order; empty when `why` is not null. */
  readonly lanes: readonly number[]
  readonly why: WhyNotOffered | null
}

const step = slotMinutes * 60_000

/** The steps of an appointment: its beginning and every `slotMinutes` until its end. */
export function stepsOf(startsAt: Date, endsAt: Date): readonly Date[] {
  const count = Math.round((endsAt.getTime() - startsAt.getTime()) / step)
  return Array.from({ length: count }, (_, index) => new Date(startsAt.getTime() + index * step))
}

/** When an appointment for a reason that begins then would end. */
export const endOf = (startsAt: Date, reason: VisitReason, timetable: VisitTimetable): Date =>
  new Date(startsAt.getTime() + timetable.rules.minutes[reason] * 60_000)

const laneKey = (at: number, lane: number) => `${at}/${lane}`
const takenKeys = (taken: readonly TakenStep[]) =>
  new Set(taken.map(({ startsAt, lane }) => laneKey(startsAt.getTime(), lane)))

/** The lanes that are open for all of an appointment, and of those the ones that nobody has booked. */
function lanesFor(startsAt: Date, endsAt: Date, open: OpenSteps, taken: ReadonlySet<string>) {
  const steps = stepsOf(startsAt, endsAt).map((at) => at.getTime())
  const [first] = steps
  const lanes = (first === undefined ? [] : (open.get(first) ?? [])).filter((lane) =>
    steps.every((at) => open.get(at)?.includes(lane)),
  )
  return { lanes, free: lanes.filter((lane) => steps.every((at) => !taken.has(laneKey(at, lane)))) }
}

const closedNames = {
  weekday: 'closedWeekday',
  holiday: 'closedHoliday',
  eve: 'closedEve',
  exception: 'closedException',
  walkInOnly: 'walkInOnly',
} as const satisfies Record<Closure['because'], WhyNotOffered>

/** The last day on which appointments are given today. */
const lastDay = (world: SlotWorld): LocalDay =>
  addDays(helsinkiDay(world.now), world.timetable.rules.bookableDays)

/**
 * Every time of a day at which an appointment for the reason could begin by the timetable, in order, each offered or with
 * why it is not. None on a day without appointments; `whyNot` tells why.
 */
export function offersOn(day: LocalDay, wanted: Wanted, world: SlotWorld): readonly Offer[] {
  const taken = takenKeys(world.taken)
  const far = day > lastDay(world)
  const open = openStepsOf(day, wanted.team, world)
  return [...open.keys()].map((at): Offer => {
    const startsAt = new Date(at)
    const endsAt = endOf(startsAt, wanted.reason, world.timetable)
    const { lanes, free } = lanesFor(startsAt, endsAt, open, taken)
    const why =
      startsAt <= world.now
        ? 'timePast'
        : far
          ? 'tooFarAhead'
          : lanes.length === 0
            ? 'tooLong'
            : free.length === 0
              ? 'taken'
              : null
    return { startsAt, endsAt, lanes: why === null ? free : [], why }
  })
}

/** The desk for an appointment at a moment: `lane`, or the first that is free when that is null. Refused as `whyNot` says. */
export function laneAt(
  startsAt: Date,
  lane: number | null,
  wanted: Wanted,
  world: SlotWorld,
): Result<number, WhyNotOffered> {
  if (startsAt <= world.now) return refuse('timePast')
  const day = helsinkiDay(startsAt)
  if (day > lastDay(world)) return refuse('tooFarAhead')
  const open = openStepsOf(day, wanted.team, world)
  const onGrid = Math.floor(startsAt.getTime() / step) * step
  if (!open.has(onGrid)) {
    const closure = closureOf(day, startsAt, wanted.team, world)
    if (closure === 'publicHours') return refuse('publicHours')
    return refuse(closure === null ? 'outsideHours' : closedNames[closure.because])
  }
  if (startsAt.getTime() !== onGrid) return refuse('offGrid')
  const endsAt = endOf(startsAt, wanted.reason, world.timetable)
  const { lanes, free } = lanesFor(startsAt, endsAt, open, takenKeys(world.taken))
  if (lanes.length === 0) return refuse('tooLong')
  if (lane !== null && !lanes.includes(lane)) {
    return refuse(open.get(onGrid)?.includes(lane) ? 'tooLong' : 'outsideHours')
  }
  const given = lane === null ? free[0] : free.find((each) => each === lane)
  return given === undefined ? refuse('taken') : accept(given)
}

/**
 * Why an appointment for the reason cannot begin at a moment; null when it can. `lane` asks for one desk, null for any.
 */
export function whyNot(
  startsAt: Date,
  lane: number | null,
  wanted: Wanted,
  world: SlotWorld,
): WhyNotOffered | null {
  const given = laneAt(startsAt, lane, wanted, world)
  return given.ok ? null : given.refusal
}

/** The next offered times after a moment, the earliest first, at most `limit`. Looks from now, as far ahead as is booked. */
export function nextOffers(after: Date, limit: number, wanted: Wanted, world: SlotWorld): readonly Offer[] {
  const found: Offer[] = []
  const last = lastDay(world)
  const from = after > world.now ? after : world.now
  for (let day = helsinkiDay(from); found.length < limit && day <= last; day = addDays(day, 1)) {
    for (const offer of offersOn(day, wanted, world)) {
      if (offer.why === null && offer.startsAt > from && found.length < limit) found.push(offer)
    }
  }
  return found
}

/** A visit that customer service does not give, as the page names it. */
export const arrangedRefusals = {
  buildingMaintenance: 'maintenanceArrangesByPhone',
  housingSupport: 'housingSupportArrangesByPhone',
} as const satisfies Record<ArrangedOtherwise, string>
