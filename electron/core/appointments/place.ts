import { uuidv7 } from 'uuidv7'
import { accept, type Result } from '#shared/rules/result'
import { endOf, laneAt, nextOffers, stepsOf, type Wanted, type WhyNotOffered } from '#shared/rules/slots'
import type { Call } from '../access/procedure'
import type { Tx } from '../store/store'
import { readTimetable } from '../timetable/kept'
import { slotWorld, slotWorldAhead, takerOf } from './world'

/** Where an appointment is put: a time, and a desk that has it free. */
export interface Place {
  readonly startsAt: Date
  readonly endsAt: Date
  readonly lane: number
  readonly reminderHours: number
}

/**
 * A desk for an appointment at a time: the one that is asked for, or the first that is free. `own` is the visit that is
 * being moved, whose present time is free for it. What this finds can be gone a moment later: the unique index decides.
 */
export async function placeFor(
  tx: Tx,
  call: Call,
  wanted: Wanted,
  startsAt: Date,
  lane: number | null,
  own?: { readonly startsAt: Date; readonly endsAt: Date; readonly lane: number },
): Promise<Result<Place, WhyNotOffered>> {
  const { tables } = call.parts.store
  const timetable = await readTimetable(tx.db, tables)
  const endsAt = endOf(startsAt, wanted.reason, timetable)
  const read = await slotWorld(tx.db, tables, { timetable, from: startsAt, to: endsAt, now: call.now })
  const ownSteps = own ? stepsOf(own.startsAt, own.endsAt).map((at) => at.getTime()) : []
  const taken = read.taken.filter(
    (step) => !(step.lane === own?.lane && ownSteps.includes(step.startsAt.getTime())),
  )
  const given = laneAt(startsAt, lane, wanted, { ...read, taken })
  if (!given.ok) return given
  return accept({
    startsAt,
    endsAt,
    lane: given.value,
    reminderHours: timetable.rules.reminderHours,
  })
}

/** Takes the steps of a desk's time for a visit. The unique index refuses what another desk has taken. */
export async function takeSteps(tx: Tx, call: Call, visitId: string, place: Place): Promise<void> {
  const { visitSlot } = call.parts.store.tables
  await tx.insertMany(
    visitSlot,
    stepsOf(place.startsAt, place.endsAt).map((startsAt) => ({
      id: uuidv7(),
      visitId,
      startsAt,
      lane: place.lane,
    })),
  )
}

/** How many of the next free times are told to one who came second. */
const nextTimes = 3

/** The time that is asked for: at one desk or at any, for a new visit or, with its id, for one that is moved. */
export interface TimeSought {
  readonly startsAt: Date
  readonly lane: number | null
  readonly visitId: string | null
}

/** What one who came second is told: who of the staff took the time, when, and what is free next. */
export async function tooLate(call: Call, wanted: Wanted, sought: TimeSought) {
  const { tables } = call.parts.store
  const { startsAt } = sought
  return call.read(async (db) => {
    const timetable = await readTimetable(db, tables)
    const world = await slotWorldAhead(db, tables, timetable, call.now, call.now)
    const endsAt = endOf(startsAt, wanted.reason, timetable)
    const taker = await takerOf(db, tables, { ...sought, endsAt, team: wanted.team })
    // The same time at another desk comes first, if one is free.
    const after = new Date(startsAt.getTime() - 1)
    const next = nextOffers(after, nextTimes, wanted, world)
    return { ...taker, next: next.map((offer) => offer.startsAt) }
  })
}
