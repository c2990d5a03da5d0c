import { useQueryClient } from '@tanstack/react-query'
import { api, type client } from '../../app/client'

/** A task as a command answers with it, and whose it is. */
export type Answered = Awaited<ReturnType<typeof client.tasks.read>>

/** Shows a task as the desk answered with it; what else shows something of it is read again. */
export function useTaskChanged() {
  const queryClient = useQueryClient()
  return (answered: Answered) => {
    queryClient.setQueryData(api.tasks.read.queryKey({ input: { id: answered.task.id } }), answered)
    for (const key of [
      api.tasks.ofResident.key(),
      api.tasks.list.key(),
      api.residents.timeline.key(),
      api.today.key(),
    ])
      void queryClient.invalidateQueries({ queryKey: key })
  }
}
