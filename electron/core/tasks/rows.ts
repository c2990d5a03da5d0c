import { eq, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { named } from '../access/procedure'
import type { Tables } from '../store/schema'
import type { Db } from '../store/store'

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
