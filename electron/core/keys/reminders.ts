import { and, asc, eq, isNull, lt, or } from 'drizzle-orm'
import { type ClosedDay, isReminderDay, isWorkingDay, workingDayFrom } from '#shared/rules/keyChase'
import { helsinkiDay, type LocalDay } from '#shared/rules/localDay'
import { dayClosure, momentOf } from '#shared/rules/visitHours'
import { reminderMessage } from '../documents/keysReminder'
import type { Tables } from '../store/schema'
import type { Db, Store, Tx } from '../store/store'
import { hoursWorld, readTimetable } from '../timetable/kept'
import { wasChanged } from '../visits/acts'
import { changeHandoff, type HandoffOf, handoffById, noteHandoff, type Writing } from './handoffRows'
import { readKeySettings } from './settings'
import { writeKeyMessage } from './tell'
import { handoffToTell } from './toTell'

/** Reminders go from this time of the day on, Helsinki. Unsourced. */
const reminderTime = '09:00'

/** Says which days the calendar or the lead closes. */
export async function readClosedDays(db: Db, tables: Tables): Promise<ClosedDay> {
  const world = hoursWorld(await readTimetable(db, tables))
  return (day) => {
    const closure = dayClosure(day, world)
    return closure !== null && closure.because !== 'weekday'
  }
}

/** When a reminder that is asked for now leaves: at once on a working day, else in the morning of the next one. */
export function reminderLeaves(
  now: Date,
  isClosed: ClosedDay,
): { readonly at: Date; readonly day: LocalDay } {
  const today = helsinkiDay(now)
  if (isWorkingDay(today, isClosed)) return { at: now, day: today }
  const day = workingDayFrom(today, isClosed)
  return { at: momentOf(day, reminderTime), day }
}

/**
 * Writes the reminder of a hand-off into the outbox, and into its history, in the caller's transaction. False when whoever brings has no e-mail
 * address: nothing is written then.
 */
export async function writeReminder(
  tx: Tx,
  call: Writing,
  of: HandoffOf,
  leaves: { readonly at: Date; readonly day: LocalDay },
  by: 'program' | 'person',
): Promise<boolean> {
  const { tables } = call.parts.store
  const { handoff } = of
  const words = reminderMessage(
    await handoffToTell(tx.db, tables, of),
    await readKeySettings(tx.db, tables),
    leaves.day,
    handoff.language,
  )
  const messageId = await writeKeyMessage(tx, tables, handoff, 'keysReminder', words, call.now, {
    nextTryAt: leaves.at,
  })
  if (messageId === null) return false
  await changeHandoff(tx, call, handoff, { reminders: handoff.reminders + 1, remindedOn: leaves.day })
  const detail = { messageId, day: leaves.day }
  await noteHandoff(tx, call, {
    handoffId: handoff.id,
    what: 'reminded',
    detail,
    ...(by === 'program' ? { by } : {}),
  })
  return true
}

/**
 * Writes the reminders that are due into the outbox: on working days, in the morning, of hand-offs of which nothing has come and who were told by
 * e-mail. Each is a unit of work of its own; of two desks at once one writes it. Those without an address any more stay on the lists of the chase.
 */
export async function remindDue(store: Store, now: Date): Promise<void> {
  const { tables } = store
  const { keyHandoff } = tables
  const today = helsinkiDay(now)
  if (now < momentOf(today, reminderTime)) return
  const due = await store.read(async (db) => {
    const isClosed = await readClosedDays(db, tables)
    const settings = await readKeySettings(db, tables)
    if (!isWorkingDay(today, isClosed) || settings.reminderDays.length === 0) return []
    const waiting = await db
      .select()
      .from(keyHandoff)
      .where(
        and(
          eq(keyHandoff.state, 'instructed'),
          lt(keyHandoff.dueOn, today),
          eq(keyHandoff.send, 'email'),
          lt(keyHandoff.reminders, settings.reminderDays.length),
          or(isNull(keyHandoff.remindedOn), lt(keyHandoff.remindedOn, today)),
        ),
      )
      .orderBy(asc(keyHandoff.dueOn), asc(keyHandoff.id))
    return waiting.filter((handoff) => isReminderDay(handoff, settings.reminderDays, today, isClosed))
  })
  const call = { parts: { store }, session: null, now }
  for (const { id, version } of due) {
    try {
      await store.write(async (tx) => {
        const of = await handoffById(tx.db, tables, id)
        if (of.handoff.version === version)
          await writeReminder(tx, call, of, { at: now, day: today }, 'program')
      })
    } catch (error) {
      // Another desk was first, or something has come meanwhile.
      if (!wasChanged(error)) throw error
    }
  }
}
