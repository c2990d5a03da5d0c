import { and, eq, type SQL } from 'drizzle-orm'
import { type Call, named } from '../access/procedure'
import type { Tables } from '../store/schema'
import type { Db, Tx } from '../store/store'

export type CallRow = Tables['call']['$inferSelect']

/** A call with who was called for, and who has it. */
export interface CallOf {
  readonly call: CallRow
  readonly resident: Tables['resident']['$inferSelect'] | null
  readonly by: string
}

/** Calls with what is told of them; to be ordered. */
export function selectCalls(db: Db, { call, resident, staff }: Tables, which: SQL | undefined) {
  return db
    .select({ call, resident, by: staff.name })
    .from(call)
    .leftJoin(resident, eq(resident.id, call.residentId))
    .innerJoin(staff, eq(staff.id, call.staffId))
    .where(which)
    .$dynamic()
}

/** One call by its id. Throws NOT_FOUND. */
export async function callById(db: Db, tables: Tables, id: string): Promise<CallOf> {
  const [found] = await selectCalls(db, tables, eq(tables.call.id, id))
  if (!found) throw named('NOT_FOUND')
  return found
}

/** A call that is still as the page read it; NOT_FOUND or CHANGED_MEANWHILE otherwise. */
export async function sameCall(
  tx: Tx,
  context: Call,
  which: { readonly id: string; readonly version: number },
): Promise<CallOf> {
  const of = await callById(tx.db, context.parts.store.tables, which.id)
  if (of.call.version !== which.version) throw named('CHANGED_MEANWHILE')
  return of
}

/** Changes a call that is still as it was read. CHANGED_MEANWHILE when another desk was first. */
export async function changeCall(
  tx: Tx,
  context: Call,
  row: CallRow,
  change: Partial<CallRow>,
): Promise<void> {
  const { call } = context.parts.store.tables
  const changed = await tx.db
    .update(call)
    .set({ ...change, version: row.version + 1 })
    .where(and(eq(call.id, row.id), eq(call.version, row.version)))
    .returning({ id: call.id })
  if (changed.length !== 1) throw named('CHANGED_MEANWHILE')
  tx.changed('call', row.id)
}

/** What stops the clock of a call: it is live no more. */
export function stopped(
  row: CallRow,
  now: Date,
): Pick<CallRow, 'liveStaffId' | 'liveSince' | 'talkedSeconds'> {
  const passed = row.liveSince === null ? 0 : Math.max(0, now.getTime() - row.liveSince.getTime())
  return {
    liveStaffId: null,
    liveSince: null,
    talkedSeconds: row.talkedSeconds + Math.round(passed / 1000),
  }
}
