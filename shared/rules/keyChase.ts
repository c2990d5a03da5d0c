import { type HandoffState, isAwaited } from './keyHandoff'
import { addDays, type LocalDay } from './localDay'
import { dueDay } from './requestKinds'

/** Says of a day from Monday to Friday whether it is a holiday, or an eve on which the office is closed. */
export type ClosedDay = (day: LocalDay) => boolean

/** Whether anybody works on a day: none on a Saturday, a Sunday, a holiday or a closed eve. */
export const isWorkingDay = (day: LocalDay, isClosed: ClosedDay): boolean =>
  dueDay(addDays(day, -1), 1, isClosed) === day

/** A day, or the first working day after it. */
export const workingDayFrom = (day: LocalDay, isClosed: ClosedDay): LocalDay =>
  dueDay(addDays(day, -1), 1, isClosed)

/** Whether there is something to remind of: nothing has come, or a key did not. */
export const canBeReminded = (state: HandoffState): boolean => isAwaited(state) || state === 'missing'

export interface RemindedHandoff {
  readonly dueOn: LocalDay
  /** How many reminders went, by whomever. */
  readonly reminders: number
  readonly remindedOn: LocalDay | null
}

/**
 * The day on which the next reminder goes by itself: so many working days after the due day, each once. A reminder that went later, or that a
 * person sent, moves the next one on, so that the days between two of them stay. Null when all of them went. Unsourced: a setting.
 */
export function nextReminderDay(
  { dueOn, reminders, remindedOn }: RemindedHandoff,
  reminderDays: readonly number[],
  isClosed: ClosedDay,
): LocalDay | null {
  const days = [...new Set(reminderDays)].sort((one, other) => one - other)
  const next = days[reminders]
  if (next === undefined) return null
  const planned = dueDay(dueOn, next, isClosed)
  if (remindedOn === null) return planned
  const between = Math.max(1, next - (days[reminders - 1] ?? 0))
  const spaced = dueDay(remindedOn, between, isClosed)
  return spaced > planned ? spaced : planned
}

/** Whether a reminder goes by itself on a day: on working days only, and what could not go before goes on the first one after. */
export function isReminderDay(
  handoff: RemindedHandoff,
  reminderDays: readonly number[],
  today: LocalDay,
  isClosed: ClosedDay,
): boolean {
  const day = nextReminderDay(handoff, reminderDays, isClosed)
  return day !== null && day <= today && isWorkingDay(today, isClosed)
}

/** The first due day that is not late yet: what waits is due from its due day on, and late when the days of grace are past too. */
export const dueFrom = (today: LocalDay, graceDays: number): LocalDay => addDays(today, -graceDays)

/** A hand-off as the figures of weeks count it. */
export interface FiguredHandoff {
  readonly madeAt: Date
  readonly dueOn: LocalDay
  /** When something of it was first reported. */
  readonly cameAt: Date | null
  readonly endedAt: Date | null
  readonly cancelled: boolean
}

/** A difference as the figures of weeks count it. */
export interface FiguredCase {
  readonly handoffId: string
  readonly openedAt: Date
  readonly closedAt: Date | null
}

/** A week from its Monday's first moment until the next one's. */
export interface FiguredWeek {
  readonly monday: LocalDay
  readonly from: Date
  readonly to: Date
}

export interface WeekFigures {
  readonly monday: LocalDay
  readonly made: number
  readonly open: number
  readonly late: number
  readonly missing: number
  readonly settled: number
}

/** Milliseconds, which compare much faster than dates; what has not happened is after everything. */
const moment = (at: Date | null) => at?.getTime() ?? Number.POSITIVE_INFINITY

/**
 * The figures of weeks: how many hand-offs were made and settled in each, and how many were open, late (nothing had come, and the days of grace were
 * past) and missing something as it ended, or are now in a week that goes on.
 */
export function figuresOfWeeks(
  weeks: readonly FiguredWeek[],
  handoffs: readonly FiguredHandoff[],
  cases: readonly FiguredCase[],
  { graceDays, today }: { readonly graceDays: number; readonly today: LocalDay },
): WeekFigures[] {
  const all = handoffs.map(({ madeAt, cameAt, endedAt, ...rest }) => ({
    ...rest,
    made: moment(madeAt),
    came: moment(cameAt),
    ended: moment(endedAt),
  }))
  return weeks.map(({ monday, from, to }) => {
    const sunday = addDays(monday, 6)
    const lateFrom = dueFrom(sunday < today ? sunday : today, graceDays)
    const begin = moment(from)
    const end = moment(to)
    const week = { made: 0, open: 0, late: 0, settled: 0 }
    for (const { made, came, ended, dueOn, cancelled } of all) {
      if (made >= begin && made < end) week.made += 1
      if (ended >= begin && ended < end && !cancelled) week.settled += 1
      if (made >= end || ended < end) continue
      week.open += 1
      if (came >= end && dueOn < lateFrom) week.late += 1
    }
    const withCase = cases.filter(({ openedAt, closedAt }) => openedAt < to && moment(closedAt) >= end)
    return { monday, ...week, missing: new Set(withCase.map(({ handoffId }) => handoffId)).size }
  })
}
