import { useCallback, useEffect, useRef, useState } from 'react'
import type { Job, Progress } from './progress'
import type { Hands } from './work'

interface Working {
  readonly job: Job
  readonly progress: Progress | null
}

/** How a job ended: with a result, because it was cancelled, or with what the desk refused. */
type Ended<Result> =
  | { readonly how: 'done'; readonly result: Result }
  | { readonly how: 'cancelled' }
  | { readonly how: 'failed'; readonly error: unknown }

/** One long job at a time, with its progress and a way to cancel it. Leaving the page cancels it too. */
export function useJob() {
  const [working, setWorking] = useState<Working | null>(null)
  const [ended, setEnded] = useState<{ readonly job: Job; readonly ended: Ended<unknown> } | null>(null)
  const controller = useRef<AbortController | null>(null)
  const cancel = useCallback(() => controller.current?.abort(), [])
  useEffect(() => cancel, [cancel])

  const run = async <Result>(job: Job, work: (hands: Hands) => Promise<Result>): Promise<Ended<Result>> => {
    cancel()
    const mine = new AbortController()
    controller.current = mine
    setEnded(null)
    setWorking({ job, progress: null })
    const tell = (progress: Progress) => {
      if (!mine.signal.aborted) setWorking({ job, progress })
    }
    let how: Ended<Result>
    try {
      how = { how: 'done', result: await work({ tell, signal: mine.signal }) }
    } catch (error) {
      how = mine.signal.aborted ? { how: 'cancelled' } : { how: 'failed', error }
    }
    if (controller.current === mine) {
      setWorking(null)
      setEnded({ job, ended: how })
    }
    return how
  }

  return {
    working,
    run,
    cancel,
    /** What the latest job was refused for; null otherwise. */
    error: ended?.ended.how === 'failed' ? ended.ended.error : null,
    /** The latest job, if it was refused or broke off. */
    failed: ended?.ended.how === 'failed' ? ended.job : null,
    /** The latest job, if it was cancelled. */
    cancelled: ended?.ended.how === 'cancelled' ? ended.job : null,
    /** Forgets how the latest job ended. */
    forget: useCallback(() => setEnded(null), []),
  }
}
