import { useCallback, useEffect, useRef, useState } from 'react'
import { useHashLocation } from 'wouter/use-hash-location'
import { hostKind } from '../../app/client'

/**
 * Holds the page while something is under way that leaving would break off: the address stays, and `asking` is true until
 * the person has chosen to `stay` or to `leave`.
 */
export function useLeaveGuard(active: boolean) {
  const [, navigate] = useHashLocation()
  const [target, setTarget] = useState<string | null>(null)
  const letGo = useRef(false)

  useEffect(() => {
    if (!active) {
      setTarget(null)
      return
    }
    letGo.current = false
    const here = location.hash
    const hold = (event: Event) => {
      const there = location.hash
      if (there === here || letGo.current) return
      // Behind the lock nobody leaves but somebody else comes, and they begin elsewhere.
      if (document.getElementById('main')?.closest('[inert]') !== null) return
      // Before the router hears of it: it never learns that the address was another for a moment.
      event.stopImmediatePropagation()
      history.replaceState(null, '', here)
      setTarget(there)
    }
    const holdWindow = (event: BeforeUnloadEvent) => event.preventDefault()
    // Going back tells of itself with popstate first, and the router may look at the address before hashchange comes.
    addEventListener('popstate', hold, { capture: true })
    addEventListener('hashchange', hold, { capture: true })
    // Electron would refuse to close without saying why, so only a browser asks.
    if (hostKind === 'web') addEventListener('beforeunload', holdWindow)
    return () => {
      removeEventListener('popstate', hold, { capture: true })
      removeEventListener('hashchange', hold, { capture: true })
      removeEventListener('beforeunload', holdWindow)
    }
  }, [active])

  return {
    asking: active && target !== null,
    stay: useCallback(() => setTarget(null), []),
    /** Goes where the person wanted to; what is under way is given up as its page is left. */
    leave: useCallback(() => {
      letGo.current = true
      if (target !== null) navigate(target.replace(/^#/, ''))
    }, [target, navigate]),
  }
}
