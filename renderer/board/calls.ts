/** A number that has been called, as the board shows it. */
export interface BoardCall {
  readonly number: string
  readonly deskNo: number
  readonly at: Date
  /** How many times it has been called: more than once when it was called again. */
  readonly times: number
}

/** How many of the numbers called before the newest one there is room for. */
export const earlierShown = 5

/** The newest call, and those before it that there is room for. */
export function arranged(called: readonly BoardCall[]): {
  readonly newest: BoardCall | null
  readonly earlier: readonly BoardCall[]
} {
  const [newest = null, ...others] = called
  return { newest, earlier: others.slice(0, earlierShown) }
}

/** One call of one number: the same number called again, or to another desk, is another. */
export const callKey = ({ number, deskNo, times }: BoardCall): string => `${number}/${deskNo}/${times}`

/**
 * Whether somebody has been called since: a number that was not there, was called again, or to another desk. Nothing is new
 * at first (`before` is null), for who was called before the board was opened has heard it.
 */
export function callsAnew(before: readonly BoardCall[] | null, now: readonly BoardCall[]): boolean {
  if (before === null) return false
  const heard = new Set(before.map(callKey))
  return now.some((call) => !heard.has(callKey(call)))
}
