import { desc, eq } from 'drizzle-orm'
import { type TaskToTell, taskMessage } from '../documents/taskContent'
import type { MessageRow } from '../outbox/mail'
import { messageRow, messagesAbout, takeBackMessages, writeMessages } from '../outbox/writing'
import { protectedLeases, streetAddress } from '../residents/homes'
import type { Tables } from '../store/schema'
import type { Db, Tx } from '../store/store'
import type { TaskOf, TaskRow } from './rows'

/** The home of a task with its property; null when it is about none. */
export async function homeOf(db: Db, { lease, apartment, property }: Tables, { leaseId }: TaskRow) {
  if (leaseId === null) return null
  const [home] = await db
    .select({ leaseNo: lease.leaseNo, apartment, property })
    .from(lease)
    .innerJoin(apartment, eq(apartment.id, lease.apartmentId))
    .innerJoin(property, eq(property.id, apartment.propertyId))
    .where(eq(lease.id, leaseId))
  return home ?? null
}

/** Where the building manager of a task's home is written to now; null when the register has no address. */
export const managerEmailOf = async (db: Db, tables: Tables, task: TaskRow): Promise<string | null> =>
  (await homeOf(db, tables, task))?.property.managerEmail || null

/**
 * Writes the e-mail to the building manager of a task's home into the outbox, in the caller's transaction. False when the register
 * has no address of theirs; the task then waits and says so.
 */
export async function tellManager(
  tx: Tx,
  tables: Tables,
  of: TaskOf,
  kind: 'task' | 'taskCancelled',
  now: Date,
): Promise<boolean> {
  const { task, resident } = of
  const home = await homeOf(tx.db, tables, task)
  if (!home || !resident || home.property.managerEmail === '') return false
  const shared = await protectedLeases(tx.db, tables, task.leaseId === null ? [] : [task.leaseId])
  const secret = resident.nonDisclosure || shared.size > 0
  const told: TaskToTell = {
    ...task,
    residentName: `${resident.firstNames} ${resident.lastName}`,
    leaseNo: home.leaseNo,
    address: streetAddress(home),
    madeBy: of.madeBy,
  }
  const { subject, text } = taskMessage(told, kind, secret)
  const row = messageRow({
    about: { taskId: task.id },
    kind,
    recipient: home.property.managerEmail,
    recipientName: home.property.managerName,
    language: 'fi',
    subject,
    text,
    now,
  })
  await writeMessages(tx, tables, [row])
  return true
}

/** Takes back what has not gone out about a task that is over, and tells whether somebody has, or may have, been told of it. */
export const takeBack = (tx: Tx, tables: Tables, taskId: string): Promise<boolean> =>
  takeBackMessages(tx, tables, messagesAbout(tables, { taskId }))

/** The latest e-mail about a task; null when there is none. */
export async function latestMessage(
  db: Db,
  { outboxMessage }: Tables,
  taskId: string,
): Promise<MessageRow | null> {
  const [message] = await db
    .select()
    .from(outboxMessage)
    .where(eq(outboxMessage.taskId, taskId))
    .orderBy(desc(outboxMessage.createdAt), desc(outboxMessage.id))
    .limit(1)
  return message ?? null
}
