import { useEffect } from 'react'
import { client } from '../../app/client'
import { useLoss } from '../../app/connection'
import { useSession } from '../../app/session'

/** Going through several pages is not being at each of them. */
const settledMs = 150

/**
 * Says to the other desks whose page is open here; null for nobody's. Said again when the desk was unlocked or lost: it may
 * have forgotten.
 */
export function useAtResident(residentId: string | null) {
  const { locked, staffId } = useSession()
  const lost = useLoss() !== null
  // biome-ignore lint/correctness/useExhaustiveDependencies: another person is somewhere else, at the same page too
  useEffect(() => {
    if (locked || lost) return
    const timer = setTimeout(() => {
      // What could not be said is said with the next page; nobody waits for it.
      void client.presence.at({ residentId }).catch(() => undefined)
    }, settledMs)
    return () => clearTimeout(timer)
  }, [residentId, locked, lost, staffId])
}
