import { eq } from 'drizzle-orm'
import type { VisitDay, VisitView } from '#shared/contract/visits'
import { helsinkiDay } from '#shared/rules/localDay'
import type { VisitState } from '#shared/rules/visitStates'
import { procedures, signedIn } from '../access/procedure'
import { hoursWorld, readTimetable } from '../timetable/kept'
import { deskViews, heldDesks, visitsAtDesks } from './desks'
import { visitViews } from './view'
import { accessAt, walkInsAt } from './walkIns'

const os = procedures.visits

/** The figures of a day, over every visit of it. */
function figuresOf(visits: readonly VisitView[]): VisitDay['figures'] {
  const having = (state: VisitState) => visits.filter((visit) => visit.state === state)
  const waiting = having('waiting')
  const since = waiting.flatMap(({ arrivedAt }) => arrivedAt?.getTime() ?? [])
  return {
    booked: having('booked').length,
    waiting: waiting.length,
    longestWaitingSince: since.length > 0 ? new Date(Math.min(...since)) : null,
    parked: having('parked').length,
    called: having('called').length,
    finished: having('finished').length,
    noShows: having('noShow').length,
  }
}

/** A day's visits; hours and desks are of this moment, whatever day is looked at. */
export const dayProcedure = os.day.handler(({ input, context }) => {
  const { tables } = context.parts.store
  const { now } = context
  const today = helsinkiDay(now)
  const day = input.day ?? today
  return context.read(async (db) => {
    const timetable = await readTimetable(db, tables)
    const world = hoursWorld(timetable)
    const visits = await visitViews(db, tables, eq(tables.visit.day, day), today)
    const held = await heldDesks(db, tables, today)
    const { staffId } = signedIn(context)
    return {
      day,
      now,
      walkIns: walkInsAt(now, world),
      access: accessAt(now, world),
      figures: figuresOf(visits),
      desks: deskViews(timetable.rules.desks, held, await visitsAtDesks(db, tables, today)),
      myDesk: held.find((desk) => desk.staffId === staffId)?.deskNo ?? null,
      visits,
    }
  })
})
