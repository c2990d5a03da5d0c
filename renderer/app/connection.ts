import { ORPCError } from '@orpc/client'
import { useSyncExternalStore } from 'react'
import { NotLaunched, Unreachable } from './unreachable'

/** What does not answer: the program's core, its database, or a program that knows this window (it was started anew). */
export interface Loss {
  readonly of: 'desk' | 'database' | 'launch'
  readonly since: Date
}

let loss: Loss | null = null
const listeners = new Set<() => void>()

function tell() {
  for (const listener of listeners) listener()
}

function lossIn(error: unknown): Loss['of'] | null {
  if (error instanceof Unreachable) return 'desk'
  if (error instanceof NotLaunched) return 'launch'
  return error instanceof ORPCError && error.code === 'STORE_FAILED' ? 'database' : null
}

/** Notes how a call ended, for the bar that says since when nothing has been saved. */
export function noteAnswer(error: unknown) {
  const of = lossIn(error)
  if (of === null) {
    // Any other error is an answer too; only a call that came back whole says that the database is there.
    if (loss === null || (error !== null && loss.of === 'database')) return
    loss = null
    tell()
  } else if (loss?.of !== of) {
    loss = { of, since: loss?.since ?? new Date() }
    tell()
  }
}

/** What is lost now; null while everything answers. For reading once, outside rendering. */
export const readLoss = (): Loss | null => loss

/** What is lost and since when; null while everything answers. */
export function useLoss(): Loss | null {
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, readLoss)
}
