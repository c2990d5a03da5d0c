import Box from '@mui/material/Box'
import { Suspense, useEffect, useRef } from 'react'
import { IdleWarning } from '../features/system/IdleWarning'
import { LockScreen } from '../features/system/LockScreen'
import { addPageTexts } from '../i18n/index'
import { useChanges } from './changes'
import { later } from './later'
import { useSession } from './session'
import { pauseShortcuts } from './shortcuts'
import { layersId } from './theme'
import { useIdleLock } from './useIdleLock'

const Shell = later(async () => {
  const [{ Shell }] = await Promise.all([import('./Shell'), addPageTexts()])
  return { default: Shell }
})

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
          {/* The frame comes whole, with its texts and its keys: who sees the program may press one. */}
          <Suspense fallback={null}>
            <Shell />
          </Suspense>
          <div id={layersId} />
        </Box>
      )}
      {warning !== null && !locked && <IdleWarning locksAt={warning} />}
      {locked && <LockScreen session={session} />}
    </>
  )
}
