/** The urgency levels of applications; 1 is extremely urgent (002_f88546710976e887.txt). */
export type UrgencyLevel = 1 | 2 | 3

/**
 * The grounds that the City names, in its order and by their level. They are examples: an application may have another.
 * `otherReason` is whatever belongs to neither level 1 nor 2. Source: 002_f88546710976e887.txt.
 */
export const urgencyGroundLevels = {
  homeless: 1,
  worksInHelsinki: 1,
  leaseTerminated: 1,
  barrierFree: 1,
  fixedTermEnds: 2,
  separating: 2,
  tooSmall: 2,
  tooLarge: 2,
  housingCosts: 2,
  withParents: 2,
  otherReason: 3,
} as const satisfies Readonly<Record<string, UrgencyLevel>>

export type UrgencyGround = keyof typeof urgencyGroundLevels

/** Every ground, in the City's order. */
export const urgencyGrounds = Object.keys(urgencyGroundLevels) as [UrgencyGround, ...UrgencyGround[]]

/** Housing is excessively dear when it takes more than this share of gross income, in per cent (002_f88546710976e887.txt). */
export const dearHousingPercent = 40

/** Of those who have received an apartment so many per cent were of level 1 (002_f88546710976e887.txt). */
export const housedOfLevel1Percent = 80

export interface UrgencyFacts {
  /** What the applicant tells, as grounds. */
  readonly told: readonly UrgencyGround[]
  /** How many live in the home, and in how many rooms; null when it is not known. */
  readonly people: number | null
  readonly rooms: number | null
  /** A month's housing costs and gross income of the household in cents; null when not known. */
  readonly housingCostsCents: number | null
  readonly grossIncomeCents: number | null
}

export interface Urgency {
  /** The most urgent level that a ground belongs to; null as long as there is none. */
  readonly level: UrgencyLevel | null
  readonly grounds: readonly {
    readonly ground: UrgencyGround
    readonly level: UrgencyLevel
    /** `calculated`: nobody said so, the figures do. */
    readonly how: 'told' | 'calculated'
  }[]
  /** Housing costs in per cent of gross income; null when it cannot be said. */
  readonly housingCostPercent: number | null
}

/**
 * The urgency level that follows from what an applicant tells. Never a decision: the City's own application system sets
 * the level of an application, and the City selects. Source: 002_f88546710976e887.txt.
 */
export function urgencyOf(facts: UrgencyFacts): Urgency {
  const { told, people, rooms, housingCostsCents: costs, grossIncomeCents: income } = facts
  const isSmall = people !== null && rooms !== null && people > rooms
  const isDear = costs !== null && income !== null && income > 0 && costs * 100 > income * dearHousingPercent
  const grounds = urgencyGrounds.flatMap((ground): Urgency['grounds'] => {
    const level = urgencyGroundLevels[ground]
    if (told.includes(ground)) return [{ ground, level, how: 'told' }]
    const follows = (ground === 'tooSmall' && isSmall) || (ground === 'housingCosts' && isDear)
    return follows ? [{ ground, level, how: 'calculated' }] : []
  })
  return {
    // They are in the order of their levels.
    level: grounds[0]?.level ?? null,
    grounds,
    housingCostPercent: costs !== null && income !== null && income > 0 ? (costs * 100) / income : null,
  }
}
