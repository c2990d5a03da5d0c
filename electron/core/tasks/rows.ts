import { and, eq, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { type Call, named } from '../access/procedure'
import type { Tables } from '../store/schema'
import type { Db, Tx } from '../store/store'

export type TaskRow = Tables['task']['$inferSelect']

/** A task with whose matter it is, who has it and who made it. */
export interface TaskOf {
  readonly task: TaskRow
  readonly resident: Tables['resident']['$inferSelect'] | null
  /** Null when a team has it. */
  readonly ownerName: string | null
  readonly madeBy: string
}

/** Whether nothing is to be done any more. */
export const isTaskOver = ({ state }: Pick<TaskRow, 'state'>): boolean =>
  state === 'done' || state === 'cancelled'

/** Tasks with what is told of them; to be ordered. */
export function selectTasks(db: Db, tables: Tables, which: SQL | undefined) {
  const { task, resident, staff } = tables
  const owner = alias(staff, 'owner')
  return db
    .select({ task, resident, ownerName: owner.name, madeBy: staff.name })
    .from(task)
    .leftJoin(resident, eq(resident.id, task.residentId))
    .leftJoin(owner, eq(owner.id, task.ownerStaffId))
    .innerJoin(staff, eq(staff.id, task.madeBy))
    .where(which)
    .$dynamic()
}

/** One task by its id. Throws NOT_FOUND. */
export async function taskById(db: Db, tables: Tables, id: string): Promise<TaskOf> {
  const [found] = await selectTasks(db, tables, eq(tables.task.id, id))
  if (!found) throw named('NOT_FOUND')
  return found
}

/** A task that is still as the page read it; NOT_FOUND or CHANGED_MEANWHILE otherwise. */
export async function sameTask(
  tx: Tx,
  call: Call,
  which: { readonly id: string; readonly version: number },
): Promise<TaskOf> {
  const of = await taskById(tx.db, call.parts.store.tables, which.id)
  if (of.task.version !== which.version) throw named('CHANGED_MEANWHILE')
  return of
}

/** Changes a task that is still as it was read. CHANGED_MEANWHILE when another desk was first. */
export async function changeTask(tx: Tx, call: Call, row: TaskRow, change: Partial<TaskRow>): Promise<void> {
  const { task } = call.parts.store.tables
  const changed = await tx.db
    .update(task)
    .set({ ...change, version: row.version + 1 })
    .where(and(eq(task.id, row.id), eq(task.version, row.version)))
    .returning({ id: task.id })
  if (changed.length !== 1) throw named('CHANGED_MEANWHILE')
  tx.changed('task', row.id)
}
