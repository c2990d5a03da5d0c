import { useMutation } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from '../../app/client'
import { useLoss } from '../../app/connection'
import { useSession } from '../../app/session'

/** Going through several pages is not being at each of them. */
const settledMs = 150

/**
 * Says to the other desks whose page is open here; null for nobody's. Each is said when the one before has been answered:
 * what is said last counts. Said again when the desk was unlocked or lost: it may have forgotten.
 */
export function useAtResident(residentId: string | null) {
  const { locked, staffId } = useSession()
  const lost = useLoss() !== null
  // What could not be said is said with the next page; nobody waits for it.
  const { mutate: say } = useMutation(api.presence.at.mutationOptions({ scope: { id: 'presence' } }))
  // biome-ignore lint/correctness/useExhaustiveDependencies: another person is somewhere else, at the same page too
  useEffect(() => {
    if (locked || lost) return
    const timer = setTimeout(() => say({ residentId }), settledMs)
    return () => clearTimeout(timer)
  }, [residentId, locked, lost, staffId, say])
}
