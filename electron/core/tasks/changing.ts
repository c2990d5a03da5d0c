import { dueAfter } from '#shared/rules/workingHours'
import { type Call, procedures, signedIn } from '../access/procedure'
import type { Tx } from '../store/store'
import { isHandedOff, tellManagerNow } from './handOff'
import { noteTask, tellTimeline } from './making'
import { ownerColumns } from './owners'
import { changeTask, isTaskOver, sameTask, taskById } from './rows'
import { takeBack, tellManager } from './tell'
import { taskView } from './view'
import { readWorkingWorld } from './world'

const os = procedures.tasks

const view = (tx: Tx, call: Call, id: string) => taskView(tx.db, call.parts.store.tables, id, call.now)

const over = (call: Call, note: string) => ({
  endedAt: call.now,
  endedBy: signedIn(call).staffId,
  endNote: note,
})

/** What is done with a task that there is. */
export const changing = {
  give: os.give.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    return context.write(async (tx) => {
      const { task } = await sameTask(tx, context, input)
      if (isTaskOver(task)) throw errors.REFUSED({ data: { refusal: 'taskOver' } })
      const owner = await ownerColumns(tx.db, tables, input.owner)
      if (!owner.ok) throw errors.REFUSED({ data: { refusal: owner.refusal, field: 'owner' } })
      const { ownerStaffId, ownerTeam } = owner.value
      if (ownerStaffId === task.ownerStaffId && ownerTeam === task.ownerTeam)
        throw errors.REFUSED({ data: { refusal: 'sameOwner', field: 'owner' } })
      await changeTask(tx, context, task, owner.value)
      const given = (await taskById(tx.db, tables, task.id)).ownerName
      await noteTask(tx, context, task.id, 'given', { team: ownerTeam, to: given, note: input.note })
      return view(tx, context, task.id)
    })
  }),

  wait: os.wait.handler(({ input, context, errors }) =>
    context.write(async (tx) => {
      const { task } = await sameTask(tx, context, input)
      if (isTaskOver(task)) throw errors.REFUSED({ data: { refusal: 'taskOver' } })
      const { waitsFor, note } = input
      await changeTask(tx, context, task, { waitsFor, state: waitsFor === null ? 'open' : 'waiting' })
      await noteTask(tx, context, task.id, waitsFor === null ? 'goesOn' : 'waits', { waitsFor, note })
      return view(tx, context, task.id)
    }),
  ),

  note: os.note.handler(({ input, context, errors }) =>
    context.write(async (tx) => {
      const { task } = await sameTask(tx, context, input)
      if (isTaskOver(task)) throw errors.REFUSED({ data: { refusal: 'taskOver' } })
      await changeTask(tx, context, task, {})
      await noteTask(tx, context, task.id, 'noted', { note: input.note })
      return view(tx, context, task.id)
    }),
  ),

  done: os.done.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { note } = input
    return context.write(async (tx) => {
      const { task } = await sameTask(tx, context, input)
      if (isTaskOver(task)) throw errors.REFUSED({ data: { refusal: 'taskOver' } })
      await changeTask(tx, context, task, { state: 'done', waitsFor: null, ...over(context, note) })
      await takeBack(tx, tables, task.id)
      await noteTask(tx, context, task.id, 'done', { note })
      await tellTimeline(tx, context, task, 'done', { note })
      return view(tx, context, task.id)
    })
  }),

  cancel: os.cancel.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { note } = input
    if (note === '') throw errors.REFUSED({ data: { refusal: 'noteRequired', field: 'note' } })
    return context.write(async (tx) => {
      const of = await sameTask(tx, context, input)
      const { task } = of
      if (isTaskOver(task)) throw errors.REFUSED({ data: { refusal: 'taskOver' } })
      await changeTask(tx, context, task, { state: 'cancelled', waitsFor: null, ...over(context, note) })
      const told = await takeBack(tx, tables, task.id)
      if (told) await tellManager(tx, tables, of, 'taskCancelled', context.now)
      await noteTask(tx, context, task.id, 'cancelled', { note })
      await tellTimeline(tx, context, task, 'cancelled', { note })
      return view(tx, context, task.id)
    })
  }),

  reopen: os.reopen.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { note } = input
    return context.write(async (tx) => {
      const of = await sameTask(tx, context, input)
      const { task } = of
      if (!isTaskOver(task)) throw errors.REFUSED({ data: { refusal: 'taskOpen' } })
      const { dueAt, because } = dueAfter(task.kind, context.now, await readWorkingWorld(tx.db, tables))
      const again = { dueAt, because, endedAt: null, endedBy: null, endNote: null }
      const ofManager = task.kind === 'buildingManager'
      await changeTask(tx, context, task, {
        ...again,
        ...(ofManager ? { state: 'waiting', waitsFor: 'buildingManager' } : { state: 'open' }),
      })
      await noteTask(tx, context, task.id, 'reopened', { note })
      // The building manager hears of it anew.
      const opened = { ...of, task: { ...task, dueAt } }
      if (ofManager) await tellManagerNow(tx, context, opened)
      await tellTimeline(tx, context, task, 'reopened', { note })
      return view(tx, context, task.id)
    })
  }),

  handOff: os.handOff.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    return context.write(async (tx) => {
      const of = await sameTask(tx, context, input)
      const { task } = of
      if (isTaskOver(task)) throw errors.REFUSED({ data: { refusal: 'taskOver' } })
      if (task.kind !== 'buildingManager') throw errors.REFUSED({ data: { refusal: 'notForManager' } })
      if (await isHandedOff(tx.db, tables, task.id))
        throw errors.REFUSED({ data: { refusal: 'alreadyHandedOff' } })
      // Of two desks that press at once, one is first; the other reads it again.
      await changeTask(tx, context, task, {})
      if (!(await tellManagerNow(tx, context, of)))
        throw errors.REFUSED({ data: { refusal: 'noManagersAddress' } })
      return view(tx, context, task.id)
    })
  }),
}
