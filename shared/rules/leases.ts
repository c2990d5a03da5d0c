import type { LocalDay } from './localDay'

/** The days that decide a lease's state. The end day is the last day of the lease. */
export interface LeaseDays {
  readonly signedOn: LocalDay | null
  readonly beginsOn: LocalDay
  readonly endsOn: LocalDay | null
  readonly noticeGivenOn: LocalDay | null
}

export type LeaseState = 'unsigned' | 'future' | 'running' | 'noticeGiven' | 'ended'

/**
 * What state a lease is in today. The first that applies: `ended` (its last day is past; on the last day it still
 * runs), `unsigned`, `future`, `noticeGiven`, `running`.
 */
export function leaseState(lease: LeaseDays, today: LocalDay): LeaseState {
  if (lease.endsOn !== null && lease.endsOn < today) return 'ended'
  if (lease.signedOn === null || lease.signedOn > today) return 'unsigned'
  if (lease.beginsOn > today) return 'future'
  return lease.noticeGivenOn !== null && lease.noticeGivenOn <= today ? 'noticeGiven' : 'running'
}

/** Whether someone lives in an apartment today. The first and the last day are days of living there. */
export function occupancyState(
  occupancy: { readonly from: LocalDay; readonly to: LocalDay | null },
  today: LocalDay,
): 'future' | 'current' | 'past' {
  if (occupancy.to !== null && occupancy.to < today) return 'past'
  return occupancy.from > today ? 'future' : 'current'
}
