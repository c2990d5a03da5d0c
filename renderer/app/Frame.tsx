import Box from '@mui/material/Box'
import { useEffect, useRef } from 'react'
import { IdleWarning } from '../features/system/IdleWarning'
import { LockScreen } from '../features/system/LockScreen'
import { useChanges } from './changes'
import { Pages } from './Pages'
import { useSession } from './session'
import { pauseShortcuts } from './shortcuts'
import { layersId } from './theme'
import { useIdleLock } from './useIdleLock'

/** The pages of the person who is signed in, and the lock before them: locked pages stay, unseen and out of reach. */
export function Frame() {
  const session = useSession()
  const { locked } = session
  const warning = useIdleLock(session)
  const everOpen = useRef(false)
  everOpen.current ||= !locked
  useChanges(!locked)

  useEffect(() => {
    pauseShortcuts(locked)
    return () => pauseShortcuts(false)
  }, [locked])

  const wasLocked = useRef(locked)
  const lastFocus = useRef<Element | null>(null)
  useEffect(() => {
    if (wasLocked.current && !locked && lastFocus.current instanceof HTMLElement) lastFocus.current.focus()
    wasLocked.current = locked
  }, [locked])

  return (
    <>
      {everOpen.current && (
        <Box
          inert={locked}
          aria-hidden={locked || undefined}
          onFocusCapture={({ target }) => {
            lastFocus.current = target
          }}
          sx={{ display: locked ? 'none' : 'block' }}
        >
          <Pages />
          <div id={layersId} />
        </Box>
      )}
      {warning !== null && !locked && <IdleWarning locksAt={warning} />}
      {locked && <LockScreen session={session} />}
    </>
  )
}
