import { eq } from 'drizzle-orm'
import { type TaskSettings, taskSettings } from '#shared/contract/tasks'
import { shippedUrgentMinutes } from '#shared/rules/defectTriage'
import { facts, type Weekday } from '#shared/rules/facts'
import { shippedNeeds } from '#shared/rules/recognising'
import { shippedDeadlines } from '#shared/rules/workingHours'
import { named } from '../access/procedure'
import type { Tables } from '../store/schema'
import type { Db, Tx } from '../store/store'

const key = 'tasks'

/** As it is until the lead sets it. The week is the phone line's: no source gives other hours of the office. */
const shipped: TaskSettings = {
  version: 0,
  week: Object.fromEntries(
    Object.entries(facts.timetable.phoneLine).map(([weekday, periods]) => [
      weekday,
      periods.map(({ from, to }) => ({ from, to })),
    ]),
  ) as TaskSettings['week'],
  deadlines: structuredClone(shippedDeadlines) as TaskSettings['deadlines'],
  urgentMinutes: shippedUrgentMinutes,
  caller: { ...shippedNeeds },
}

/** When the office works, how long tasks may take and what recognises a caller; what nobody has set, or what makes no sense any more, is as it was shipped. */
export async function readTaskSettings(db: Db, { setting }: Tables): Promise<TaskSettings> {
  const [row] = await db.select().from(setting).where(eq(setting.key, key))
  const read = row && taskSettings.safeParse({ ...shipped, ...(row.value as Partial<TaskSettings>) })
  return read?.success ? read.data : shipped
}

type WeekRefusal = 'periodEndsFirst' | 'periodsOverlap' | 'noWorkingTime'

/** Why a week is none that deadlines can be counted in, with the weekday; null when it is in order. Times are 'HH:mm'. */
export function weekProblem(
  week: TaskSettings['week'],
): { readonly refusal: WeekRefusal; readonly weekday: Weekday | null } | null {
  const days = Object.entries(week) as [Weekday, TaskSettings['week'][Weekday]][]
  for (const [weekday, periods] of days) {
    if (periods.some(({ from, to }) => from >= to)) return { refusal: 'periodEndsFirst', weekday }
    const sorted = periods.toSorted((a, b) => a.from.localeCompare(b.from))
    if (sorted.some(({ from }, at) => at > 0 && from < (sorted[at - 1]?.to ?? '')))
      return { refusal: 'periodsOverlap', weekday }
  }
  return days.every(([, periods]) => periods.length === 0)
    ? { refusal: 'noWorkingTime', weekday: null }
    : null
}

/** Writes the settings over those of the version that was read. CHANGED_MEANWHILE when there is a later one. */
export async function writeTaskSettings(
  tx: Tx,
  tables: Tables,
  settings: TaskSettings,
): Promise<TaskSettings> {
  const { setting } = tables
  await tx.inTurn('settings')
  if ((await readTaskSettings(tx.db, tables)).version !== settings.version) throw named('CHANGED_MEANWHILE')
  const value = { ...settings, version: settings.version + 1 }
  await tx.db
    .insert(setting)
    .values({ key, value })
    .onConflictDoUpdate({ target: setting.key, set: { value } })
  tx.changed('settings', null)
  tx.changed('task', null)
  tx.changed('call', null)
  return value
}
