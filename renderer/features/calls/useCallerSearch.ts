import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { client } from '../../app/client'
import { api } from '../../app/client'
import type { ResidentSearch } from '../residents/useResidentSearch'

type Found = Awaited<ReturnType<typeof client.calls.find>>

/** Letters and digits that must be typed before the desk looks for anybody. */
const fewest = 2
const enough = (text: string) => (text.match(/[\p{L}\p{N}]/gu) ?? []).length >= fewest

/** Looks for who calls, by a number, a name or an address; the number is told apart from words. */
export function useCallerSearch(typed: string): ResidentSearch & { readonly number: Found['number'] | null } {
  const text = typed.trim()
  const enabled = enough(text)
  const query = useQuery(
    api.calls.find.queryOptions({
      input: { text },
      enabled,
      placeholderData: keepPreviousData,
      staleTime: 0,
      gcTime: 5_000,
    }),
  )
  const hits = enabled ? (query.data?.hits ?? []) : []
  const current = enabled && query.data !== undefined && !query.isPlaceholderData
  const found = hits.length > 0 ? 'found' : 'none'
  return {
    state: !enabled ? 'hint' : query.isError ? 'failed' : query.data === undefined ? 'waiting' : found,
    hits,
    more: enabled && (query.data?.more ?? false),
    current,
    error: query.error,
    retry: () => void query.refetch(),
    number: current && query.data.number.kind !== 'none' ? query.data.number : null,
  }
}
