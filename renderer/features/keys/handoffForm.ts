import type { KeyView } from '#shared/contract/keyViews'
import type { HandoffDirection } from '#shared/rules/keyHandoff'
import { type LocalDay, parseFinnishDay } from '#shared/rules/localDay'

/** What is typed and chosen. Null is what the desk proposes. */
export interface HandoffValues {
  readonly leaseNo: string
  readonly keys: readonly string[] | null
  readonly dueOn: string | null
  readonly language: 'fi' | 'sv' | 'en' | null
  readonly send: 'email' | 'paper' | null
  readonly note: string
}

/** The form as it is opened. */
export const emptyHandoff = (leaseNo: string): HandoffValues => ({
  leaseNo,
  keys: null,
  dueOn: null,
  language: null,
  send: null,
  note: '',
})

/** Why a key cannot be in a hand-off; null when it can. */
export function whyNotKey(
  { active, handoff, holder }: KeyView,
  direction: HandoffDirection,
): 'inHandoff' | 'inactive' | 'notOut' | 'notIn' | null {
  if (!active) return 'inactive'
  if (handoff !== null) return 'inHandoff'
  const inside = holder.kind === 'heka' || holder.kind === 'blc'
  if (direction === 'pickup') return inside ? null : 'notIn'
  return inside || holder.kind === 'maintenance' ? 'notOut' : null
}

/** What is wrong with the day as it is typed; null when nothing is. */
export function dueDayProblem(typed: string, today: LocalDay): 'badDay' | 'dueDayPast' | null {
  const day = parseFinnishDay(typed)
  if (day === null) return 'badDay'
  return day < today ? 'dueDayPast' : null
}
