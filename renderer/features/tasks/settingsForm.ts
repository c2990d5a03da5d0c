import type { TaskSettings } from '#shared/contract/tasks'
import { leastUrgentMinutes, mostUrgentMinutes } from '#shared/rules/defectTriage'
import type { Weekday } from '#shared/rules/facts'
import { mostQuestions } from '#shared/rules/recognising'
import { fewestQuestions } from '#shared/rules/requestKinds'
import type { DeadlineKind } from '#shared/rules/workingHours'
import type { FlatValues } from '../../components/useFlatForm'

export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const satisfies readonly Weekday[]
export const deadlineKinds = [
  'callBack',
  'message',
  'buildingManager',
  'leaseControl',
  'asOy',
  'minorDefect',
  'cleaning',
] as const satisfies readonly DeadlineKind[]
/** The most hours or days that the desk takes. */
export const mostAmount = 60

type Period = TaskSettings['week'][Weekday][number]

const timeText = (time: string) => time.replace(/^0(\d)/, '$1').replace(':', '.')
const periodText = ({ from, to }: Period) => `${timeText(from)}–${timeText(to)}`

/** A time as it is typed, 9, 9.30 or 09:30, as 'HH:mm'; null for none. */
function timeOf(typed: string): string | null {
  const [, hour = '', minute = '00'] = /^(\d{1,2})(?:[.:](\d{2}))?$/.exec(typed.trim()) ?? []
  const time = `${hour.padStart(2, '0')}:${minute}`
  return hour !== '' && /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time) ? time : null
}

/** The working periods of a day as they are typed, '9–12, 13–15'; nothing for a day without; null for what is none. */
export function periodsOf(typed: string): Period[] | null {
  if (typed.trim() === '') return []
  const periods = typed.split(',').map((each) => {
    const [from = '', to = '', ...more] = each.split(/[–-]/)
    const [begins, ends] = [timeOf(from), timeOf(to)]
    return begins !== null && ends !== null && more.length === 0 ? { from: begins, to: ends } : null
  })
  return periods.every((each) => each !== null) && periods.length <= 5 ? periods : null
}

const numberIn = (typed: string, least: number, most: number): number | null => {
  const number = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : -1
  return number >= least && number <= most ? number : null
}
const amountOf = (typed: string): number | null => numberIn(typed, 0, mostAmount)

/** The figures that no source gives, with the least and the most that the desk takes of each. */
export const choices = {
  urgentMinutes: { least: leastUrgentMinutes, most: mostUrgentMinutes },
  callerRight: { least: fewestQuestions, most: mostQuestions },
  callerWrong: { least: 1, most: mostQuestions },
} as const
export type Choice = keyof typeof choices
export const choiceNames = [
  'urgentMinutes',
  'callerRight',
  'callerWrong',
] as const satisfies readonly Choice[]
const choiceOf = (values: FlatValues, name: Choice): number | null =>
  numberIn(values[name] ?? '', choices[name].least, choices[name].most)

/** Settings as they stand in their fields. */
export const typedSettings = ({ week, deadlines, urgentMinutes, caller }: TaskSettings): FlatValues => ({
  ...Object.fromEntries(weekdays.map((day) => [`week-${day}`, week[day].map(periodText).join(', ')])),
  ...Object.fromEntries(
    deadlineKinds.flatMap((kind) => [
      [`amount-${kind}`, String(deadlines[kind].amount)],
      [`unit-${kind}`, deadlines[kind].unit],
    ]),
  ),
  urgentMinutes: String(urgentMinutes),
  callerRight: String(caller.right),
  callerWrong: String(caller.wrong),
})

/** The fields that are not right, and what is wrong with them. */
export const wrongSettings = (
  values: FlatValues,
): readonly { readonly field: string; readonly problem: 'periods' | 'amount' | 'choice' }[] => [
  ...weekdays
    .filter((day) => periodsOf(values[`week-${day}`] ?? '') === null)
    .map((day) => ({ field: `week-${day}`, problem: 'periods' as const })),
  ...deadlineKinds
    .filter((kind) => amountOf(values[`amount-${kind}`] ?? '') === null)
    .map((kind) => ({ field: `amount-${kind}`, problem: 'amount' as const })),
  ...choiceNames
    .filter((name) => choiceOf(values, name) === null)
    .map((name) => ({ field: name, problem: 'choice' as const })),
]

/** What the desk is told; only for fields that are right. */
export const settingsOf = (values: FlatValues, version: number): TaskSettings => ({
  version,
  week: Object.fromEntries(
    weekdays.map((day) => [day, periodsOf(values[`week-${day}`] ?? '') ?? []]),
  ) as TaskSettings['week'],
  deadlines: Object.fromEntries(
    deadlineKinds.map((kind) => [
      kind,
      {
        unit: values[`unit-${kind}`] === 'hours' ? 'hours' : 'days',
        amount: amountOf(values[`amount-${kind}`] ?? '') ?? 0,
      },
    ]),
  ) as TaskSettings['deadlines'],
  urgentMinutes: choiceOf(values, 'urgentMinutes') ?? 0,
  caller: { right: choiceOf(values, 'callerRight') ?? 0, wrong: choiceOf(values, 'callerWrong') ?? 0 },
})
