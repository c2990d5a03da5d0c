import { useEffect, useRef } from 'react'
import { deskNow } from '../../app/useNow'

/** A timer takes no longer time. Milliseconds. */
const longest = 2 ** 31 - 1

/** Does something again once a moment has come, by the desk's clock: the number to call changes as the line closes. */
export function useAgainAt(moment: Date | null | undefined, again: () => void) {
  const latest = useRef(again)
  useEffect(() => {
    latest.current = again
  })
  const at = moment?.getTime()
  useEffect(() => {
    if (at === undefined) return
    const waits = Math.min(longest, Math.max(0, at - deskNow().getTime()) + 500)
    const timer = setTimeout(() => latest.current(), waits)
    return () => clearTimeout(timer)
  }, [at])
}
