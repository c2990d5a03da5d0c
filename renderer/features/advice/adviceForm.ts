import type { AdviceFigures } from '#shared/contract/advice'
import { mostKilometres, mostPeople } from '#shared/rules/advice'
import { type EurosRefusal, parseEuros } from '#shared/rules/euros'
import { type CountedIncome, countedIncome, type Income, type NotIncome } from '#shared/rules/income'
import { isLocalDay, type LocalDay, parseFinnishDay } from '#shared/rules/localDay'
import type { UrgencyGround } from '#shared/rules/urgency'
import { type AssetKind, assetKinds } from '#shared/rules/wealth'

/** What is typed and ticked; numbers, amounts and the day as they are typed. */
export interface AdviceValues {
  /** Empty for today. */
  readonly day: string
  readonly people: string
  readonly rooms: string
  readonly housingCosts: string
  readonly grounds: readonly UrgencyGround[]
  readonly values: Readonly<Partial<Record<AssetKind, string>>>
  readonly debts: Readonly<Partial<Record<AssetKind, string>>>
  readonly movesForWork: boolean
  readonly livesThere: boolean
  readonly kilometres: string
  readonly incomes: Readonly<Partial<Record<CountedIncome, string>>>
  /** Which of the incomes are a year's. */
  readonly yearly: readonly CountedIncome[]
  readonly notIncome: readonly NotIncome[]
}

export const emptyAdvice: AdviceValues = {
  day: '',
  people: '',
  rooms: '',
  housingCosts: '',
  grounds: [],
  values: {},
  debts: {},
  movesForWork: false,
  livesThere: false,
  kilometres: '',
  incomes: {},
  yearly: [],
  notIncome: [],
}

/** Whether nothing is typed or ticked: the day and the numbers of another applicant do not wait either. */
export const isUntouched = (values: AdviceValues): boolean =>
  Object.values(values).every((each) =>
    typeof each === 'object'
      ? Object.values(each).every((text) => text === '')
      : each === '' || each === false,
  )

/** A field in which something is typed. */
export type AdviceField =
  | 'day'
  | 'people'
  | 'rooms'
  | 'housingCosts'
  | 'kilometres'
  | `value-${AssetKind}`
  | `debt-${AssetKind}`
  | `income-${CountedIncome}`

export interface WrongField {
  readonly field: AdviceField
  readonly problem: EurosRefusal | 'notDay' | 'notNumber'
  /** The largest number that is taken. */
  readonly most?: number
}

/** What is typed as the rules take it, and what of it cannot be read: that is left out. */
export function readAdvice(
  values: AdviceValues,
  today: LocalDay,
): { readonly figures: AdviceFigures; readonly wrong: readonly WrongField[] } {
  const wrong: WrongField[] = []
  const whole = (field: AdviceField, typed: string, least: number, most: number): number | null => {
    const text = typed.trim()
    if (text === '') return null
    const number = /^\d{1,6}$/.test(text) ? Number(text) : -1
    if (number >= least && number <= most) return number
    wrong.push({ field, problem: 'notNumber', most })
    return null
  }
  const amount = (field: AdviceField, typed = ''): number | null => {
    if (typed.trim() === '') return null
    const read = parseEuros(typed)
    if (read.ok) return read.value
    wrong.push({ field, problem: read.refusal })
    return null
  }
  const dayOf = (typed: string): LocalDay => {
    if (typed.trim() === '') return today
    const day = parseFinnishDay(typed)
    if (day !== null && isLocalDay(day)) return day
    wrong.push({ field: 'day', problem: 'notDay' })
    return today
  }
  const figures: AdviceFigures = {
    day: dayOf(values.day),
    people: whole('people', values.people, 1, mostPeople),
    grounds: [...values.grounds],
    rooms: whole('rooms', values.rooms, 1, mostPeople),
    housingCostsCents: amount('housingCosts', values.housingCosts),
    assets: assetKinds.flatMap((kind) => {
      const cents = amount(`value-${kind}`, values.values[kind])
      const debtCents = amount(`debt-${kind}`, values.debts[kind])
      return cents === null && debtCents === null
        ? []
        : [{ kind, cents: cents ?? 0, debtCents: debtCents ?? 0 }]
    }),
    home: {
      movesForWork: values.movesForWork,
      livesThere: values.livesThere,
      kilometres: whole('kilometres', values.kilometres, 0, mostKilometres),
    },
    incomes: countedIncome.flatMap((item): Income[] => {
      const cents = amount(`income-${item}`, values.incomes[item])
      return cents === null ? [] : [{ item, cents, per: values.yearly.includes(item) ? 'year' : 'month' }]
    }),
    notIncome: [...values.notIncome],
  }
  return { figures, wrong }
}

/** The parts of the page that a field that cannot be read leaves without a figure. */
export function partsOf(field: AdviceField): readonly ('urgency' | 'wealth' | 'income')[] {
  if (field.startsWith('income-')) return ['income', 'urgency']
  if (field === 'people') return ['urgency', 'wealth']
  return field === 'rooms' || field === 'housingCosts' ? ['urgency'] : ['wealth']
}
