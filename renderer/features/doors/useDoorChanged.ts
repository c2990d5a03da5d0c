import { useQueryClient } from '@tanstack/react-query'
import { api, type client } from '../../app/client'

/** A door opening as a command answers with it, and whose it is. */
export type Answered = Awaited<ReturnType<typeof client.doors.read>>

/** Shows a door opening as the desk answered with it; what else shows something of it is read again. */
export function useDoorChanged() {
  const queryClient = useQueryClient()
  return (answered: Answered) => {
    queryClient.setQueryData(api.doors.read.queryKey({ input: { id: answered.door.id } }), answered)
    for (const key of [
      api.doors.ofResident.key(),
      api.doors.list.key(),
      api.residents.timeline.key(),
      api.today.key(),
    ])
      void queryClient.invalidateQueries({ queryKey: key })
  }
}
