import { useQueryClient } from '@tanstack/react-query'
import { api, type client } from '../../app/client'

/** A defect as a command answers with it, and whose it is. */
export type Answered = Awaited<ReturnType<typeof client.defects.read>>

/** Shows a defect as the desk answered with it; what else shows something of it is read again. */
export function useDefectChanged() {
  const queryClient = useQueryClient()
  return (answered: Answered) => {
    queryClient.setQueryData(api.defects.read.queryKey({ input: { id: answered.defect.id } }), answered)
    for (const key of [
      api.defects.ofResident.key(),
      api.defects.list.key(),
      api.residents.timeline.key(),
      api.today.key(),
    ])
      void queryClient.invalidateQueries({ queryKey: key })
  }
}
