import { addDays, type LocalDay } from './localDay'
import { type MandateAction, mandateActions } from './mandateScopes'

/** Where a request is handed off. Of an As Oy apartment everything goes to the As Oy team (003_6520488e57b6da1e.txt). */
export const requestDestinations = ['buildingManager', 'leaseControl', 'maintenance', 'asOy'] as const
export type RequestDestination = (typeof requestDestinations)[number]

/** What staff asks of a caller who says that they are the resident: what only the resident knows. Unsourced which. */
export const callerQuestions = [
  'moveInDay',
  'household',
  'rooms',
  'ibanEnding',
  'rentAmount',
  'latestContact',
] as const
/**
 * So many questions at least, whatever the lead sets; a name and a personal identity code are none (rules.md: the ombudsman, 2020).
 * Unsourced how many.
 */
export const fewestQuestions = 2

/** One field of a short form. What is typed is text; `people` are those who live, or will live, in the home. */
export type RequestField = { readonly name: string } & (
  | { readonly type: 'text'; readonly required: boolean; readonly max: number }
  /** `up to today`: something that has happened; `from today`: something that will. */
  | {
      readonly type: 'day'
      readonly required: boolean
      readonly when: 'upToToday' | 'fromToday'
      /** The field whose day this cannot be before. */
      readonly notBefore?: string
    }
  | { readonly type: 'choice'; readonly required: boolean; readonly choices: readonly string[] }
  /** `everyone`: all who live there, and who moves in; `one`: one of those who live there, not who asks. */
  | { readonly type: 'people'; readonly who: 'everyone' | 'one' }
  /** A parking space or a sauna turn by its name. */
  | { readonly type: 'space'; readonly required: boolean }
)

interface RequestKindRule {
  /** What of the mandate question it is: who may ask, and by which scope, follows from that. */
  readonly action: MandateAction
  readonly goesTo: Exclude<RequestDestination, 'asOy'>
  /** How many working days there are to answer. Unsourced: a setting. */
  readonly workingDays: number
  /** A caller may ask who has answered what only the resident knows. Nothing that ends, transfers or tells is. */
  readonly byPhone: boolean
  /** One at a time is open of a lease. */
  readonly once: boolean
  readonly fields: readonly RequestField[]
}

const text = (name: string, required = true, max = 2000) =>
  ({ name, type: 'text', required, max }) as const satisfies RequestField
const choice = (name: string, ...choices: readonly string[]) =>
  ({ name, type: 'choice', required: true, choices }) as const satisfies RequestField
const happened = (name: string) => ({ name, type: 'day', required: true, when: 'upToToday' }) as const
const coming = (name: string, required = true, notBefore?: string) =>
  ({ name, type: 'day', required, when: 'fromToday', ...(notBefore ? { notBefore } : {}) }) as const
const space = (required = true) => ({ name: 'space', type: 'space', required }) as const
const note = text('note', false)

const kind = (
  action: MandateAction,
  goesTo: RequestKindRule['goesTo'],
  workingDays: number,
  fields: readonly RequestField[],
  more: Partial<RequestKindRule> = {},
): RequestKindRule => ({ action, goesTo, workingDays, fields, byPhone: true, once: false, ...more })

/** Not by phone: what ends, transfers or tells. */
const inPerson = { byPhone: false } as const

/**
 * The service requests that the Resident Portal offers (003_6520488e57b6da1e.txt, 004_e662d1745ec30d2d.txt), each with who may
 * ask, where it goes and its short form. The building manager handles disturbances, leases and statements
 * (001_d06e02930518563b.txt); payments and debts are lease control's. Unsourced, and settings: where the others go, and the days.
 */
export const requestKindRules = {
  disturbance: kind('disturbance', 'buildingManager', 3, [
    happened('happenedOn'),
    choice('repeated', 'once', 'repeatedly'),
    choice('disturbance', 'noise', 'threat', 'commonSpaces', 'other'),
    text('where', false, 200),
    text('what'),
  ]),
  disruptiveSmoking: kind('disruptiveSmoking', 'buildingManager', 5, [
    happened('happenedOn'),
    choice('repeated', 'once', 'repeatedly'),
    choice('smokingPlace', 'balcony', 'apartment', 'stairwell', 'yard'),
    text('where', false, 200),
    note,
  ]),
  diyPermit: kind('diyPermit', 'buildingManager', 10, [
    text('what'),
    choice('doneBy', 'resident', 'professional'),
    coming('from'),
    coming('until', false, 'from'),
  ]),
  transferLease: kind(
    'transferLease',
    'buildingManager',
    10,
    [
      { name: 'toWhom', type: 'people', who: 'one' },
      choice('relation', 'spouse', 'child', 'parent', 'otherRelative'),
      coming('from'),
      note,
    ],
    { ...inPerson, once: true },
  ),
  terminateLease: kind(
    'terminateLease',
    'buildingManager',
    3,
    [
      happened('noticeOn'),
      choice('noticeBy', 'atCounter', 'letter', 'email'),
      coming('endsOn', false, 'noticeOn'),
      note,
    ],
    { ...inPerson, once: true },
  ),
  inspection: kind('inspection', 'maintenance', 10, [
    choice('inspectionFor', 'movingOut', 'condition', 'afterWork', 'other'),
    coming('from', false),
    note,
  ]),
  changeResidents: kind('changeResidents', 'buildingManager', 5, [
    { name: 'people', type: 'people', who: 'everyone' },
    note,
  ]),
  bookParking: kind('bookParking', 'buildingManager', 5, [space(), coming('from'), note]),
  requestParking: kind('bookParking', 'buildingManager', 5, [
    choice('parkingKind', 'any', 'outdoor', 'heated', 'garage', 'charging'),
    coming('from', false),
    note,
  ]),
  cancelParking: kind('terminateParking', 'buildingManager', 5, [space(), coming('from'), note]),
  bookSauna: kind('bookSauna', 'buildingManager', 5, [space(), coming('from'), note]),
  requestSauna: kind('bookSauna', 'buildingManager', 5, [
    text('wish', true, 200),
    coming('from', false),
    note,
  ]),
  cancelSauna: kind('terminateSauna', 'buildingManager', 5, [space(), coming('from'), note]),
  managersStatement: kind(
    'managersStatement',
    'buildingManager',
    5,
    [choice('statementFor', 'authority', 'bank', 'housingCompany', 'other'), note],
    inPerson,
  ),
  leaseInformation: kind('leaseInformation', 'buildingManager', 5, [text('what')], inPerson),
  paymentInformation: kind(
    'paymentInformation',
    'leaseControl',
    5,
    [choice('payments', 'status', 'debt', 'paidInYear', 'other'), note],
    inPerson,
  ),
  messageLeaseControl: kind('messageLeaseControl', 'leaseControl', 3, [text('what')]),
} as const satisfies Readonly<Record<string, RequestKindRule>>

export type RequestKind = keyof typeof requestKindRules
export const requestKinds = Object.keys(requestKindRules) as [RequestKind, ...RequestKind[]]

/** What the table says of a kind. */
export const requestKindRule = (of: RequestKind): RequestKindRule => requestKindRules[of]

/** What of the mandate question is no request of these: keys and contacts have their own ways. */
export const actionsWithRequests: readonly MandateAction[] = mandateActions.filter((action) =>
  requestKinds.some((of) => requestKindRules[of].action === action),
)

/**
 * The last day to answer: so many working days after a day, which is not counted itself. `isClosed` says of a day from Monday to
 * Friday whether it is a holiday or an eve on which the office is closed.
 */
export function dueDay(from: LocalDay, workingDays: number, isClosed: (day: LocalDay) => boolean): LocalDay {
  const isWorkingDay = (day: LocalDay) => {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
    return weekday !== 0 && weekday !== 6 && !isClosed(day)
  }
  let day = from
  for (let left = workingDays; left > 0; ) {
    day = addDays(day, 1)
    if (isWorkingDay(day)) left -= 1
  }
  return day
}
