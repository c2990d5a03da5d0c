import { eq } from 'drizzle-orm'
import { type TimetableView, timetableView } from '#shared/contract/timetable'
import { facts, type Weekday } from '#shared/rules/facts'
import { eveClosures } from '#shared/rules/holidayNames'
import { eveClosure, publicHoliday } from '#shared/rules/holidays'
import type { HolidayNames } from '#shared/rules/visitHours'
import type { ServicePeriod, ServiceWeek, VisitTimetable } from '#shared/rules/visitTimetable'
import { prepared } from '../store/prepared'
import type { Tables } from '../store/schema'
import type { Db, Tx } from '../store/store'

const key = 'timetable'

/** Desks open at first, until the lead says otherwise. Unsourced: the sources tell the hours, not how many serve. */
const shippedDesks = 3

/** The week that ships: the service point's hours of 003_6520488e57b6da1e.txt. */
const shippedWeek = Object.fromEntries(
  Object.entries(facts.timetable.servicePoint).map(([weekday, periods]) => [
    weekday,
    periods.flatMap(({ from, to, access }): ServicePeriod[] =>
      access === 'phone' ? [] : [{ from, to, access, desks: shippedDesks }],
    ),
  ]),
) as unknown as ServiceWeek

const workingDays: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday']
const everyDay: readonly Weekday[] = [...workingDays, 'saturday', 'sunday']

/** As it is until the lead changes it. Lengths and the As Oy team's week are unsourced: the office's to set. */
const shipped: TimetableView = {
  version: 1,
  weeks: [{ fromOn: null, hours: mutable(shippedWeek) }],
  exceptions: [],
  rules: {
    minutes: {
      portalIdentification: 15,
      lease: 30,
      rentPayment: 15,
      termination: 30,
      powerOfAttorney: 30,
      keys: 15,
      residentChanges: 15,
      other: 30,
    },
    closedEves: [...eveClosures],
    bookableDays: 60,
    desks: shippedDesks,
    reminderHours: 24,
    asOyWeek: Object.fromEntries(
      everyDay.map((day) => [day, workingDays.includes(day) ? [{ from: '09:00', to: '15:00' }] : []]),
    ) as TimetableView['rules']['asOyWeek'],
  },
}

function mutable(week: ServiceWeek): TimetableView['weeks'][number]['hours'] {
  return structuredClone(week) as TimetableView['weeks'][number]['hours']
}

const keptTimetable = prepared((db, { setting }) =>
  db.select().from(setting).where(eq(setting.key, key)).prepare('timetable'),
)

// Every booking reads the timetable, and it changes a few times a year: what was read is kept as long as it is the same.
let latest: { readonly text: string; readonly timetable: TimetableView } | undefined

/** The timetable as the lead has set it; what nobody has set, or what makes no sense any more, is as it was shipped. */
export async function readTimetable(db: Db, tables: Tables): Promise<TimetableView> {
  const [row] = await keptTimetable(db, tables).execute()
  if (!row) return shipped
  const text = JSON.stringify(row.value)
  if (latest?.text === text) return latest.timetable
  const parsed = timetableView.safeParse(row.value)
  if (!parsed.success) return shipped
  latest = { text, timetable: parsed.data }
  return parsed.data
}

/** Writes the timetable. */
export async function writeTimetable(tx: Tx, { setting }: Tables, timetable: TimetableView): Promise<void> {
  const value = structuredClone(timetable)
  await tx.db
    .insert(setting)
    .values({ key, value })
    .onConflictDoUpdate({ target: setting.key, set: { value } })
  tx.changed('timetable', null)
}

/** The holidays and eves of Finland, as the rules of visits ask for them. */
export const holidayNames: HolidayNames = { publicHoliday, eve: eveClosure }

/** What decides the hours of a day: the timetable and the holidays. */
export const hoursWorld = (timetable: VisitTimetable) => ({ timetable, holidays: holidayNames })
