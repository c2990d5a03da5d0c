import type { DeskClient } from '#shared/contract/index'
import type { TimetableChange, TimetableView } from '#shared/contract/timetable'
import { opening, week } from '../support/timetable'

type Periods = readonly ReturnType<typeof opening>[]
type Rules = TimetableView['rules']

/** A day unlike others. */
export const exceptionalDay = (day: string, periods: Periods = [], note = 'Koulutus'): TimetableChange => ({
  kind: 'day',
  day,
  periods: [...periods],
  note,
})

/** The week that ships, with other Wednesdays, from a day on. */
export const wednesdays = (fromOn: string, periods: Periods): TimetableChange => ({
  kind: 'week',
  fromOn,
  hours: mutable({
    tuesday: [opening('09:00', '15:00', 'walkIn')],
    wednesday: [...periods],
    thursday: [opening('12:00', '15:00')],
  }),
})

const mutable = (days: Parameters<typeof week>[0]) =>
  structuredClone(week(days)) as Extract<TimetableChange, { kind: 'week' }>['hours']

/** What a lead does with the timetable, of the version that it has. */
export function leading(getPage: () => DeskClient) {
  const read = async () => (await getPage().timetable.read()).timetable
  const save = async (change: TimetableChange) =>
    getPage().timetable.save({ version: (await read()).version, change })
  const preview = async (change: TimetableChange) => (await getPage().timetable.preview({ change })).stranded
  const rules = async (change: Partial<Rules>): Promise<TimetableChange> => ({
    kind: 'rules',
    rules: { ...(await read()).rules, ...change },
  })
  return { read, save, preview, rules }
}
