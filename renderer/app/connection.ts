import { ORPCError } from '@orpc/client'
import { useSyncExternalStore } from 'react'
import type { DatabaseState } from '#shared/contract/database'
import { NotLaunched, Unreachable } from './unreachable'
import { deskNow, noteClockAhead } from './useNow'

/**
 * What does not answer: the program's core (`desk`), a program that knows this window (`launch`: it was started anew), its
 * database, or a database that cannot be opened (`closed`). Since when, by the desk's clock.
 */
export interface Loss {
  readonly of: 'desk' | 'launch' | 'database' | 'closed'
  readonly since: Date
  /** Why a database cannot be opened, where that is known. */
  readonly problem?: DatabaseState['problem']
}

let loss: Loss | null = null
/** How far this computer's clock is ahead of the database's; null when they are one. Milliseconds. */
let clockAheadMs: number | null = null
const listeners = new Set<() => void>()

function tell() {
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

function set(next: Loss | null) {
  const same =
    loss?.of === next?.of &&
    loss?.since.getTime() === next?.since.getTime() &&
    loss?.problem === next?.problem
  if (same) return
  loss = next
  tell()
}

const isOfDatabase = (each: Loss | null) => each?.of === 'database' || each?.of === 'closed'

function lossIn(error: unknown): 'desk' | 'launch' | 'database' | null {
  if (error instanceof Unreachable) return 'desk'
  if (error instanceof NotLaunched) return 'launch'
  const lost = error instanceof ORPCError && ['DATABASE_LOST', 'STORE_FAILED'].includes(error.code)
  return lost ? 'database' : null
}

/** Notes how a call ended (null: whole). Any answer says that the desk is there; of its database only its status does. */
export function noteAnswer(error: unknown) {
  const of = lossIn(error)
  if (of === null) {
    if (!isOfDatabase(loss)) set(null)
  } else if (of !== 'database' || !isOfDatabase(loss)) {
    set({ of, since: loss?.since ?? deskNow() })
  }
}

/** Notes what the desk says of its database. */
export function noteStatus({ database }: { readonly database: DatabaseState }) {
  // A database that is not open has no clock to compare with: what it said before still holds.
  if (database.state !== 'closed') {
    noteClockAhead(database.clockAheadMs ?? 0)
    if (clockAheadMs !== database.clockAheadMs) {
      clockAheadMs = database.clockAheadMs
      tell()
    }
  }
  if (database.state === 'ready') return set(null)
  const since = database.since ?? loss?.since ?? deskNow()
  set(
    database.state === 'closed'
      ? { of: 'closed', since, problem: database.problem }
      : { of: 'database', since },
  )
}

/** What is lost now; null while everything answers. For reading once, outside rendering. */
export const readLoss = (): Loss | null => loss

/** What is lost and since when; null while everything answers. */
export const useLoss = (): Loss | null => useSyncExternalStore(subscribe, readLoss)

/** How far this computer's clock is ahead of the database's, milliseconds; null when they are one. */
export const useClockAhead = (): number | null => useSyncExternalStore(subscribe, () => clockAheadMs)
