import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ResidentHit } from '#shared/contract/residents'
import { api } from '../../app/client'

export interface ResidentSearch {
  /** `hint`: too little typed to look for. `waiting`: nothing to show yet. */
  readonly state: 'hint' | 'waiting' | 'found' | 'none' | 'failed'
  readonly hits: readonly ResidentHit[]
  /** Whether there are others than these hits. */
  readonly more: boolean
  /** Whether the hits are for what is typed now; otherwise they are the previous ones. */
  readonly current: boolean
  readonly error: unknown
  readonly retry: () => void
}

/** Letters and digits that must be typed before the desk looks for anybody. */
const fewestLetters = 2

const enough = (text: string) => (text.match(/[\p{L}\p{N}]/gu) ?? []).length >= fewestLetters

/**
 * Looks for residents as they are typed. Every text has its own answer, so that one that comes late is never shown for
 * another; the previous hits stay until the new ones are there. What was found is forgotten in seconds.
 */
export function useResidentSearch(typed: string): ResidentSearch {
  const text = typed.trim()
  const enabled = enough(text)
  const query = useQuery(
    api.residents.search.queryOptions({
      input: { text },
      enabled,
      placeholderData: keepPreviousData,
      staleTime: 0,
      gcTime: 5_000,
    }),
  )
  const hits = enabled ? (query.data?.hits ?? []) : []
  const found = hits.length > 0 ? 'found' : 'none'
  return {
    state: !enabled ? 'hint' : query.isError ? 'failed' : query.data === undefined ? 'waiting' : found,
    hits,
    more: enabled && (query.data?.more ?? false),
    current: enabled && query.data !== undefined && !query.isPlaceholderData,
    error: query.error,
    retry: () => void query.refetch(),
  }
}
