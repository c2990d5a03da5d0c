import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api, type client } from '../../app/client'

/** The contact details that non-disclosure hides, once they were revealed with a reason. */
export type Revealed = Awaited<ReturnType<typeof client.residents.revealContacts>>

/** Revealed contact details live in the page that asked for them, and are gone with it. */
export function useReveal(id: string) {
  const [revealed, setRevealed] = useState<Revealed | null>(null)
  const [asking, setAsking] = useState(false)
  const reveal = useMutation({ ...api.residents.revealContacts.mutationOptions(), gcTime: 0 })
  const stop = () => {
    setAsking(false)
    reveal.reset()
  }
  return {
    revealed,
    asking,
    busy: reveal.isPending,
    error: reveal.error,
    ask: () => setAsking(true),
    stop,
    hide: () => setRevealed(null),
    confirm: (reason: string) =>
      reveal.mutate(
        { id, reason },
        {
          onSuccess: (answer) => {
            setRevealed(answer)
            stop()
          },
        },
      ),
  }
}
export type Reveal = ReturnType<typeof useReveal>
