import { useCallback, useEffect, useRef, useState } from 'react'
import type { Session } from '#shared/contract/staff'
import { api, client } from './client'
import { tellDraftsNow } from './drafts'
import { queryClient } from './queryClient'
import { takeSession } from './session'
import { deskNow } from './useNow'

const longestPauseMs = 60_000
const warningMs = 60_000

let telling: Promise<unknown> | undefined

/** Locks the desk now. What was typed stays in the page, hidden, even when the desk does not answer. */
export function lockNow() {
  const session = queryClient.getQueryData(api.staff.session.queryKey())
  if (session) takeSession({ ...session, locked: true })
  telling = tellDraftsNow()
    .then(() => client.staff.lock())
    .catch(() => undefined)
}

/** Once the desk has heard of the last lock: a password typed at once would otherwise open the page before the lock comes. */
export const lockIsTold = () => telling

const sayHere = async () => {
  const session = await client.staff.stillHere().catch(() => undefined)
  if (session) takeSession(session)
}

/**
 * Tells the desk that somebody is there, at most once a minute, and warns before it locks itself (WCAG 2.2.1).
 * Gives the instant of the lock while the warning should be shown, otherwise null; any key press answers it.
 */
export function useIdleLock(session: Session): Date | null {
  const [warning, setWarning] = useState<Date | null>(null)
  const lastTold = useRef(Date.now())
  const lastSeen = useRef(0)
  const active = !session.locked

  const tell = useCallback(() => {
    lastTold.current = Date.now()
    setWarning(null)
    return sayHere()
  }, [])

  const locksAt = session.locksAt.getTime()
  useEffect(() => {
    if (!active) {
      setWarning(null)
      return
    }
    const left = Math.max(0, locksAt - deskNow().getTime())
    // A lock after one or two minutes still leaves time to work before each warning.
    const warnBefore = Math.min(warningMs, left / 2)
    const pause = Math.min(longestPauseMs, left / 3)

    const seen = () => {
      lastSeen.current = Date.now()
      if (Date.now() - lastTold.current >= pause) void tell()
    }
    const warn = async () => {
      if (lastSeen.current > lastTold.current) return void tell()
      // Other calls have put the lock off without the page knowing; the desk knows.
      const told = await queryClient
        .fetchQuery(api.staff.session.queryOptions({ staleTime: 0, retry: false }))
        .catch(() => undefined)
      const stillDue =
        told === undefined || (told !== null && !told.locked && told.locksAt.getTime() <= locksAt + 1_000)
      if (stillDue) setWarning(new Date(locksAt))
    }
    const warningTimer = setTimeout(() => void warn(), left - warnBefore)
    const lockTimer = setTimeout(lockNow, left)
    window.addEventListener('keydown', seen, true)
    window.addEventListener('pointerdown', seen, true)
    window.addEventListener('wheel', seen, { capture: true, passive: true })
    return () => {
      clearTimeout(warningTimer)
      clearTimeout(lockTimer)
      window.removeEventListener('keydown', seen, true)
      window.removeEventListener('pointerdown', seen, true)
      window.removeEventListener('wheel', seen, true)
    }
  }, [active, locksAt, tell])

  useEffect(() => {
    if (warning === null) return
    const answer = () => void tell()
    window.addEventListener('keydown', answer, true)
    window.addEventListener('pointerdown', answer, true)
    return () => {
      window.removeEventListener('keydown', answer, true)
      window.removeEventListener('pointerdown', answer, true)
    }
  }, [warning, tell])

  return warning
}
