import { setImmediate } from 'node:timers/promises'
import type { ImportFile } from '#shared/contract/register'
import type { Step } from './readRegister'

/** How far a long piece of work has come, as the page is told. */
export interface Progress {
  readonly type: 'progress'
  readonly stage: 'generating' | 'reading' | 'comparing' | 'writing' | 'indexing'
  readonly file: ImportFile | null
  readonly done: number
  readonly total: number
}

/** The page stopped listening: the work is given up. */
export class Cancelled extends Error {}

/** The page is told of each stage at once, and within it so often at most, in milliseconds; more would only cost time. */
const tellEvery = 60

/** So many rows are gone through at a time: a few milliseconds' work. */
const rowsAtATime = 5000

/** Does something quick with every row, and lets others have their turn in between. */
export async function inTurns<Row>(rows: Iterable<Row>, work: (row: Row) => void): Promise<void> {
  let done = 0
  for (const row of rows) {
    work(row)
    done += 1
    if (done % rowsAtATime === 0) await setImmediate()
  }
}

/**
 * Runs a long piece of work and tells its progress as a stream that ends with the work's result. Ending the stream early
 * cancels: the next step of the work throws Cancelled, and what it was in the middle of is rolled back.
 */
export async function* withProgress<Result>(
  work: (stepIn: (stage: Progress['stage']) => Step) => Promise<Result>,
): AsyncGenerator<Progress, Result> {
  let cancelled = false
  let latest: Progress | null = null
  let wake: () => void = () => undefined
  let told = 0
  let stage: Progress['stage'] | null = null
  const stepIn =
    (of: Progress['stage']): Step =>
    async (file, done, total) => {
      if (cancelled) throw new Cancelled()
      latest = { type: 'progress', stage: of, file, done, total }
      wake()
      await setImmediate()
    }
  let finished = false
  const running = work(stepIn).finally(() => {
    finished = true
    wake()
  })
  // Whoever ends the stream early is not told how the work ended.
  running.catch(() => undefined)
  try {
    while (!finished) {
      await new Promise<void>((resolve) => {
        wake = resolve
        if (finished || latest) resolve()
      })
      // Set by the work meanwhile, which the compiler does not see.
      const progress = latest as Progress | null
      latest = null
      if (progress && (progress.stage !== stage || Date.now() - told >= tellEvery)) {
        told = Date.now()
        stage = progress.stage
        yield progress
      }
    }
    return await running
  } finally {
    cancelled = true
    await running.catch(() => undefined)
  }
}
