import Box from '@mui/material/Box'
import { useSyncExternalStore } from 'react'
import { visuallyHidden } from '../app/theme'

let text = ''
let turn = 0
const listeners = new Set<() => void>()

/** Says something to those who listen to the page: a result, a number of hits, that something was saved. */
export function announce(message: string) {
  turn += 1
  // The same words twice are read twice only when the text differs; a no-break space is not heard.
  text = turn % 2 === 0 ? message : `${message}\u00a0`
  for (const listener of listeners) listener()
}

/** The one polite live region of the page; it is there from the start, or nothing would be read. */
export function LiveRegion() {
  const now = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => text,
  )
  return (
    <Box role="status" aria-live="polite" sx={visuallyHidden}>
      {now}
    </Box>
  )
}
