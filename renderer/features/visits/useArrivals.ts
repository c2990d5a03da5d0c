import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { VisitView } from '#shared/contract/visits'
import type { ArrivalStanding } from '#shared/rules/arrival'
import { api, type client } from '../../app/client'

type Found = Awaited<ReturnType<typeof client.visits.find>>

/** One who may be standing at the reception: with a visit, or a resident who has none. */
export type Arrival =
  | {
      readonly key: string
      readonly visit: VisitView
      readonly standing: ArrivalStanding
      readonly minutes: number | null
      readonly resident: null
    }
  | {
      readonly key: string
      readonly visit: null
      readonly standing: null
      readonly minutes: null
      readonly resident: Found['notBooked'][number]
    }

/** Letters and digits that must be typed before the desk looks for anybody. */
const fewestLetters = 2
const enough = (text: string) => (text.match(/[\p{L}\p{N}]/gu) ?? []).length >= fewestLetters

const arrivalsIn = ({ found, notBooked }: Found): readonly Arrival[] => [
  ...found.map((each): Arrival => ({ ...each, key: each.visit.id, resident: null })),
  ...notBooked.map(
    (resident): Arrival => ({
      key: resident.residentId,
      visit: null,
      standing: null,
      minutes: null,
      resident,
    }),
  ),
]

/**
 * Looks for who has come as it is typed. The previous ones stay until the new ones are there, and are not `current`: nothing is
 * done with them. What was found is forgotten at once: typed again, the same words find how it is then.
 */
export function useArrivals(typed: string) {
  const text = typed.trim()
  const enabled = enough(text)
  const query = useQuery(
    api.visits.find.queryOptions({
      input: { text },
      enabled,
      placeholderData: keepPreviousData,
      staleTime: 0,
      gcTime: 0,
    }),
  )
  return {
    arrivals: enabled && query.data !== undefined ? arrivalsIn(query.data) : [],
    current: enabled && query.data !== undefined && !query.isPlaceholderData,
    enabled,
    error: query.error,
    retry: () => void query.refetch(),
  }
}
