import { and, eq, inArray } from 'drizzle-orm'
import { routeDefect } from '#shared/rules/defectRoute'
import { triage } from '#shared/rules/defectTriage'
import { helsinkiDay } from '#shared/rules/localDay'
import { type Call, procedures, signedIn } from '../access/procedure'
import { readUrgentNow } from '../calls/lines'
import { readWorkingWorld } from '../tasks/world'
import { kindNow, takeBack, tellsOfItNow, tellWhoRepairs, withNameNow } from './handOff'
import {
  buildingOf,
  changeDefect,
  defectById,
  isDefectOpen,
  livedHome,
  noteDefect,
  sameDefect,
  tellTimeline,
} from './rows'
import { readDefectSettings } from './settings'
import { defectView } from './view'

const os = procedures.defects

const over = (call: Call, note: string) => ({
  endedAt: call.now,
  endedBy: signedIn(call).staffId,
  endNote: note,
})
const notOver = { endedAt: null, endedBy: null, endNote: null }

/** What becomes of a defect after it was reported. */
export const changing = {
  start: os.start.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    return context.write(async (tx) => {
      const { defect } = await sameDefect(tx, context, input)
      if (!isDefectOpen(defect)) throw errors.REFUSED({ data: { refusal: 'defectOver' } })
      if (defect.state !== 'open') throw errors.REFUSED({ data: { refusal: 'alreadyStarted' } })
      await changeDefect(tx, tables, defect, { state: 'inProgress' })
      await noteDefect(tx, context, defect.id, 'started', { note: input.note })
      return defectView(tx.db, tables, defect.id, context.now)
    })
  }),

  note: os.note.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    return context.write(async (tx) => {
      const { defect } = await sameDefect(tx, context, input)
      if (!isDefectOpen(defect)) throw errors.REFUSED({ data: { refusal: 'defectOver' } })
      await changeDefect(tx, tables, defect, {})
      await noteDefect(tx, context, defect.id, 'noted', { note: input.note })
      return defectView(tx.db, tables, defect.id, context.now)
    })
  }),

  done: os.done.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { note } = input
    return context.write(async (tx) => {
      const { defect } = await sameDefect(tx, context, input)
      if (!isDefectOpen(defect)) throw errors.REFUSED({ data: { refusal: 'defectOver' } })
      await changeDefect(tx, tables, defect, { state: 'done', ...over(context, note) })
      await takeBack(tx, tables, defect.id)
      await noteDefect(tx, context, defect.id, 'done', { note })
      await tellTimeline(tx, context, defect, 'done', { note })
      return defectView(tx.db, tables, defect.id, context.now)
    })
  }),

  cancel: os.cancel.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { note } = input
    if (note === '') throw errors.REFUSED({ data: { refusal: 'noteRequired', field: 'note' } })
    return context.write(async (tx) => {
      const of = await sameDefect(tx, context, input)
      const { defect } = of
      if (!isDefectOpen(defect)) throw errors.REFUSED({ data: { refusal: 'defectOver' } })
      await changeDefect(tx, tables, defect, { state: 'cancelled', ...over(context, note) })
      const told = await takeBack(tx, tables, defect.id)
      if (told) await tellWhoRepairs(tx, tables, of, 'defectCancelled', context.now)
      await noteDefect(tx, context, defect.id, 'cancelled', { note })
      await tellTimeline(tx, context, defect, 'cancelled', { note })
      return defectView(tx.db, tables, defect.id, context.now)
    })
  }),

  reopen: os.reopen.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { now } = context
    const { note } = input
    if (note === '') throw errors.REFUSED({ data: { refusal: 'noteRequired', field: 'note' } })
    return context.write(async (tx) => {
      const of = await sameDefect(tx, context, input)
      const { defect } = of
      if (isDefectOpen(defect)) throw errors.REFUSED({ data: { refusal: 'defectOpen' } })
      const home = await livedHome(tx.db, tables, defect.residentId, of.leaseNo, helsinkiDay(now))
      if (!home.ok) throw errors.REFUSED({ data: { refusal: 'notLivingThere' } })
      const { goesTo, goesToName } = routeDefect(
        defect.kind,
        buildingOf(of),
        await readDefectSettings(tx.db, tables),
      )
      // Of an urgent one the resident has to be told anew where to call: the number may be another by now.
      const untold = { toldNumber: null, toldAt: null }
      await changeDefect(tx, tables, defect, {
        state: 'open',
        ...triage(defect.kind, now, await readWorkingWorld(tx.db, tables)),
        ...{ goesTo, goesToName },
        ...untold,
        ...notOver,
        timesReopened: defect.timesReopened + 1,
      })
      await takeBack(tx, tables, defect.id)
      await noteDefect(tx, context, defect.id, 'reopened', { note })
      const opened = await defectById(tx.db, tables, defect.id)
      if (await tellWhoRepairs(tx, tables, opened, 'defectReopened', now, note))
        await noteDefect(tx, context, defect.id, 'handedOff', { goesTo, goesToName })
      await tellTimeline(tx, context, opened.defect, 'reopened', { note })
      return defectView(tx.db, tables, defect.id, now)
    })
  }),

  handOff: os.handOff.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { outboxMessage } = tables
    const { now } = context
    return context.write(async (tx) => {
      const of = await sameDefect(tx, context, input)
      const { defect } = of
      if (!isDefectOpen(defect)) throw errors.REFUSED({ data: { refusal: 'defectOver' } })
      if (defect.urgency === 'urgent') {
        if (defect.toldAt !== null) throw errors.REFUSED({ data: { refusal: 'alreadyHandedOff' } })
        const { phone } = await readUrgentNow(tx.db, tables, now)
        await changeDefect(tx, tables, defect, { toldNumber: phone, toldAt: now })
        await noteDefect(tx, context, defect.id, 'told', { phone })
        return defectView(tx.db, tables, defect.id, now)
      }
      const alive = await tx.db
        .select({ id: outboxMessage.id })
        .from(outboxMessage)
        .innerJoin(tables.defect, eq(tables.defect.id, defect.id))
        .where(
          and(
            tellsOfItNow(tables),
            inArray(outboxMessage.state, ['waiting', 'sending', 'sent', 'failed', 'uncertain']),
          ),
        )
        .limit(1)
      if (alive.length > 0) throw errors.REFUSED({ data: { refusal: 'alreadyHandedOff' } })
      // Of two desks that press at once, one is first; the other reads it again.
      const named = await withNameNow(tx, tables, of)
      if (!(await tellWhoRepairs(tx, tables, named, kindNow(defect), now)))
        throw errors.REFUSED({ data: { refusal: 'noAddress' } })
      const { goesTo, goesToName } = named.defect
      await noteDefect(tx, context, defect.id, 'handedOff', { goesTo, goesToName })
      return defectView(tx.db, tables, defect.id, now)
    })
  }),
}
