import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { VisitView } from '#shared/contract/visits'
import { api, client } from '../../app/client'

/** What is done with a visit on one key, with nothing more to say about it. */
export type PlainAct = 'checkIn' | 'undoCheckIn' | 'call' | 'recall' | 'park' | 'noShow'

/**
 * Does one of the plain acts with a visit as it was shown. However it ends, visits are read again: when somebody else was
 * first, the page shows what they did.
 */
export function useAct() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ act, visit: { id, version } }: { readonly act: PlainAct; readonly visit: VisitView }) =>
      client.visits[act]({ id, version }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: api.visits.key() }),
    gcTime: 0,
  })
}
