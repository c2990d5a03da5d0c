import { useQueryClient } from '@tanstack/react-query'
import type { ApartmentKeys } from '#shared/contract/keyViews'
import { api, type client } from '../../app/client'

/** A hand-off as a command answers with it, and whose it is. */
export type Answered = Awaited<ReturnType<typeof client.keys.readHandoff>>

/** Shows what the desk answered with about keys; what else shows something of it is read again. */
export function useKeysChanged() {
  const queryClient = useQueryClient()
  const again = (...keys: readonly (readonly unknown[])[]) => {
    for (const queryKey of keys) void queryClient.invalidateQueries({ queryKey })
  }
  const ledger = [api.keys.history.key(), api.keys.ofResident.key(), api.keys.ofProperty.key()]
  return {
    apartment: (answered: ApartmentKeys) => {
      const { apartmentId } = answered
      queryClient.setQueryData(api.keys.ofApartment.queryKey({ input: { apartmentId } }), answered)
      again(...ledger)
    },
    handoff: (answered: Pick<Answered, 'residentId' | 'handoff'>) => {
      const { residentId, handoff } = answered
      queryClient.setQueryData(api.keys.readHandoff.queryKey({ input: { id: handoff.id } }), {
        residentId,
        handoff,
      })
      again(
        ...ledger,
        api.keys.ofApartment.key(),
        api.keys.chase.key(),
        api.keys.handoffs.key(),
        api.keys.figures.key(),
        api.keys.openRows.key(),
      )
    },
    /** Something was done elsewhere meanwhile: all of it is read anew. */
    again: () => again(api.keys.key()),
  }
}
