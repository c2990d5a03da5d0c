/** The largest practice register that the desk makes, in apartments. */
export const mostApartments = 60_000
const largestSeed = 2_147_483_647

/** Sizes that are offered: as large as Heka's own, or small. */
export const offeredSizes = { full: 54_500, small: 500 } as const
export type Size = keyof typeof offeredSizes | 'own'

/** What is asked for, as it is typed. */
export interface PracticeInput {
  readonly size: Size
  readonly own: string
  readonly seed: string
}

const wholeNumber = (text: string, least: number, most: number): number | null => {
  const digits = text.replace(/[\s\u00a0]/g, '')
  return /^\d{1,10}$/.test(digits) && Number(digits) >= least && Number(digits) <= most
    ? Number(digits)
    : null
}

/** Apartments as asked for; null when the own number is none from 1 to 60 000. Spaces between digits do not matter. */
export const apartmentsOf = ({ size, own }: PracticeInput): number | null =>
  size === 'own' ? wholeNumber(own, 1, mostApartments) : offeredSizes[size]

/** The seed as asked for; null when it is no number that a seed can be. */
export const seedOf = ({ seed }: PracticeInput): number | null => wholeNumber(seed, 0, largestSeed)
