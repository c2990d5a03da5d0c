import { uuidv7 } from 'uuidv7'
import type { TaskEventWhat, TaskKind, TaskOwner, WaitsFor } from '#shared/contract/tasks'
import { accept, type Result, refuse } from '#shared/rules/result'
import { dueAfter } from '#shared/rules/workingHours'
import { type Call, signedIn } from '../access/procedure'
import { recordEvent } from '../residents/timeline'
import type { Json } from '../store/schema'
import type { Tx } from '../store/store'
import { ownerColumns } from './owners'
import type { TaskRow } from './rows'
import { readWorkingWorld } from './world'

/** What a new task is about. `owner` null: whoever makes it. */
export interface NewTask {
  readonly kind: TaskKind
  readonly subject: string
  readonly body: string
  readonly owner: TaskOwner | null
  readonly residentId: string | null
  readonly leaseId?: string | null
  readonly callId?: string | null
  readonly defectId?: string | null
  readonly doorOpeningId?: string | null
  readonly waitsFor?: WaitsFor
}

/** Writes down what was done with a task. */
export async function noteTask(
  tx: Tx,
  call: Call,
  taskId: string,
  what: TaskEventWhat,
  detail: Record<string, Json>,
): Promise<void> {
  await tx.db.insert(call.parts.store.tables.taskEvent).values({
    id: uuidv7(),
    taskId,
    at: call.now,
    staffId: signedIn(call).staffId,
    what,
    detail,
  })
  tx.changed('task', taskId)
}

/** Tells the resident's timeline of a task that is about them. */
export async function tellTimeline(
  tx: Tx,
  call: Call,
  task: Pick<TaskRow, 'id' | 'residentId' | 'kind' | 'subject'>,
  what: 'made' | 'done' | 'cancelled' | 'reopened',
  more: Record<string, Json>,
): Promise<void> {
  if (task.residentId === null) return
  await recordEvent(tx, call.parts.store.tables, {
    residentId: task.residentId,
    at: call.now,
    by: signedIn(call),
    kind: 'task',
    detail: { what, taskId: task.id, kind: task.kind, subject: task.subject, ...more },
  })
}

/** Makes a task in the caller's transaction, with the deadline of its kind and why. Gives the row. */
export async function makeTask(
  tx: Tx,
  call: Call,
  given: NewTask,
): Promise<Result<TaskRow, 'ownerUnknown' | 'subjectRequired'>> {
  const { tables } = call.parts.store
  const me = signedIn(call).staffId
  if (given.subject === '') return refuse('subjectRequired')
  const owner = await ownerColumns(tx.db, tables, given.owner ?? { kind: 'person', staffId: me })
  if (!owner.ok) return owner
  const { dueAt, because } = dueAfter(given.kind, call.now, await readWorkingWorld(tx.db, tables))
  const row: TaskRow = {
    id: uuidv7(),
    kind: given.kind,
    state: given.waitsFor ? 'waiting' : 'open',
    subject: given.subject,
    body: given.body,
    residentId: given.residentId,
    leaseId: given.leaseId ?? null,
    callId: given.callId ?? null,
    defectId: given.defectId ?? null,
    doorOpeningId: given.doorOpeningId ?? null,
    ...owner.value,
    waitsFor: given.waitsFor ?? null,
    dueAt,
    because,
    madeAt: call.now,
    madeBy: me,
    endedAt: null,
    endedBy: null,
    endNote: null,
    version: 1,
  }
  await tx.insertMany(tables.task, [row])
  await noteTask(tx, call, row.id, 'made', {})
  await tellTimeline(tx, call, row, 'made', { dueAt: dueAt.toISOString() })
  return accept(row)
}
