import { and, eq } from 'drizzle-orm'
import { helsinkiDay } from '#shared/rules/localDay'
import { type Call, procedures, signedIn } from '../access/procedure'
import type { Tx } from '../store/store'
import { readTimetable } from '../timetable/kept'
import { untilFirst, wasChanged } from './acts'
import { type DeskRow, deskChanged, endLeftover, isHeld, isServing, ownDesk, releaseDesk } from './desks'

const os = procedures.visits

/** Writes that a desk is the caller's, in place of who had it. The unique indexes let one of two be first. */
async function take(tx: Tx, call: Call, deskNo: number, before: DeskRow | undefined): Promise<void> {
  const { serviceDesk } = call.parts.store.tables
  const { staffId } = signedIn(call)
  // One that the caller forgot to leave on an earlier day.
  await tx.db.delete(serviceDesk).where(eq(serviceDesk.staffId, staffId))
  if (before) {
    await tx.db
      .delete(serviceDesk)
      .where(and(eq(serviceDesk.deskNo, deskNo), eq(serviceDesk.staffId, before.staffId)))
  }
  await tx.db.insert(serviceDesk).values({ deskNo, staffId, takenAt: call.now })
  deskChanged(tx)
}

/** Who sits at which desk. */
export const takingDesks = {
  takeDesk: os.takeDesk.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { deskNo, takeOver } = input
    const work = async (tx: Tx) => {
      const { rules } = await readTimetable(tx.db, tables)
      if (deskNo > rules.desks) throw errors.REFUSED({ data: { refusal: 'noSuchDesk', field: 'deskNo' } })
      const own = await ownDesk(tx, context)
      if (own?.deskNo === deskNo) return { deskNo }
      if (own && (await isServing(tx, context, own.deskNo)))
        throw errors.REFUSED({ data: { refusal: 'stillServing' } })
      const [before] = await tx.db
        .select()
        .from(tables.serviceDesk)
        .where(eq(tables.serviceDesk.deskNo, deskNo))
      if (before && isHeld(before, helsinkiDay(context.now)) && !takeOver)
        throw errors.REFUSED({ data: { refusal: 'deskTaken', field: 'deskNo' } })
      if (own) await releaseDesk(tx, tables, own, context.now)
      await take(tx, context, deskNo, before)
      await endLeftover(tx, context, deskNo)
      return { deskNo }
    }
    return untilFirst(context, work, wasChanged)
  }),

  leaveDesk: os.leaveDesk.handler(({ context, errors }) =>
    context.write(async (tx) => {
      const own = await ownDesk(tx, context)
      if (!own) throw errors.REFUSED({ data: { refusal: 'noDesk' } })
      if (await isServing(tx, context, own.deskNo))
        throw errors.REFUSED({ data: { refusal: 'stillServing' } })
      await releaseDesk(tx, context.parts.store.tables, own, context.now)
      return { deskNo: null }
    }),
  ),
}
