import { desc, eq } from 'drizzle-orm'
import { helsinkiDay } from '#shared/rules/localDay'
import { dueAfter, isWorkingTime } from '#shared/rules/workingHours'
import { type Call, named, procedures, signedIn } from '../access/procedure'
import { homeOnLease } from '../mandates/grantor'
import { residentById } from '../residents/page'
import type { Db } from '../store/store'
import { changing } from './changing'
import { tellManagerNow } from './handOff'
import { countTasks, listsFor, taskPage } from './lists'
import { makeTask } from './making'
import { possibleOwners } from './owners'
import { selectTasks, taskById } from './rows'
import { readTaskSettings, weekProblem, writeTaskSettings } from './settings'
import { taskSummary, taskView } from './view'
import { readWorkingWorld } from './world'

const os = procedures.tasks

/** So many of a resident's tasks are shown. */
const mostOfResident = 100

/** The call that a task comes from; NOT_FOUND when there is none. */
async function mustExist(db: Db, call: Call, callId: string | null): Promise<void> {
  if (callId === null) return
  const { call: calls } = call.parts.store.tables
  const [found] = await db.select({ id: calls.id }).from(calls).where(eq(calls.id, callId))
  if (!found) throw named('NOT_FOUND')
}

/** A resident's lease by its number; null when it is not theirs. */
const leaseIdOf = async (db: Db, call: Call, residentId: string, leaseNo: string) =>
  (await homeOnLease(db, call.parts.store.tables, residentId, leaseNo, helsinkiDay(call.now)))?.leaseId ??
  null

/** Tasks: what somebody has to do by a time. */
export const taskProcedures = os.router({
  ...changing,

  list: os.list.handler(({ input, context }) => {
    const { tables } = context.parts.store
    const { now } = context
    const me = signedIn(context)
    const { show, team, page } = input
    return context.read(async (db) => {
      const lists = listsFor(tables, me, now, team)
      const own = listsFor(tables, me, now)
      const found = await taskPage(db, tables, lists[show], show === 'over', page)
      const late = await countTasks(db, tables, own.late)
      const workingTime = isWorkingTime(now, await readWorkingWorld(db, tables))
      return {
        now,
        tasks: found.map((of) => taskSummary(of, now)),
        total: await countTasks(db, tables, lists[show]),
        counts: {
          mine: await countTasks(db, tables, own.mine),
          team: await countTasks(db, tables, own.team),
          late,
          waiting: await countTasks(db, tables, own.waiting),
        },
        alerts: workingTime ? late : 0,
        workingTime,
      }
    })
  }),

  ofResident: os.ofResident.handler(({ input, context }) => {
    const { tables } = context.parts.store
    return context.read(async (db) => {
      const { id } = await residentById(db, tables, input.residentId)
      const found = await selectTasks(db, tables, eq(tables.task.residentId, id))
        .orderBy(desc(tables.task.madeAt), desc(tables.task.id))
        .limit(mostOfResident)
      return { residentId: id, tasks: found.map((of) => taskSummary(of, context.now)) }
    })
  }),

  read: os.read.handler(({ input, context }) =>
    context.read((db) => taskView(db, context.parts.store.tables, input.id, context.now)),
  ),

  owners: os.owners.handler(({ context }) => {
    const { staffId } = signedIn(context)
    return context.read(async (db) => {
      const people = await possibleOwners(db, context.parts.store.tables)
      return people.map((person) => ({ ...person, me: person.staffId === staffId }))
    })
  }),

  due: os.due.handler(({ input, context }) =>
    context.read(async (db) => {
      const world = await readWorkingWorld(db, context.parts.store.tables)
      const { because, ...rest } = dueAfter(input.kind, context.now, world)
      return { ...rest, because: [...because] }
    }),
  ),

  make: os.make.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { residentId, leaseNo, callId, ...given } = input
    return context.write(async (tx) => {
      await mustExist(tx.db, context, callId)
      if (residentId !== null) await residentById(tx.db, tables, residentId)
      const leaseId =
        residentId === null || leaseNo === null ? null : await leaseIdOf(tx.db, context, residentId, leaseNo)
      if (leaseNo !== null && leaseId === null)
        throw errors.REFUSED({ data: { refusal: 'notTheirLease', field: 'leaseNo' } })
      const made = await makeTask(tx, context, { ...given, residentId, leaseId, callId })
      if (!made.ok) throw errors.REFUSED({ data: { refusal: made.refusal, field: fieldOf[made.refusal] } })
      return taskView(tx.db, tables, made.value.id, context.now)
    })
  }),

  toManager: os.toManager.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { residentId, leaseNo, callId, ...given } = input
    return context.write(async (tx) => {
      await mustExist(tx.db, context, callId)
      await residentById(tx.db, tables, residentId)
      const leaseId = await leaseIdOf(tx.db, context, residentId, leaseNo)
      if (leaseId === null) throw errors.REFUSED({ data: { refusal: 'notTheirLease', field: 'leaseNo' } })
      const made = await makeTask(tx, context, {
        ...given,
        kind: 'buildingManager',
        waitsFor: 'buildingManager',
        residentId,
        leaseId,
        callId,
      })
      if (!made.ok) throw errors.REFUSED({ data: { refusal: made.refusal, field: fieldOf[made.refusal] } })
      const of = await taskById(tx.db, tables, made.value.id)
      await tellManagerNow(tx, context, of)
      return taskView(tx.db, tables, of.task.id, context.now)
    })
  }),

  readSettings: os.readSettings.handler(({ context }) =>
    context.read((db) => readTaskSettings(db, context.parts.store.tables)),
  ),

  saveSettings: os.saveSettings.handler(({ input, context, errors }) => {
    const problem = weekProblem(input.week)
    if (problem) {
      const field = problem.weekday === null ? 'week' : `week.${problem.weekday}`
      throw errors.REFUSED({ data: { refusal: problem.refusal, field } })
    }
    return context.write((tx) => writeTaskSettings(tx, context.parts.store.tables, input))
  }),
})

const fieldOf = { ownerUnknown: 'owner', subjectRequired: 'subject' } as const
