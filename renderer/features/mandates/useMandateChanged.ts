import { useQueryClient } from '@tanstack/react-query'
import { api, type client } from '../../app/client'

/** A power as a command answers with it, and whose it is. */
export type Answered = Awaited<ReturnType<typeof client.mandates.read>>

/** Shows a power as the desk answered with it; what else shows something of it is read again. */
export function useMandateChanged() {
  const queryClient = useQueryClient()
  return (answered: Answered) => {
    queryClient.setQueryData(api.mandates.read.queryKey({ input: { id: answered.mandate.id } }), answered)
    for (const key of [api.mandates.ofResident.key(), api.mandates.endingSoon.key()])
      void queryClient.invalidateQueries({ queryKey: key })
  }
}
