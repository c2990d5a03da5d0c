import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { PortalOverview } from '#shared/contract/portal'
import { api } from '../../app/client'
import { isNamed } from '../../app/errors'

/** A resident's registration for the Portal, and what staff do with it. Every answer is the registration as it is then. */
export function usePortal(residentId: string) {
  const queryClient = useQueryClient()
  const input = { residentId }
  const query = useQuery(api.portal.read.queryOptions({ input }))
  const take = (overview: PortalOverview) =>
    queryClient.setQueryData(api.portal.read.queryKey({ input }), overview)
  const reRead = () => queryClient.invalidateQueries({ queryKey: api.portal.read.key({ input }) })
  const after = {
    gcTime: 0,
    onSuccess: take,
    // Another desk was first, or the link died meanwhile: the page shows what is there now.
    onError: (error: unknown) => {
      const passed = [
        'CHANGED_MEANWHILE',
        'stepOutOfOrder',
        'linkExpired',
        'registrationClosed',
        'registrationOpen',
      ]
      if (passed.some((name) => isNamed(error, name))) void reRead()
    },
  }
  const start = useMutation(api.portal.start.mutationOptions(after))
  const tick = useMutation(api.portal.tick.mutationOptions(after))
  const startAnew = useMutation(api.portal.startAnew.mutationOptions(after))
  return {
    query,
    overview: query.data,
    /** When `overview.now` was told, by this computer's clock, milliseconds. */
    toldAt: query.dataUpdatedAt,
    start,
    tick,
    startAnew,
    busy: start.isPending || tick.isPending || startAnew.isPending,
    error: tick.error ?? start.error ?? startAnew.error,
    reRead,
  }
}
export type Portal = ReturnType<typeof usePortal>
