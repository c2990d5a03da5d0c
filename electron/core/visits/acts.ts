import { ORPCError } from '@orpc/server'
import { helsinkiDay } from '#shared/rules/localDay'
import { type Result, refuse } from '#shared/rules/result'
import { afterAct, type VisitAct, type VisitState } from '#shared/rules/visitStates'
import { type Call, named } from '../access/procedure'
import { isStoreProblem } from '../store/errors'
import type { Tx } from '../store/store'
import { type VisitRow, visitById, visitView } from './view'

/** More than there can be desks: of those who are in each other's way one gets through each time. */
const tries = 60

/** True when another desk changed first what a unit of work wanted to change. */
export const wasChanged = (error: unknown): boolean =>
  error instanceof ORPCError && error.code === 'CHANGED_MEANWHILE'

/**
 * One unit of work that a unique index, or `also`, may turn down because another desk was first. It is done again from its
 * reading on, in a transaction of its own: on PostgreSQL a statement that failed ends the transaction it is in.
 */
export async function untilFirst<Value>(
  call: Call,
  work: (tx: Tx) => Promise<Value>,
  also: (error: unknown) => boolean = () => false,
): Promise<Value> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await call.write(work)
    } catch (error) {
      if (!isStoreProblem(error, 'unique') && !also(error)) throw error
      if (tried >= tries) throw named('BUSY')
    }
  }
}

/** A visit that is still as the page read it; NOT_FOUND or CHANGED_MEANWHILE otherwise. */
export async function sameVisit(
  tx: Tx,
  call: Call,
  which: { readonly id: string; readonly version: number },
): Promise<VisitRow> {
  const row = await visitById(tx.db, call.parts.store.tables, which.id)
  if (row.version !== which.version) throw named('CHANGED_MEANWHILE')
  return row
}

/** As `afterAct`, for what is done with today's visits only: the number of another day means nothing on the board. */
export const afterActToday = (
  row: VisitRow,
  act: VisitAct,
  now: Date,
): Result<VisitState, 'notPossibleNow'> =>
  row.day === helsinkiDay(now) ? afterAct(row.state, act) : refuse('notPossibleNow')

/** A visit as the procedures answer it. */
export const answer = async (tx: Tx, call: Call, row: VisitRow) => ({
  residentId: row.residentId,
  visit: await visitView(tx.db, call.parts.store.tables, row.id, helsinkiDay(call.now)),
})
