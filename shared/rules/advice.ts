import { type Income, type MonthlyIncome, monthlyIncome, type NotIncome } from './income'
import type { LocalDay } from './localDay'
import { type Urgency, type UrgencyGround, urgencyOf } from './urgency'
import { type Asset, type OwnHomeFacts, type Wealth, wealthOf } from './wealth'

/** The most people of a household, and rooms of a home, that are taken. */
export const mostPeople = 30
/** The farthest that a home is taken to be, in kilometres. */
export const mostKilometres = 2_000

/** What an applicant tells. It is kept nowhere. Amounts are cents; null is what is not known. */
export interface AdviceFacts {
  /** The day of the application. */
  readonly day: LocalDay
  readonly people: number | null
  readonly rooms: number | null
  readonly grounds: readonly UrgencyGround[]
  /** A month's housing costs. */
  readonly housingCostsCents: number | null
  readonly assets: readonly Asset[]
  readonly home: OwnHomeFacts
  readonly incomes: readonly Income[]
  /** What the applicant has that is not counted as income. */
  readonly notIncome: readonly NotIncome[]
}

/** Figures and the rules they come from. It says of nobody that they get a home or do not. */
export interface Advice {
  readonly urgency: Urgency
  readonly wealth: Wealth
  readonly income: MonthlyIncome
}

/**
 * What can be told an applicant of urgency, wealth and income. The City of Helsinki selects the residents, so this is
 * never a decision. Sources: 002_f88546710976e887.txt, 000_8cb8751306546cea.txt.
 */
export function advise(facts: AdviceFacts): Advice {
  const { day, people, rooms, grounds, housingCostsCents, assets, home, incomes } = facts
  const income = monthlyIncome(incomes, facts.notIncome)
  return {
    urgency: urgencyOf({
      told: grounds,
      people,
      rooms,
      housingCostsCents,
      grossIncomeCents: income.totalCents,
    }),
    wealth: wealthOf(assets, home, people, day),
    income,
  }
}
