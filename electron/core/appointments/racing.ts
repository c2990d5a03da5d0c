import type { Wanted } from '#shared/rules/slots'
import type { Call } from '../access/procedure'
import { isStoreProblem } from '../store/errors'
import type { Tx } from '../store/store'
import { type TimeSought, tooLate } from './place'

/**
 * A desk that is free is looked for again so often when another clerk takes the one that was found. Each time one more desk
 * is gone, and there are no more than so many.
 */
const tries = 50

/** Somebody else has the time. Thrown inside the unit of work, so that nothing of it stays. */
export class Taken extends Error {}

/**
 * Books or moves in one unit of work. When another desk takes the time first, the next free desk of the same time is
 * tried; when there is none, `taken` says who took it and what is free next.
 */
export async function orTaken<Value>(
  call: Call,
  wanted: Wanted,
  sought: TimeSought,
  work: (tx: Tx) => Promise<Value>,
  taken: (data: Awaited<ReturnType<typeof tooLate>>) => Error,
): Promise<Value> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await call.write(work)
    } catch (error) {
      const lost = isStoreProblem(error, 'unique')
      if (!lost && !(error instanceof Taken)) throw error
      if (lost && sought.lane === null && tried < tries) continue
      throw taken(await tooLate(call, wanted, sought))
    }
  }
}
