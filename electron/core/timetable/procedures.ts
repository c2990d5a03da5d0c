import { servingRoles } from '#shared/contract/base'
import type { StrandedAppointment } from '#shared/contract/timetable'
import { helsinkiDay } from '#shared/rules/localDay'
import { nextOffers, whyNot } from '#shared/rules/slots'
import { changedTimetable } from '#shared/rules/timetableChange'
import { dayClosure, momentOf, servicePeriods } from '#shared/rules/visitHours'
import { isBookable } from '#shared/rules/visitReasons'
import type { VisitTimetable } from '#shared/rules/visitTimetable'
import { type Call, named, procedures, signedIn } from '../access/procedure'
import { slotWorldAhead } from '../appointments/world'
import type { Db } from '../store/store'
import { hoursWorld, readTimetable, writeTimetable } from './kept'
import { strandedBy } from './stranded'

const os = procedures.timetable

/** Stranded appointments as the caller may see them: one who serves nobody is not told who is booked. */
async function strandedFor(call: Call, db: Db, timetable: VisitTimetable): Promise<StrandedAppointment[]> {
  const stranded = await strandedBy(db, call.parts.store.tables, timetable, call.now)
  const serves = servingRoles.some((role) => signedIn(call).roles.includes(role))
  return serves ? stranded : stranded.map((each) => ({ ...each, residentId: null, name: '' }))
}

/** How many of the next free times an explanation carries. */
const nextTimes = 3

export const timetableProcedures = os.router({
  read: os.read.handler(({ context }) => {
    const { tables } = context.parts.store
    return context.read(async (db) => {
      const timetable = await readTimetable(db, tables)
      return { timetable, stranded: await strandedFor(context, db, timetable) }
    })
  }),

  preview: os.preview.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    return context.read(async (db) => {
      const before = await readTimetable(db, tables)
      const changed = changedTimetable(before, input.change, helsinkiDay(context.now))
      if (!changed.ok) throw errors.REFUSED({ data: { refusal: changed.refusal } })
      return { stranded: await strandedFor(context, db, changed.value) }
    })
  }),

  save: os.save.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    return context.write(async (tx) => {
      await tx.inTurn('timetable')
      const before = await readTimetable(tx.db, tables)
      if (before.version !== input.version) throw named('CHANGED_MEANWHILE')
      const changed = changedTimetable(before, input.change, helsinkiDay(context.now))
      if (!changed.ok) throw errors.REFUSED({ data: { refusal: changed.refusal } })
      const timetable = {
        ...before,
        ...structuredClone(changed.value),
        version: before.version + 1,
      } as typeof before
      await writeTimetable(tx, tables, timetable)
      return { timetable, stranded: await strandedFor(context, tx.db, timetable) }
    })
  }),

  explain: os.explain.handler(({ input, context }) => {
    const { tables } = context.parts.store
    const { day, time, reason, team } = input
    return context.read(async (db) => {
      const timetable = await readTimetable(db, tables)
      const hours = hoursWorld(timetable)
      const closure = dayClosure(day, hours)
      const told = {
        holiday: closure?.holiday ?? null,
        note: timetable.exceptions.find((each) => each.day === day)?.note ?? null,
        periods: [...servicePeriods(day, hours)],
      }
      if (!isBookable(reason)) return { why: 'arrangedOtherwise' as const, ...told, next: [] }
      const at = momentOf(day, time)
      const world = await slotWorldAhead(db, tables, timetable, context.now, context.now)
      const after = at > context.now ? at : context.now
      return {
        why: whyNot(at, null, { reason, team }, world),
        ...told,
        next: nextOffers(after, nextTimes, { reason, team }, world).map(({ startsAt }) => startsAt),
      }
    })
  }),
})
