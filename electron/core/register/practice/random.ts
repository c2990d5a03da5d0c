/** Repeatable chance: the same seed gives the same answers in the same order, on every machine. */
export interface Random {
  /** 0 ≤ x < 1. */
  next(): number
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number
  /** True with this probability (0–1). */
  chance(probability: number): boolean
  /** Any item, each as likely. */
  pick<T>(items: readonly T[]): T
  /** Any item, the first ones likelier, the more so the higher `bias` (1: none): for lists that begin with the commonest. */
  pickCommon<T>(items: readonly T[], bias?: number): T
  /** An item by its weight; the weights need not add up to anything. */
  weighted<T>(items: readonly (readonly [weight: number, item: T])[]): T
}

/** Chance from a whole-number seed (Mulberry32, public domain: 32 bits of state, enough for practice data). */
export function createRandom(seed: number): Random {
  let state = seed | 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const at = <T>(items: readonly T[], index: number) => items[index] as T
  return {
    next,
    int: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
    pick: (items) => at(items, Math.floor(next() * items.length)),
    pickCommon: (items, bias = 1.4) => at(items, Math.floor(next() ** bias * items.length)),
    weighted: (items) => {
      let left = next() * items.reduce((sum, [weight]) => sum + weight, 0)
      const found = items.find(([weight]) => {
        left -= weight
        return left < 0
      })
      return (found ?? at(items, items.length - 1))[1]
    },
  }
}
