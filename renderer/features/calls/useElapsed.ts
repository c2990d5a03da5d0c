import { useEffect, useState } from 'react'
import type { CallView } from '#shared/contract/calls'
import { deskNow } from '../../app/useNow'
import { elapsedText } from './elapsed'

/** How long a call has been live, by the desk's clock, renewed every second: 3:12. */
export function useElapsed({
  talkedSeconds,
  liveSince,
}: Pick<CallView, 'talkedSeconds' | 'liveSince'>): string {
  const [now, setNow] = useState(deskNow)
  const runs = liveSince !== null
  useEffect(() => {
    if (!runs) return
    const timer = setInterval(() => setNow(deskNow()), 1000)
    return () => clearInterval(timer)
  }, [runs])
  const since = liveSince === null ? 0 : (now.getTime() - liveSince.getTime()) / 1000
  return elapsedText(talkedSeconds + Math.max(0, since))
}
