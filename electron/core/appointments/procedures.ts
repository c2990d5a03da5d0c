import { and, asc, desc, eq, gte, inArray, isNotNull, lt, lte, ne } from 'drizzle-orm'
import type { AppointmentPage } from '#shared/contract/appointments'
import { helsinkiDay, type LocalDay } from '#shared/rules/localDay'
import { nextOffers, offersOn } from '#shared/rules/slots'
import { dayClosure, openingsOf } from '#shared/rules/visitHours'
import type { VisitTimetable } from '#shared/rules/visitTimetable'
import { procedures } from '../access/procedure'
import { readSmtp } from '../outbox/settings'
import type { Tables } from '../store/schema'
import type { Db } from '../store/store'
import { hoursWorld, readTimetable } from '../timetable/kept'
import { visitById, visitView, visitViews } from '../visits/view'
import { booking } from './booking'
import { changing } from './changing'
import { teamOf } from './team'
import { daySpan, daysFrom, slotWorld, slotWorldAhead } from './world'

const os = procedures.appointments

/** How many past visits a resident's page shows. */
const pastVisits = 5

/** The hours of a day as the page shows them, and why it is closed or gives no appointments. */
function dayHours(day: LocalDay, timetable: VisitTimetable) {
  const world = hoursWorld(timetable)
  const closure = dayClosure(day, world)
  const periods = [...openingsOf(day, world)]
  const walkInOnly = periods.length > 0 && periods.every(({ access }) => access === 'walkIn')
  return {
    day,
    closedBecause: closure?.because ?? (walkInOnly ? ('walkInOnly' as const) : null),
    holiday: closure?.holiday ?? null,
    note: timetable.exceptions.find((each) => each.day === day)?.note ?? null,
    periods,
  }
}

async function historyOf(db: Db, { visitEvent, staff }: Tables, id: string) {
  const rows = await db
    .select({ event: visitEvent, by: staff.name })
    .from(visitEvent)
    .innerJoin(staff, eq(staff.id, visitEvent.staffId))
    .where(eq(visitEvent.visitId, id))
    .orderBy(asc(visitEvent.at), asc(visitEvent.id))
  return rows.map(({ event, by }) => ({ ...event, by })) as AppointmentPage['history']
}

async function messagesOf(db: Db, { outboxMessage }: Tables, id: string) {
  const rows = await db
    .select()
    .from(outboxMessage)
    .where(eq(outboxMessage.visitId, id))
    .orderBy(asc(outboxMessage.createdAt), asc(outboxMessage.id))
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    state: row.state,
    problem: row.problem,
    at: row.sentAt ?? row.nextTryAt ?? row.createdAt,
  }))
}

export const appointmentProcedures = os.router({
  ...booking,
  ...changing,

  times: os.times.handler(({ input, context }) => {
    const { tables } = context.parts.store
    const { reason, team, from, days } = input
    return context.read(async (db) => {
      const timetable = await readTimetable(db, tables)
      const world = await slotWorld(db, tables, { timetable, ...daySpan(from, days + 1), now: context.now })
      return {
        days: daysFrom(from, days).map((day) => ({
          ...dayHours(day, timetable),
          times: offersOn(day, { reason, team }, world).map(({ startsAt, endsAt, lanes, why }) => ({
            startsAt,
            endsAt,
            free: lanes.length,
            why,
          })),
        })),
      }
    })
  }),

  next: os.next.handler(({ input, context }) => {
    const { tables } = context.parts.store
    const { reason, team, limit } = input
    const after = input.after && input.after > context.now ? input.after : context.now
    return context.read(async (db) => {
      const timetable = await readTimetable(db, tables)
      const world = await slotWorldAhead(db, tables, timetable, context.now, context.now)
      const offers = nextOffers(after, limit, { reason, team }, world)
      return { times: offers.map(({ startsAt, endsAt }) => ({ startsAt, endsAt })) }
    })
  }),

  teamOf: os.teamOf.handler(({ input, context }) => {
    const { tables } = context.parts.store
    const today = helsinkiDay(context.now)
    return context.read(async (db) => ({ team: await teamOf(db, tables, input.residentId, today) }))
  }),

  read: os.read.handler(({ input, context }) => {
    const { tables } = context.parts.store
    return context.read(async (db) => {
      const visit = await visitView(db, tables, input.id, helsinkiDay(context.now))
      return {
        residentId: visit.residentId,
        visit,
        history: await historyOf(db, tables, input.id),
        messages: await messagesOf(db, tables, input.id),
        mailConfigured: (await readSmtp(db, tables)) !== null,
      }
    })
  }),

  ofResident: os.ofResident.handler(({ input, context }) => {
    const { tables } = context.parts.store
    const { visit } = tables
    const today = helsinkiDay(context.now)
    return context.read(async (db) => {
      const own = eq(visit.residentId, input.residentId)
      const coming = await visitViews(db, tables, and(own, gte(visit.day, today)), today)
      const past = await db
        .select({ id: visit.id })
        .from(visit)
        .where(and(own, lt(visit.day, today)))
        .orderBy(desc(visit.day), desc(visit.bookedAt))
        .limit(pastVisits)
      const ids = past.map(({ id }) => id)
      const earlier = ids.length > 0 ? await visitViews(db, tables, inArray(visit.id, ids), today) : []
      return { visits: [...coming, ...earlier.toReversed()] }
    })
  }),

  calendar: os.calendar.handler(({ input, context }) => {
    const { tables } = context.parts.store
    const { visit } = tables
    const days = daysFrom(input.from, input.days)
    const last = days.at(-1) ?? input.from
    return context.read(async (db) => {
      const timetable = await readTimetable(db, tables)
      const shown = and(
        gte(visit.day, input.from),
        lte(visit.day, last),
        isNotNull(visit.startsAt),
        ne(visit.state, 'cancelled'),
      )
      return {
        days: days.map((day) => dayHours(day, timetable)),
        desks: timetable.rules.desks,
        visits: await visitViews(db, tables, shown, helsinkiDay(context.now)),
      }
    })
  }),

  slip: os.slip.handler(async ({ input, context }) => {
    const { tables } = context.parts.store
    const row = await context.read((db) => visitById(db, tables, input.id))
    // The PDF library is loaded at the first print, not at start-up.
    const { renderVisitSlip } = await import('../documents/visitSlip')
    const pdf = await renderVisitSlip(row, row.language)
    return { residentId: row.residentId, pdfBase64: pdf.toString('base64') }
  }),
})
