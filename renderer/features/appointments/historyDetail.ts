import { type VisitReason, visitReasons } from '#shared/rules/visitReasons'
import type { HistoryEvent } from './days'

type Detail = HistoryEvent['detail']

const text = (detail: Detail, key: string): string | null => {
  const value = detail[key]
  return typeof value === 'string' && value !== '' ? value : null
}
const number = (detail: Detail, key: string): number | null => {
  const value = detail[key]
  return typeof value === 'number' ? value : null
}
const moment = (detail: Detail, key: string): Date | null => {
  const at = new Date(text(detail, key) ?? '')
  return Number.isNaN(at.getTime()) ? null : at
}
const reason = (detail: Detail, key: string): VisitReason | null =>
  visitReasons.find((each) => each === detail[key]) ?? null

const changedFields = ['phone', 'email', 'language', 'additionalInformation'] as const
const outcomes = ['done', 'continues', 'referred', 'notDone'] as const

/** One thing that an event of a visit's history tells: a single value, or what it was before and is now. */
export type Told =
  | { readonly kind: 'time'; readonly before: Date | null; readonly now: Date }
  | { readonly kind: 'desk'; readonly before: number | null; readonly now: number }
  | { readonly kind: 'reason'; readonly before: VisitReason; readonly now: VisitReason }
  | { readonly kind: 'cancelledBy'; readonly by: 'customer' | 'heka' }
  | { readonly kind: 'field'; readonly field: (typeof changedFields)[number] }
  | { readonly kind: 'outcome'; readonly outcome: (typeof outcomes)[number] }
  | { readonly kind: 'words'; readonly words: string }

/** What an event's detail tells, in order; what is not known is left out, so that an old record never breaks the page. */
export function toldBy({ what, detail }: HistoryEvent): readonly Told[] {
  const told: Told[] = []
  const now = moment(detail, 'to') ?? moment(detail, 'startsAt')
  const before = moment(detail, 'from')
  if (now !== null && now.getTime() !== before?.getTime()) told.push({ kind: 'time', before, now })
  const desk =
    number(detail, 'toLane') ?? number(detail, 'toDesk') ?? number(detail, 'lane') ?? number(detail, 'desk')
  const deskBefore = number(detail, 'fromLane') ?? number(detail, 'fromDesk')
  // Lane 0 is the As Oy team's own, and no desk.
  if (desk !== null && desk > 0 && desk !== deskBefore)
    told.push({ kind: 'desk', before: deskBefore, now: desk })
  const toReason = reason(detail, 'toReason')
  const fromReason = reason(detail, 'fromReason')
  if (toReason !== null && fromReason !== null)
    told.push({ kind: 'reason', before: fromReason, now: toReason })
  if (what === 'cancelled' && (detail.by === 'customer' || detail.by === 'heka'))
    told.push({ kind: 'cancelledBy', by: detail.by })
  const fields = (text(detail, 'fields') ?? '').split(' ')
  for (const field of changedFields) if (fields.includes(field)) told.push({ kind: 'field', field })
  const outcome = outcomes.find((each) => each === detail.outcome)
  if (outcome !== undefined) told.push({ kind: 'outcome', outcome })
  for (const key of ['number', 'note']) {
    const words = text(detail, key)
    if (words !== null) told.push({ kind: 'words', words })
  }
  return told
}
