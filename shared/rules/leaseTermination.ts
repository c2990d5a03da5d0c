import { daysInMonth, type LocalDay } from './localDay'
import { accept, type Result, refuse } from './result'

/** How long a lease goes on after a tenant's notice. */
export interface NoticeRule {
  /** Whole months. */
  readonly months: number
  /** From the last day of the month in which notice is given, or from the very day. */
  readonly countedFrom: 'monthEnd' | 'day'
}

/**
 * The rule as it ships: a tenant's notice period is one calendar month, counted from the last day of the month in which notice is
 * given (Act on residential leases 481/1995, section 52). The same section makes a longer one for the tenant void.
 */
export const statutoryNotice: NoticeRule = { months: 1, countedFrom: 'monthEnd' }

/** No rule is longer: whatever is set, a last day can be told. */
export const mostNoticeMonths = 12

/**
 * The last day of a lease that a tenant gives notice of on a day. Counted from the month's end it is the last day of a month.
 * Counted from the day it is the day of the same number, or the month's last where the month lacks it (Act on the
 * calculation of statutory time limits 150/1930, section 3). Days of the calendar: no clock, and no change of the clocks, is in it.
 */
export function lastDayAfterNotice(noticeOn: LocalDay, { months, countedFrom }: NoticeRule): LocalDay {
  const month = Number(noticeOn.slice(5, 7)) - 1 + months
  const year = Number(noticeOn.slice(0, 4)) + Math.floor(month / 12)
  const inYear = (month % 12) + 1
  const last = daysInMonth(year, inYear)
  const day = countedFrom === 'monthEnd' ? last : Math.min(Number(noticeOn.slice(8)), last)
  return [String(year).padStart(4, '0'), ...[inYear, day].map((part) => String(part).padStart(2, '0'))].join(
    '-',
  )
}

export const terminationRefusals = [
  'alreadyTerminated',
  'fixedTermLease',
  'beforeNoticeEnds',
  'lastDayPast',
] as const

/**
 * The last day of a lease that is being terminated: the first that the rule allows, or the later one that the tenant wishes.
 * Refused: `alreadyTerminated` notice has been given; `fixedTermLease` it ends by itself, and notice is for one that is in force until
 * further notice (481/1995, sections 4 and 55); `beforeNoticeEnds` the wished day is too early; `lastDayPast` the notice was given so
 * long ago that the lease would have ended.
 */
export function lastDayOfLease(
  notice: {
    readonly noticeOn: LocalDay
    /** Null for the first day that can be. */
    readonly wished: LocalDay | null
    readonly lease: { readonly endsOn: LocalDay | null; readonly noticeGivenOn: LocalDay | null }
    readonly today: LocalDay
  },
  rule: NoticeRule,
): Result<LocalDay, (typeof terminationRefusals)[number]> {
  const { noticeOn, wished, lease, today } = notice
  if (lease.noticeGivenOn !== null) return refuse('alreadyTerminated')
  if (lease.endsOn !== null) return refuse('fixedTermLease')
  const first = lastDayAfterNotice(noticeOn, rule)
  if (wished !== null && wished < first) return refuse('beforeNoticeEnds')
  const last = wished ?? first
  return last < today ? refuse('lastDayPast') : accept(last)
}
