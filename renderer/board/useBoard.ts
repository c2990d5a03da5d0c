import { useEffect, useState } from 'react'
import { client } from '../app/client'
import { NotLaunched } from '../app/unreachable'
import type { BoardCall } from './calls'

/** What the desk tells the board. */
export interface BoardNow {
  readonly called: readonly BoardCall[]
  readonly waiting: number
  /** The program's clock. */
  readonly now: Date
}

export interface BoardState {
  /** The last that was told; null until something has been. */
  readonly shown: BoardNow | null
  /** `connection`: nothing is heard, and what is shown may be old. `launch`: this browser was not opened by the program. */
  readonly lost: 'connection' | 'launch' | null
  /** Since when, by the program's clock. */
  readonly since: Date | null
}

const firstWaitMs = 500
const longestWaitMs = 2_000
/** A connection that comes back sooner is not worth a word. */
const patienceMs = 3_000

/** Listens to the desk until the signal; a connection that ends is made again. */
async function listen(
  signal: AbortSignal,
  onTold: (now: BoardNow) => void,
  onLost: (of: 'connection' | 'launch') => void,
) {
  let wait = firstWaitMs
  while (!signal.aborted) {
    let of: 'connection' | 'launch' = 'connection'
    try {
      for await (const told of await client.visits.board(undefined, { signal })) {
        wait = firstWaitMs
        onTold(told)
      }
    } catch (error) {
      if (error instanceof NotLaunched) of = 'launch'
    }
    if (signal.aborted) return
    onLost(of)
    await new Promise((done) => setTimeout(done, wait))
    wait = Math.min(wait * 2, longestWaitMs)
  }
}

/** What the board shows now, and whether it can still be believed. */
export function useBoard(): BoardState {
  const [state, setState] = useState<BoardState>({ shown: null, lost: null, since: null })
  useEffect(() => {
    const ending = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    let ahead = 0
    let since: Date | null = null
    void listen(
      ending.signal,
      (shown) => {
        clearTimeout(timer)
        timer = undefined
        ahead = Date.now() - shown.now.getTime()
        since = null
        setState({ shown, lost: null, since })
      },
      (lost) => {
        since ??= new Date(Date.now() - ahead)
        const say = () => setState(({ shown }) => ({ shown, lost, since }))
        if (lost === 'launch') say()
        else timer ??= setTimeout(say, patienceMs)
      },
    )
    return () => {
      ending.abort()
      clearTimeout(timer)
    }
  }, [])
  return state
}
