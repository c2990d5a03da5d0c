import { useQueryClient } from '@tanstack/react-query'
import { api, type client } from '../../app/client'

/** A request as a command answers with it, and whose it is. */
export type Answered = Awaited<ReturnType<typeof client.requests.read>>

/** Shows a request as the desk answered with it; what else shows something of it is read again. */
export function useRequestChanged() {
  const queryClient = useQueryClient()
  return (answered: Answered) => {
    queryClient.setQueryData(api.requests.read.queryKey({ input: { id: answered.request.id } }), answered)
    for (const key of [api.requests.ofResident.key(), api.requests.open.key()])
      void queryClient.invalidateQueries({ queryKey: key })
  }
}
