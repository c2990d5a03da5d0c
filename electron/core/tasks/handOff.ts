import { and, asc, desc, eq, gte, inArray, notExists, sql } from 'drizzle-orm'
import type { Call } from '../access/procedure'
import type { MessageRow } from '../outbox/mail'
import { alreadyTold } from '../outbox/writing'
import type { Tables } from '../store/schema'
import type { Db, Tx } from '../store/store'
import { noteTask } from './making'
import { changeTask, selectTasks, type TaskOf } from './rows'
import { tellManager } from './tell'

/** When a task was last opened: when it was made, or opened again. What was told before says nothing of that. */
const lastOpened = ({ task, taskEvent }: Tables) =>
  sql`coalesce((select max(${taskEvent.at}) from ${taskEvent} where ${taskEvent.taskId} = ${task.id} and ${taskEvent.what} = 'reopened'), ${task.madeAt})`

/** In a query that has the task: the messages that tell its building manager of it, as it was last opened. */
const tellsOfItNow = (tables: Tables) => {
  const { task, outboxMessage } = tables
  return and(
    eq(outboxMessage.taskId, task.id),
    eq(outboxMessage.kind, 'task'),
    gte(outboxMessage.createdAt, lastOpened(tables)),
  )
}

/** The latest e-mail that tells the building manager of a task as it was last opened; null when there is none. */
export async function messageNow(db: Db, tables: Tables, taskId: string): Promise<MessageRow | null> {
  const { task, outboxMessage } = tables
  const [latest] = await db
    .select({ message: outboxMessage })
    .from(outboxMessage)
    .innerJoin(task, eq(task.id, taskId))
    .where(tellsOfItNow(tables))
    .orderBy(desc(outboxMessage.createdAt), desc(outboxMessage.id))
    .limit(1)
  return latest?.message ?? null
}

/** Whether the building manager has been, or is being, told of a task as it was last opened. */
export async function isHandedOff(db: Db, tables: Tables, taskId: string): Promise<boolean> {
  const message = await messageNow(db, tables, taskId)
  return message !== null && message.state !== 'dropped'
}

/** Tells the building manager of a task and writes into its history that it went. False without an address; it then waits. */
export async function tellManagerNow(tx: Tx, call: Call, of: TaskOf): Promise<boolean> {
  const told = await tellManager(tx, call.parts.store.tables, of, 'task', call.now)
  if (told) await noteTask(tx, call, of.task.id, 'sent', {})
  return told
}

/** Hands off the tasks that waited for the address of their building manager and have one now; those that a person dropped stay. */
export async function handOffWaiting(tx: Tx, call: Call): Promise<void> {
  const { tables } = call.parts.store
  const { task } = tables
  const waiting = await selectTasks(
    tx.db,
    tables,
    and(
      eq(task.kind, 'buildingManager'),
      inArray(task.state, ['open', 'waiting']),
      notExists(alreadyTold(tx.db, tables, tellsOfItNow(tables))),
    ),
  ).orderBy(asc(task.madeAt), asc(task.id))
  for (const of of waiting) {
    if (await tellManagerNow(tx, call, of)) await changeTask(tx, call, of.task, {})
  }
}
