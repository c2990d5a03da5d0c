import { useQueryClient } from '@tanstack/react-query'
import type { CallPage } from '#shared/contract/calls'
import { api, type client } from '../../app/client'

/** A call as a command answers with it, and whose it is. */
type Answered = Awaited<ReturnType<typeof client.calls.read>>

/** Shows a call as the desk answered with it, and mine as it is then; lists of calls are read again. */
export function useCallChanged() {
  const queryClient = useQueryClient()
  const mineKey = api.calls.mine.queryKey()
  return ({ residentId, call }: Answered) => {
    queryClient.setQueryData(api.calls.read.queryKey({ input: { id: call.id } }), { residentId, call })
    queryClient.setQueryData(mineKey, (before) => {
      const others = before?.parked.filter(({ id }) => id !== call.id) ?? []
      const mine = before?.live?.id === call.id ? null : (before?.live ?? null)
      return {
        now: call.now,
        live: call.state === 'live' && call.mine ? call : mine,
        parked: call.state === 'parked' ? [...others, call] : others,
      }
    })
    for (const key of [mineKey, api.calls.list.key(), api.today.key()])
      void queryClient.invalidateQueries({ queryKey: key })
  }
}

/** Reads a call again that another has changed meanwhile, and which calls are live. */
export function useCallAgain() {
  const queryClient = useQueryClient()
  return (id?: CallPage['id']) => {
    if (id !== undefined)
      void queryClient.invalidateQueries({ queryKey: api.calls.read.key({ input: { id } }) })
    void queryClient.invalidateQueries({ queryKey: api.calls.mine.key() })
  }
}
