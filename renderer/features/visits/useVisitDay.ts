import { useQuery } from '@tanstack/react-query'
import type { VisitDay, VisitView } from '#shared/contract/visits'
import { api } from '../../app/client'

/** Opening and closing are no changes that the desk would tell of. */
const lookAgainMs = 60_000

/** Today's visits, desks and figures, re-read at every change of a visit. */
export const useVisitDay = () =>
  useQuery(api.visits.day.queryOptions({ input: { day: null }, refetchInterval: lookAgainMs }))

/** The visit that is at my desk; null when none is, or when I have no desk. */
export function atMyDesk(day: VisitDay | undefined): VisitView | null {
  if (day === undefined || day.myDesk === null) return null
  return day.visits.find(({ state, deskNo }) => state === 'called' && deskNo === day.myDesk) ?? null
}
