import { asc, eq } from 'drizzle-orm'
import type { TaskPage, TaskSummary } from '#shared/contract/tasks'
import { contactPoints } from '#shared/rules/facts'
import { readSmtp } from '../outbox/settings'
import type { Tables } from '../store/schema'
import type { Db } from '../store/store'
import { messageNow } from './handOff'
import { ownerOf } from './owners'
import { isTaskOver, type TaskOf, type TaskRow, taskById } from './rows'
import { homeOf, latestMessage, managerEmailOf } from './tell'

/** Whether a task's time is past and it is not done. */
export const isLate = ({ state, dueAt }: Pick<TaskRow, 'state' | 'dueAt'>, now: Date): boolean =>
  (state === 'open' || state === 'waiting') && dueAt < now

/** A task as lists show it. */
export function taskSummary({ task, resident, ownerName, madeBy }: TaskOf, now: Date): TaskSummary {
  const { id, version, kind, state, subject, residentId, waitsFor, dueAt, because, madeAt } = task
  return {
    ...{ id, version, kind, state, subject, residentId, waitsFor, dueAt, madeAt, madeBy },
    residentName: resident ? `${resident.firstNames} ${resident.lastName}` : '',
    owner: ownerOf(task),
    ownerName: ownerName ?? '',
    because: [...because],
    late: isLate(task, now),
  }
}

async function messageOf(db: Db, tables: Tables, task: TaskRow): Promise<TaskPage['message']> {
  if (task.kind !== 'buildingManager') return null
  // That it is not needed any more is said when it is over.
  const message = isTaskOver(task)
    ? await latestMessage(db, tables, task.id)
    : await messageNow(db, tables, task.id)
  const state = message?.state ?? 'noAddress'
  const idle = state === 'noAddress' || state === 'dropped'
  return {
    id: message?.id ?? null,
    state,
    problem: message?.problem ?? null,
    sendable: idle && !isTaskOver(task) && (await managerEmailOf(db, tables, task)) !== null,
    mailConfigured: (await readSmtp(db, tables)) !== null,
  }
}

async function endingOf(db: Db, { staff }: Tables, task: TaskRow): Promise<TaskPage['ended']> {
  const { endedAt, endedBy, endNote } = task
  if (endedAt === null || endedBy === null) return null
  const [by] = await db.select({ name: staff.name }).from(staff).where(eq(staff.id, endedBy))
  return { at: endedAt, by: by?.name ?? '', note: endNote ?? '' }
}

/** One task with everything that is told of it. Throws NOT_FOUND. */
export async function taskView(
  db: Db,
  tables: Tables,
  id: string,
  now: Date,
): Promise<{ residentId: string | null; task: TaskPage }> {
  const { taskEvent, staff } = tables
  const of = await taskById(db, tables, id)
  const { task } = of
  const events = await db
    .select({ event: taskEvent, by: staff.name })
    .from(taskEvent)
    .innerJoin(staff, eq(staff.id, taskEvent.staffId))
    .where(eq(taskEvent.taskId, id))
    .orderBy(asc(taskEvent.at), asc(taskEvent.id))
  const { residentId, body, callId, defectId, doorOpeningId } = task
  const page: TaskPage = {
    ...taskSummary(of, now),
    ...{ body, callId, defectId, doorOpeningId },
    transferTo: task.kind === 'asOy' ? contactPoints.asOy.phone : null,
    leaseNo: (await homeOf(db, tables, task))?.leaseNo ?? null,
    message: await messageOf(db, tables, task),
    ended: await endingOf(db, tables, task),
    events: events.map(({ event: { at, what, detail }, by }) => ({
      at,
      by,
      what,
      detail: structuredClone(detail) as TaskPage['events'][number]['detail'],
    })),
  }
  return { residentId, task: page }
}
