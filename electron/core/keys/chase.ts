import { and, asc, count, eq, gte, inArray, lt, lte, type SQL } from 'drizzle-orm'
import { keyPageSize } from '#shared/contract/keyCalls'
import { canBeReminded, dueFrom } from '#shared/rules/keyChase'
import { isHandoffOpen } from '#shared/rules/keyHandoff'
import { helsinkiDay, type LocalDay } from '#shared/rules/localDay'
import { procedures } from '../access/procedure'
import { renderKeyReminder } from '../documents/keysReminder'
import type { Tables } from '../store/schema'
import { untilFirst } from '../visits/acts'
import { handoffById, sameHandoff, selectForLists, tellTimeline } from './handoffRows'
import { handoffSummaries, handoffView } from './handoffView'
import { readClosedDays, reminderLeaves, writeReminder } from './reminders'
import { countOpenRows } from './reportsView'
import { readKeySettings } from './settings'
import { handoffToTell } from './toTell'

const os = procedures.keys

/**
 * The lists. What waits is due from its due day on, and late once the days of grace are past too: nothing that waits falls between the two.
 */
const listsOf = ({ keyHandoff }: Tables, today: LocalDay, graceDays: number) => {
  const awaited = eq(keyHandoff.state, 'instructed')
  const from = dueFrom(today, graceDays)
  return {
    dueToday: and(awaited, gte(keyHandoff.dueOn, from), lte(keyHandoff.dueOn, today)),
    late: and(awaited, lt(keyHandoff.dueOn, from)),
    missing: inArray(keyHandoff.state, ['missing', 'damaged', 'tooMany']),
  } satisfies Record<string, SQL | undefined>
}

export const chase = {
  chase: os.chase.handler(({ input, context }) => {
    const { tables } = context.parts.store
    const { keyHandoff } = tables
    const { show, direction, page } = input
    const which = direction === null ? undefined : eq(keyHandoff.direction, direction)
    return context.read(async (db) => {
      const { graceDays } = await readKeySettings(db, tables)
      const lists = listsOf(tables, helsinkiDay(context.now), graceDays)
      const many = async (list: keyof typeof lists) => {
        const [row] = await db.select({ n: count() }).from(keyHandoff).where(and(lists[list], which))
        return row?.n ?? 0
      }
      const [found, dueToday, late, missing, openRows] = await Promise.all([
        selectForLists(db, tables)
          .where(and(lists[show], which))
          .orderBy(asc(keyHandoff.dueOn), asc(keyHandoff.id))
          .limit(keyPageSize)
          .offset(page * keyPageSize),
        many('dueToday'),
        many('late'),
        many('missing'),
        countOpenRows(db, tables),
      ])
      const counts = { dueToday, late, missing, openRows }
      return {
        handoffs: await handoffSummaries(db, tables, found, context.now),
        total: counts[show],
        counts,
      }
    })
  }),

  remind: os.remind.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    return untilFirst(context, async (tx) => {
      const of = await sameHandoff(tx, context, input)
      const { handoff } = of
      if (!isHandoffOpen(handoff.state)) throw errors.REFUSED({ data: { refusal: 'handoffOver' } })
      if (!canBeReminded(handoff.state)) throw errors.REFUSED({ data: { refusal: 'notAwaited' } })
      const today = helsinkiDay(context.now)
      // One that is on its way, to leave on the next working day, is enough too.
      if (handoff.remindedOn !== null && handoff.remindedOn >= today)
        throw errors.REFUSED({ data: { refusal: 'remindedToday' } })
      const leaves = reminderLeaves(context.now, await readClosedDays(tx.db, tables))
      if (!(await writeReminder(tx, context, of, leaves, 'person')))
        throw errors.REFUSED({ data: { refusal: 'noEmail' } })
      await tellTimeline(tx, context, handoff, 'reminded', { day: leaves.day })
      return handoffView(tx.db, tables, handoff.id, context.now)
    })
  }),

  reminderLetter: os.reminderLetter.handler(async ({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { of, toTell, settings } = await context.read(async (db) => {
      const of = await handoffById(db, tables, input.id)
      const toTell = await handoffToTell(db, tables, of)
      return { of, toTell, settings: await readKeySettings(db, tables) }
    })
    if (!canBeReminded(of.handoff.state)) throw errors.REFUSED({ data: { refusal: 'notAwaited' } })
    const pdf = await renderKeyReminder(toTell, settings, helsinkiDay(context.now), input.language)
    return { residentId: of.handoff.residentId, pdfBase64: pdf.toString('base64') }
  }),
}
