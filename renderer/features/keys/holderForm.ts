import type { KeyView } from '#shared/contract/keyViews'
import type { KeyHolder, KeyHolderKind, KeyWord } from '#shared/rules/keyLedger'
import { type LocalDay, parseFinnishDay } from '#shared/rules/localDay'

/** Who has a key then, since when and on whose word, as it is typed. */
export interface HolderValues {
  readonly kind: KeyHolderKind | ''
  /** The resident who is chosen; null while none is. */
  readonly residentId: string | null
  /** The resident's name, or what is typed to find them. */
  readonly residentName: string
  readonly granteeName: string
  readonly happenedOn: string
  readonly word: KeyWord
  readonly wordText: string
}

export type HolderField = 'kind' | 'resident' | 'grantee' | 'happenedOn' | 'wordText'
export type HolderProblem =
  | 'kindMissing'
  | 'residentMissing'
  | 'granteeMissing'
  | 'badDay'
  | 'dayAhead'
  | 'wordMissing'

/** What of it cannot be told to the desk as it stands. */
export function holderProblems(
  values: HolderValues,
  today: LocalDay,
  /** What was said must be written down. */
  wordRequired = false,
): readonly { readonly field: HolderField; readonly problem: HolderProblem }[] {
  const { kind, residentId, granteeName } = values
  const day = parseFinnishDay(values.happenedOn)
  return [
    ...(kind === '' ? [{ field: 'kind', problem: 'kindMissing' } as const] : []),
    ...(kind === 'resident' && residentId === null
      ? [{ field: 'resident', problem: 'residentMissing' } as const]
      : []),
    ...(kind === 'grantee' && granteeName.trim() === ''
      ? [{ field: 'grantee', problem: 'granteeMissing' } as const]
      : []),
    ...(day === null
      ? [{ field: 'happenedOn', problem: 'badDay' } as const]
      : day > today
        ? [{ field: 'happenedOn', problem: 'dayAhead' } as const]
        : []),
    ...(wordRequired && values.wordText.trim() === ''
      ? [{ field: 'wordText', problem: 'wordMissing' } as const]
      : []),
  ]
}

/** Who it is, as the desk takes it; only of values that are right. */
export function holderOf({ kind, residentId, granteeName }: HolderValues): KeyHolder {
  switch (kind) {
    case 'resident':
      return { kind, residentId: residentId ?? '' }
    case 'grantee':
      return { kind, name: granteeName.trim() }
    case '':
      return { kind: 'heka' }
    default:
      return { kind }
  }
}

/** Whom of a home's residents the page knows to have keys: they are offered first. */
export function residentsOf(
  keys: readonly KeyView[],
): readonly { readonly id: string; readonly name: string }[] {
  const found = new Map<string, string>()
  for (const { holder } of keys) {
    if (holder.kind === 'resident' && holder.residentId !== null && holder.name !== null)
      found.set(holder.residentId, holder.name)
  }
  return [...found].map(([id, name]) => ({ id, name }))
}
