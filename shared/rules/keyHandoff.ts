import type { LocalDay } from './localDay'
import type { MandateAction } from './mandateScopes'

/** Keys come back through BLC Turva, or are fetched from it (003_6520488e57b6da1e.txt). */
export const handoffDirections = ['return', 'pickup'] as const
export type HandoffDirection = (typeof handoffDirections)[number]

/** What of the mandate question each direction is. */
export const handoffAction = { return: 'returnKeys', pickup: 'collectKeys' } as const satisfies Record<
  HandoffDirection,
  MandateAction
>

/**
 * Where a hand-off is. `instructed`: whoever brings or collects has been told. `withBlc`: of a return, BLC Turva has the keys and has not
 * counted them; of a pick-up, the keys wait there. `counted`: everything came, or was collected, as it should. `missing`, `damaged`, `tooMany`: it
 * did not, and somebody must settle the difference. `settled` and `cancelled` are over.
 */
export const handoffStates = [
  'instructed',
  'withBlc',
  'counted',
  'missing',
  'damaged',
  'tooMany',
  'settled',
  'cancelled',
] as const
export type HandoffState = (typeof handoffStates)[number]

export const openHandoffStates = [
  'instructed',
  'withBlc',
  'counted',
  'missing',
  'damaged',
  'tooMany',
] as const satisfies readonly HandoffState[]

export const isHandoffOpen = (state: HandoffState): boolean => state !== 'settled' && state !== 'cancelled'

/** Nothing has come yet, so that it can be late and is reminded of. */
export const isAwaited = (state: HandoffState): boolean => state === 'instructed'

/**
 * What was reported of a key of a hand-off. `expected`: nothing yet. `arrived`: came, or was collected. `damaged`: came, and cannot be
 * used. `missing`: the rest came and it did not. `extra`: came, and was not asked for. `writtenOff`: given up when its case was closed.
 */
export const handoffKeyStates = ['expected', 'arrived', 'damaged', 'missing', 'extra', 'writtenOff'] as const
export type HandoffKeyState = (typeof handoffKeyStates)[number]

/** What a difference is about. */
export const caseKinds = ['missing', 'damaged', 'tooMany'] as const
export type CaseKind = (typeof caseKinds)[number]

/**
 * Where a hand-off is after a report or after a case was opened or closed; it is never asked of one that is over. While a case is open the
 * gravest of them says it: a missing key before a damaged one before one too many. Otherwise it is counted once nothing of it is expected any more
 * (what is missing has been settled by its case), with BLC Turva when it was said to be there, and else as it was instructed.
 */
export function handoffStateOf(facts: {
  readonly keys: readonly HandoffKeyState[]
  readonly openCases: readonly CaseKind[]
  /** BLC Turva has said that it has them, uncounted, or that they wait there. */
  readonly withBlc: boolean
}): Exclude<HandoffState, 'settled' | 'cancelled'> {
  const { keys, openCases, withBlc } = facts
  const gravest = caseKinds.find((kind) => openCases.includes(kind))
  if (gravest) return gravest
  if (keys.length > 0 && keys.every((state) => state !== 'expected')) return 'counted'
  return withBlc || keys.some((state) => state === 'arrived') ? 'withBlc' : 'instructed'
}

/** Why a hand-off cannot be settled. */
export const settleRefusals = ['handoffOver', 'notCounted', 'caseOpen'] as const

/** Why a hand-off cannot be settled now; null when it can. */
export function whyNotSettled(
  state: HandoffState,
  openCases: number,
): (typeof settleRefusals)[number] | null {
  if (!isHandoffOpen(state)) return 'handoffOver'
  if (openCases > 0) return 'caseOpen'
  return state === 'counted' ? null : 'notCounted'
}

/** Somebody on a lease, as far as the keys go. */
export interface OnLease {
  readonly residentId: string
  /** The last day of living there; null when none is known. */
  readonly to: LocalDay | null
  readonly died: boolean
}

/**
 * The day by which keys come back, or from which they can be collected: the last day of the lease, or of living there for one who leaves while
 * others stay, but not a day that is past; of a pick-up the first day of the lease. Null when the register knows no day: then it is
 * asked. Unsourced beyond the lease's last day.
 */
export function defaultDueDay(given: {
  readonly direction: HandoffDirection
  readonly lease: { readonly beginsOn: LocalDay; readonly endsOn: LocalDay | null }
  /** The last day by a termination that is open. */
  readonly terminatedOn: LocalDay | null
  /** The last day of living there of whoever leaves. */
  readonly leavesOn: LocalDay | null
  readonly today: LocalDay
}): LocalDay | null {
  const { direction, lease, terminatedOn, leavesOn, today } = given
  const day =
    direction === 'pickup'
      ? lease.beginsOn
      : ([lease.endsOn, terminatedOn, leavesOn].filter((each) => each !== null).sort()[0] ?? null)
  return day === null || day >= today ? day : today
}

/**
 * Which keys come back by default. The keys of those who stay are not asked back: when somebody stays, only what the leaving have themselves. When
 * nobody stays, every key of the home that is out with a resident or a grantee.
 */
export function keysAskedBack<
  Key extends {
    readonly active: boolean
    readonly holder: { readonly kind: string; readonly residentId?: string | null }
  },
>(keys: readonly Key[], leaving: readonly string[], staying: readonly string[]): Key[] {
  return keys.filter(({ active, holder }) => {
    if (!active) return false
    if (holder.kind === 'grantee') return staying.length === 0
    if (holder.kind !== 'resident') return false
    return staying.length === 0 || leaving.includes(holder.residentId ?? '')
  })
}

/** Who of a lease stays when some leave: those who live there after the day, and have not died. */
export const staying = (
  people: readonly OnLease[],
  leaving: readonly string[],
  leaseEndsOn: LocalDay | null,
  lastDay: LocalDay,
): string[] =>
  leaseEndsOn !== null && leaseEndsOn <= lastDay
    ? []
    : people
        .filter(
          ({ residentId, to, died }) =>
            !died && !leaving.includes(residentId) && (to === null || to > lastDay),
        )
        .map(({ residentId }) => residentId)
