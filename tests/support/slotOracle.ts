import fc from 'fast-check'
import { eveClosure, publicHoliday } from '#shared/rules/holidays'
import type { SlotWorld, Wanted } from '#shared/rules/slots'
import { visitReasons } from '#shared/rules/visitReasons'
import type {
  DatedWeek,
  ExceptionalDay,
  ServicePeriod,
  VisitTeam,
  VisitTimetable,
} from '#shared/rules/visitTimetable'
import { finnishHolidays } from './timetable'

// What is offered, found minute by minute from the system's own clock: slow and simple, and nothing of the rules is in it.

const minute = 60_000
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const
const weekdayOf = (day: string) => weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()]!

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Helsinki',
  dateStyle: 'short',
  timeStyle: 'short',
})

interface Minute {
  readonly at: number
  /** 'HH:mm' on the wall. */
  readonly wall: string
}

const minutesOf = new Map<string, readonly Minute[]>()

/** Every minute of a day in Helsinki, in the order in which they come. */
export function minutesOn(day: string): readonly Minute[] {
  const known = minutesOf.get(day)
  if (known !== undefined) return known
  const noon = Date.parse(`${day}T12:00:00Z`)
  const around = Array.from({ length: 36 * 60 }, (_, index) => noon + (index - 18 * 60) * minute)
  const minutes = around
    .map((at) => ({ at, text: clock.format(at) }))
    .filter(({ text }) => text.startsWith(day))
    .map(({ at, text }) => ({ at, wall: text.slice(11) }))
  minutesOf.set(day, minutes)
  return minutes
}

/** The first moment of a day at which the clock on the wall shows a time or a later one. */
function firstAt(day: string, time: string): number {
  const minutes = minutesOn(day)
  return minutes.find(({ wall }) => wall >= time)?.at ?? minutes.at(-1)!.at + minute
}

interface Span {
  readonly from: number
  readonly to: number
}
const spanOf = (day: string, { from, to }: { readonly from: string; readonly to: string }): Span => ({
  from: firstAt(day, from),
  to: firstAt(day, to),
})
const covers = ({ from, to }: Span, at: number) => from <= at && at < to

/** The service point's periods of a day, and whether the day is closed whatever its weekday is. */
function dayOf(day: string, { weeks, exceptions, rules }: VisitTimetable) {
  const exception = exceptions.find((each) => each.day === day)
  if (exception) return { periods: exception.periods, closed: exception.periods.length === 0 }
  const eve = eveClosure(day)
  if (publicHoliday(day) !== null || (eve !== null && rules.closedEves.includes(eve))) {
    return { periods: [], closed: true }
  }
  let hours = weeks[0]!.hours
  for (const each of weeks) if (each.fromOn !== null && each.fromOn <= day) hours = each.hours
  return { periods: hours[weekdayOf(day)], closed: false }
}

/** The lanes that give appointments at a moment of the day. */
function lanesAt(day: string, team: VisitTeam, timetable: VisitTimetable): (at: number) => readonly number[] {
  const { periods, closed } = dayOf(day, timetable)
  const open = periods.map((period) => ({ ...period, span: spanOf(day, period) }))
  if (team === 'asoy') {
    const own = closed ? [] : timetable.rules.asOyWeek[weekdayOf(day)].map((period) => spanOf(day, period))
    return (at) =>
      own.some((span) => covers(span, at)) && !open.some(({ span }) => covers(span, at)) ? [0] : []
  }
  return (at) => {
    const now = open.find(({ span }) => covers(span, at))
    return now?.access === 'appointment' ? Array.from({ length: now.desks }, (_, index) => index + 1) : []
  }
}

export interface OracleOffer {
  readonly startsAt: number
  readonly lanes: readonly number[]
}

/** The days between two, as 'YYYY-MM-DD'. */
const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000

/** Every offered time of a day with its free lanes, by trying each minute of the day. */
export function oracleOffers(
  day: string,
  { reason, team }: Wanted,
  world: SlotWorld,
): readonly OracleOffer[] {
  const today = clock.format(world.now).slice(0, 10)
  if (daysBetween(today, day) > world.timetable.rules.bookableDays) return []
  const lanes = lanesAt(day, team, world.timetable)
  const openAt = new Map(minutesOn(day).map(({ at }) => [at, lanes(at)]))
  const isFree = (at: number, lane: number) =>
    !world.taken.some((each) => {
      const from = each.startsAt.getTime()
      return each.lane === lane && covers({ from, to: from + 15 * minute }, at)
    })
  const needed = world.timetable.rules.minutes[reason]
  return minutesOn(day)
    .filter(({ at, wall }) => Number(wall.slice(3)) % 15 === 0 && at > world.now.getTime())
    .map(({ at }) => {
      const all = Array.from({ length: needed }, (_, index) => at + index * minute)
      const free = (openAt.get(at) ?? []).filter((lane) =>
        all.every((each) => openAt.get(each)?.includes(lane) && isFree(each, lane)),
      )
      return { startsAt: at, lanes: free }
    })
    .filter((offer) => offer.lanes.length > 0)
}

const timeOf = (quarter: number) =>
  `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`

/** Days on which something is unlike other days, and ordinary ones. */
export const someDay = fc.oneof(
  fc.constantFrom(
    ...['2026-03-29', '2026-10-25', '2027-03-28', '2027-10-31', '2028-02-29', '2028-03-01'],
    ...['2027-01-05', '2027-01-06', '2027-05-06', '2026-12-24', '2026-06-19', '2026-12-31'],
  ),
  fc.integer({ min: 0, max: 1095 }).map((days) => dayAfter('2026-01-01', days)),
)

export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

/** Periods that do not overlap; some touch the one before. Half of them are near the hours at which clocks change. */
const somePeriods: fc.Arbitrary<readonly ServicePeriod[]> = fc
  .uniqueArray(fc.oneof(fc.integer({ min: 0, max: 96 }), fc.integer({ min: 6, max: 22 })), { maxLength: 6 })
  .chain((cuts) => {
    const sorted = cuts.toSorted((a, b) => a - b)
    return fc.tuple(
      ...sorted.slice(1).map((to, index) =>
        fc.option(
          fc.record({
            from: fc.constant(timeOf(sorted[index]!)),
            to: fc.constant(timeOf(to)),
            access: fc.constantFrom('appointment', 'appointment', 'walkIn'),
            desks: fc.integer({ min: 1, max: 4 }),
          }),
          { freq: 5 },
        ),
      ),
    )
  })
  .map((periods) => periods.filter((period) => period !== null) as readonly ServicePeriod[])

const someWeek = fc.record({
  monday: somePeriods,
  tuesday: somePeriods,
  wednesday: somePeriods,
  thursday: somePeriods,
  friday: somePeriods,
  saturday: somePeriods,
  sunday: somePeriods,
})

/** A timetable of which something happens on the day. */
const someTimetable = (day: string): fc.Arbitrary<VisitTimetable> =>
  fc.record({
    weeks: fc
      .tuple(
        someWeek.map((hours): DatedWeek => ({ fromOn: null, hours })),
        fc.uniqueArray(
          fc.record({
            fromOn: fc.integer({ min: -9, max: 9 }).map((days) => dayAfter(day, days)),
            hours: someWeek,
          }),
          { maxLength: 2, selector: ({ fromOn }) => fromOn },
        ),
      )
      .map(([shipped, dated]) => [shipped, ...dated.toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1))]),
    exceptions: fc.oneof(
      { weight: 3, arbitrary: fc.constant([] as readonly ExceptionalDay[]) },
      somePeriods.map((periods): readonly ExceptionalDay[] => [{ day, periods, note: 'Poikkeus' }]),
    ),
    rules: fc.record({
      minutes: fc.record(
        Object.fromEntries(
          visitReasons.map((reason) => [reason, fc.constantFrom(15, 15, 30, 45, 90)]),
        ) as Record<(typeof visitReasons)[number], fc.Arbitrary<number>>,
      ),
      closedEves: fc.subarray(['midsummerEve', 'christmasEve'] as const),
      bookableDays: fc.integer({ min: 1, max: 90 }),
      desks: fc.constant(4),
      reminderHours: fc.constant(24),
      asOyWeek: someWeek,
    }),
  })

/** A day, what is asked for, and a world around it: also one in which the day has begun, is over or is far away. */
export const someAsking: fc.Arbitrary<{
  readonly day: string
  readonly wanted: Wanted
  readonly world: SlotWorld
}> = someDay.chain((day) => {
  const start = minutesOn(day)[0]!.at
  const quarter = fc.integer({ min: 0, max: 99 }).map((index) => new Date(start + index * 15 * minute))
  return fc.record({
    day: fc.constant(day),
    wanted: fc.record({
      reason: fc.constantFrom(...visitReasons),
      team: fc.constantFrom('service', 'service', 'asoy'),
    }),
    world: fc.record({
      timetable: someTimetable(day),
      holidays: fc.constant(finnishHolidays),
      now: fc.oneof(
        fc.integer({ min: -100 * 1440, max: 1500 }).map((minutes) => new Date(start + minutes * minute)),
        fc.integer({ min: -2 * 1440, max: 1500 }).map((minutes) => new Date(start + minutes * minute)),
      ),
      taken: fc.array(fc.record({ startsAt: quarter, lane: fc.integer({ min: 0, max: 5 }) }), {
        maxLength: 40,
      }),
    }),
  })
})
