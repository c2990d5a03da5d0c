import type { KeyboardEvent } from 'react'

/**
 * The row that a key leads to from row `at` of so many: up, down, Home and End. The key is taken then. Undefined for other
 * keys, and with Ctrl, Alt or Meta.
 */
export function rowAfterKey(event: KeyboardEvent, at: number, count: number): number | undefined {
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: count - 1,
  }
  const to = moves[event.key]
  if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) return undefined
  event.preventDefault()
  return Math.max(0, Math.min(count - 1, to))
}
