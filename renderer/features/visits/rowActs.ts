import type { Role } from '#shared/contract/base'
import type { VisitView } from '#shared/contract/visits'

/** What is done with a visit from its row in the day's list. */
export type RowAct = 'checkIn' | 'undoCheckIn' | 'noShow'

/** Who says of a visitor that they did not come: who sees the door, or the team whose visitor it is. */
function saysWhoCame({ team }: VisitView, roles: readonly Role[]) {
  if (roles.includes('counter') || roles.includes('lead')) return true
  return roles.includes(team === 'asoy' ? 'asoy' : 'phone')
}

/** What this person can do with a visit from the list now. The desk decides; this is what is worth showing. */
export function rowActs(visit: VisitView, roles: readonly Role[], now: Date): readonly RowAct[] {
  const { state, kind, startsAt, timesCalled } = visit
  const receives = roles.includes('counter') || roles.includes('lead')
  const due =
    state === 'booked' ? startsAt !== null && startsAt < now : state === 'waiting' || state === 'parked'
  const acts: Readonly<Record<RowAct, boolean>> = {
    checkIn: receives && (state === 'booked' || state === 'noShow'),
    undoCheckIn: receives && state === 'waiting' && kind === 'appointment' && timesCalled === 0,
    noShow: due && saysWhoCame(visit, roles),
  }
  return (['checkIn', 'undoCheckIn', 'noShow'] as const).filter((act) => acts[act])
}
