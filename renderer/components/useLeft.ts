import { useEffect, useState } from 'react'
import type { SummaryItem } from './ErrorSummary'

const nothing: ReadonlySet<string> = new Set()

let pressed = false
if (typeof window !== 'undefined') {
  window.addEventListener(
    'pointerdown',
    () => {
      pressed = true
    },
    { capture: true },
  )
  for (const end of ['pointerup', 'pointercancel'])
    window.addEventListener(
      end,
      () => {
        pressed = false
      },
      { capture: true },
    )
}

/**
 * Does something at once, or, while a button of the mouse is down, after the click: what appears under a field that is left
 * by a press would move the button that is being pressed, and the press would come to nothing.
 */
function afterPress(act: () => void) {
  if (pressed) window.addEventListener('pointerup', () => setTimeout(act), { once: true })
  else act()
}

/**
 * Which of the fields that are wrong are called so: those that have been left, and those that stopped a try to save, until
 * they are right. `found` is everything that is wrong now; `items` is what the summary lists.
 */
export function useLeft(found: readonly SummaryItem[]) {
  const [left, setLeft] = useState(nothing)
  const [stopped, setStopped] = useState(nothing)
  const [attempt, setAttempt] = useState(0)
  const items = found.filter(({ id }) => stopped.has(id))
  // What has been put right must not come back into the summary, and take the focus, while somebody types.
  useEffect(() => {
    if (items.length < stopped.size) setStopped(new Set(items.map(({ id }) => id)))
  }, [items, stopped])
  return {
    attempt,
    items,
    isLeft: (id: string) => left.has(id) || stopped.has(id),
    leave: (id: string) => afterPress(() => setLeft((before) => new Set([...before, id]))),
    /** Notes a try to save; true when nothing is wrong. */
    tried: () => {
      setAttempt((tries) => tries + 1)
      setStopped(new Set(found.map(({ id }) => id)))
      return found.length === 0
    },
  }
}
