/** What is regarded as income, item by item in the source's order (002_f88546710976e887.txt). */
export const countedIncome = [
  'salary',
  'bonus',
  'pension',
  'abroad',
  'capital',
  'spousalSupport',
  'adultStudyGrant',
  'benefitsInKind',
  'unemploymentAllowance',
  'labourMarketSupport',
] as const
export type CountedIncome = (typeof countedIncome)[number]

/** The subsidies that are not regarded as income, item by item in the source's order (002_f88546710976e887.txt). */
export const notIncome = [
  'housingAllowance',
  'subsistenceSubsidy',
  'studentAid',
  'dayCareAllowance',
  'orphansPension',
  'maintenance',
  'familyAllowance',
  'disabilityAllowance',
  'veteransPension',
  'militaryInjuries',
  'accommodationAllowance',
  'temporaryIncome',
] as const
export type NotIncome = (typeof notIncome)[number]

/** Whether an item is regarded as income. */
export const countsAsIncome = (item: CountedIncome | NotIncome): item is CountedIncome =>
  countedIncome.some((each) => each === item)

/** Gross income of one kind of the whole household, in cents a month; where it varies, the year's. */
export interface Income {
  readonly item: CountedIncome
  readonly cents: number
  readonly per: 'month' | 'year'
}

/** A month's income in whole cents; from a yearly figure its twelfth (002_f88546710976e887.txt). */
export const monthlyCents = ({ cents, per }: Pick<Income, 'cents' | 'per'>): number =>
  per === 'year' ? Math.round(cents / 12) : cents

export interface MonthlyIncome {
  readonly lines: readonly (Income & { readonly monthlyCents: number })[]
  /** What the applicant has that is not counted. */
  readonly notCounted: readonly NotIncome[]
  /** Gross income a month in cents, before taxes and expenses; null when none was told. */
  readonly totalCents: number | null
}

/** Monthly gross income, item by item. The source publishes no limit to compare it with. Source: 002_f88546710976e887.txt. */
export function monthlyIncome(incomes: readonly Income[], alsoHas: readonly NotIncome[] = []): MonthlyIncome {
  const lines = incomes.map((income) => ({ ...income, monthlyCents: monthlyCents(income) }))
  return {
    lines,
    notCounted: notIncome.filter((item) => alsoHas.includes(item)),
    totalCents: lines.length === 0 ? null : lines.reduce((sum, line) => sum + line.monthlyCents, 0),
  }
}
