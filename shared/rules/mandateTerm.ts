import { daysInMonth, type LocalDay } from './localDay'
import type { GrantedScopes } from './mandateScopes'

/** No power lasts longer (rules.md: as Suomi.fi mandates). */
export const mostYears = 25

/** The days of a power: when it was signed, and its first and last day; no last day means for as long as a power can last. */
export interface MandateTerm {
  readonly signedOn: LocalDay
  readonly validFrom: LocalDay
  readonly validUntil: LocalDay | null
}

/** The day 25 years after the first: the last that a power can have. Where the month lacks the day, the month's last. */
export function latestDay(validFrom: LocalDay): LocalDay {
  const year = Number(validFrom.slice(0, 4)) + mostYears
  const month = Number(validFrom.slice(5, 7))
  const day = Math.min(Number(validFrom.slice(8)), daysInMonth(year, month))
  return `${year}-${validFrom.slice(5, 7)}-${String(day).padStart(2, '0')}`
}

/** The last day of a power, which is one of its days. */
export const lastDayOf = ({ validFrom, validUntil }: MandateTerm): LocalDay =>
  validUntil ?? latestDay(validFrom)

/** Why a power cannot be for these days. */
export const termRefusals = [
  'signedInFuture',
  'beginsBeforeSigned',
  'endBeforeStart',
  'longerThan25Years',
] as const

/** Why a power cannot be for these days, with the field it is about; null when it can. */
export function termProblem(
  term: MandateTerm,
  today: LocalDay,
): { readonly refusal: (typeof termRefusals)[number]; readonly field: keyof MandateTerm } | null {
  const { signedOn, validFrom, validUntil } = term
  if (signedOn > today) return { refusal: 'signedInFuture', field: 'signedOn' }
  if (validFrom < signedOn) return { refusal: 'beginsBeforeSigned', field: 'validFrom' }
  if (validUntil === null) return null
  if (validUntil < validFrom) return { refusal: 'endBeforeStart', field: 'validUntil' }
  return validUntil > latestDay(validFrom) ? { refusal: 'longerThan25Years', field: 'validUntil' } : null
}

/** Everything that may have to be seen before a power is valid. */
export const mandateChecks = [
  'signedAndDated',
  'grantorIdentified',
  'scopeReadable',
  'openSectionReadable',
  'partiesKnown',
  'partiesPapersSeen',
] as const
export type MandateCheck = (typeof mandateChecks)[number]

/** What must be seen before a power is valid: of its paper, and for an estate of the parties to it. */
export function checklistOf(granted: GrantedScopes): readonly MandateCheck[] {
  const named = granted.general || granted.scopes.length > 0
  return [
    'signedAndDated',
    'grantorIdentified',
    ...(named ? (['scopeReadable'] as const) : []),
    ...(granted.openSection ? (['openSectionReadable'] as const) : []),
    ...(granted.scopes.includes('estate') ? (['partiesKnown', 'partiesPapersSeen'] as const) : []),
  ]
}
