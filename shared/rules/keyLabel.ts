import type { KeyKind } from './keyLedger'

/** What a key is known by in its home: what it opens, and what is stamped on it. Leading zeros belong to the number. */
export interface KeyLabel {
  readonly kind: KeyKind
  readonly number: string
}

/** What a correction of a key's label says. */
export interface LabelCorrection {
  readonly from: KeyLabel
  readonly to: KeyLabel
}

/** Why a key's label is not corrected: nothing is stamped on it, nobody says why, or nothing changes. */
export const labelRefusals = ['numberRequired', 'noteRequired', 'nothingCorrected'] as const
type LabelRefusal = (typeof labelRefusals)[number]

const sameLabel = (one: KeyLabel, other: KeyLabel): boolean =>
  one.kind === other.kind && one.number === other.number

/** Why a label is not corrected so; null when it is. */
export function whyNotLabel({ from, to }: LabelCorrection, because: string): LabelRefusal | null {
  if (to.number.trim() === '') return 'numberRequired'
  if (because.trim() === '') return 'noteRequired'
  return sameLabel(from, to) ? 'nothingCorrected' : null
}

/**
 * Whether a key is called what its corrections come to, the first first: each begins where the one before it ended, and the last is what the key
 * is called now.
 */
export const isLabelOfChain = (corrections: readonly LabelCorrection[], now: KeyLabel): boolean =>
  corrections.every(({ to }, at) => sameLabel(to, corrections[at + 1]?.from ?? now))
