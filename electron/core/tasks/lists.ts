import { and, asc, count, desc, eq, inArray, lt, or, type SQL } from 'drizzle-orm'
import type { TaskTeam, taskLists } from '#shared/contract/tasks'
import type { DeskSession } from '../access/sessions'
import type { Tables } from '../store/schema'
import type { Db } from '../store/store'
import { teamsOf } from './owners'
import { selectTasks } from './rows'

const pageSize = 50

/** Which tasks each list shows, for whoever asks. What is late or waits is their own and their teams'; of the lead everybody's. */
export function listsFor({ task }: Tables, me: DeskSession, now: Date, team: TaskTeam | null = null) {
  const teams = teamsOf(me.roles)
  const going = inArray(task.state, ['open', 'waiting'])
  const mine = eq(task.ownerStaffId, me.staffId)
  const ofTeams = inArray(task.ownerTeam, team === null ? teams : [team])
  const ours =
    me.roles.includes('lead') && team === null ? undefined : team === null ? or(mine, ofTeams) : ofTeams
  const there = team === null ? undefined : ofTeams
  return {
    mine: and(mine, going),
    team: and(ofTeams, going),
    late: and(ours, going, lt(task.dueAt, now)),
    waiting: and(ours, eq(task.state, 'waiting')),
    all: and(there, going),
    over: and(there, inArray(task.state, ['done', 'cancelled'])),
  } satisfies Record<(typeof taskLists)[number], SQL | undefined>
}

/** How many tasks there are of a sort. */
export async function countTasks(db: Db, { task }: Tables, which: SQL | undefined): Promise<number> {
  const [all] = await db.select({ n: count() }).from(task).where(which)
  return all?.n ?? 0
}

/** A page of a list: the first due first; those that are over, the latest first. */
export function taskPage(db: Db, tables: Tables, which: SQL | undefined, over: boolean, page: number) {
  const { task } = tables
  const order = over ? [desc(task.endedAt), desc(task.id)] : [asc(task.dueAt), asc(task.madeAt), asc(task.id)]
  return selectTasks(db, tables, which)
    .orderBy(...order)
    .limit(pageSize)
    .offset(page * pageSize)
}
