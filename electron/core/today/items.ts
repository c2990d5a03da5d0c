import { and, asc, count, eq, gte, inArray, lt, ne, type SQL } from 'drizzle-orm'
import type { TodayItem } from '#shared/contract/today'
import { addDays, type LocalDay } from '#shared/rules/localDay'
import { formatReference } from '#shared/rules/visitReference'
import type { DeskSession } from '../access/sessions'
import { selectCalls } from '../calls/rows'
import { lateDefects as lateNow } from '../defects/rows'
import { readKeySettings } from '../keys/settings'
import type { Tables } from '../store/schema'
import type { Db } from '../store/store'
import { countTasks, listsFor, taskPage } from '../tasks/lists'
import { numberOf, visitorName } from '../visits/view'

/** What a list of today is made of: the first things of a sort, and how many there are. */
export interface Part {
  readonly items: readonly TodayItem[]
  readonly total: number
}

export interface Asking {
  readonly db: Db
  readonly tables: Tables
  readonly me: DeskSession
  readonly now: Date
  readonly today: LocalDay
}

/** So many things of each sort are read, and shown of all together. */
export const mostItems = 10

const nobody = { residentId: null, name: '', sort: '', label: '', at: null, on: null } as const
const nameOf = (resident: { readonly firstNames: string; readonly lastName: string } | null) =>
  resident ? `${resident.firstNames} ${resident.lastName}` : ''

/** Tasks of one of the lists. */
export async function tasks(
  { db, tables, me, now }: Asking,
  list: keyof ReturnType<typeof listsFor>,
): Promise<Part> {
  const which = listsFor(tables, me, now)[list]
  const found = await taskPage(db, tables, which, false, 0)
  return {
    items: found.slice(0, mostItems).map(({ task, resident }) => ({
      ...nobody,
      thing: 'task',
      id: task.id,
      residentId: task.residentId,
      name: nameOf(resident),
      sort: task.kind,
      label: task.subject,
      at: task.dueAt,
    })),
    total: await countTasks(db, tables, which),
  }
}

/** One's own live call and calls that are put aside: one's own, or everybody's. */
export async function calls({ db, tables, me }: Asking, whose: 'mine' | 'parked'): Promise<Part> {
  const { call } = tables
  const own = and(eq(call.staffId, me.staffId), ne(call.state, 'ended'))
  const found = await selectCalls(db, tables, whose === 'mine' ? own : eq(call.state, 'parked')).orderBy(
    asc(call.startedAt),
  )
  return {
    items: found.slice(0, mostItems).map(({ call: row, resident }) => ({
      ...nobody,
      thing: 'call',
      id: row.id,
      residentId: row.residentId,
      name: resident ? nameOf(resident) : row.callerName,
      sort: row.state,
      label: row.topic ?? '',
      at: row.startedAt,
    })),
    total: found.length,
  }
}

/** Today's visits: those that are still to come, or those who wait. */
export async function visits(
  { db, tables, now, today }: Asking,
  which: 'coming' | 'waiting',
  team: 'service' | 'asoy',
): Promise<Part> {
  const { visit, resident } = tables
  const state: SQL | undefined =
    which === 'waiting'
      ? inArray(visit.state, ['waiting', 'parked'])
      : and(eq(visit.state, 'booked'), gte(visit.startsAt, now))
  const found = await db
    .select({ visit, resident })
    .from(visit)
    .leftJoin(resident, eq(resident.id, visit.residentId))
    .where(and(eq(visit.day, today), eq(visit.team, team), state))
    .orderBy(asc(which === 'waiting' ? visit.arrivedAt : visit.startsAt), asc(visit.id))
  return {
    items: found.slice(0, mostItems).map(({ visit: row, resident: who }) => ({
      ...nobody,
      thing: 'visit',
      id: row.id,
      residentId: row.residentId,
      name: visitorName(row, who),
      sort: row.reason,
      label: numberOf(row) ?? '',
      at: which === 'waiting' ? row.arrivedAt : row.startsAt,
    })),
    total: found.length,
  }
}

const howMany = async (counted: PromiseLike<{ n: number }[]>) => (await counted)[0]?.n ?? 0

/** Service requests whose day to answer is past. */
export async function lateRequests({ db, tables, today }: Asking, asOyOnly: boolean): Promise<Part> {
  const { serviceRequest, resident } = tables
  const which = and(
    eq(serviceRequest.state, 'open'),
    lt(serviceRequest.dueOn, today),
    asOyOnly ? eq(serviceRequest.goesTo, 'asOy') : undefined,
  )
  const found = await db
    .select({ request: serviceRequest, resident })
    .from(serviceRequest)
    .innerJoin(resident, eq(resident.id, serviceRequest.residentId))
    .where(which)
    .orderBy(asc(serviceRequest.dueOn), asc(serviceRequest.id))
    .limit(mostItems)
  return {
    items: found.map(({ request, resident: who }) => ({
      ...nobody,
      thing: 'request',
      id: request.id,
      residentId: request.residentId,
      name: nameOf(who),
      sort: request.kind,
      label: formatReference(request.reference),
      on: request.dueOn,
    })),
    total: await howMany(db.select({ n: count() }).from(serviceRequest).where(which)),
  }
}

/** Keys that should have come, or have been collected, by now. */
export async function lateHandoffs({ db, tables, today }: Asking): Promise<Part> {
  const { keyHandoff, resident } = tables
  const { graceDays } = await readKeySettings(db, tables)
  const which = and(eq(keyHandoff.state, 'instructed'), lt(keyHandoff.dueOn, addDays(today, -graceDays)))
  const found = await db
    .select({ handoff: keyHandoff, resident })
    .from(keyHandoff)
    .innerJoin(resident, eq(resident.id, keyHandoff.residentId))
    .where(which)
    .orderBy(asc(keyHandoff.dueOn), asc(keyHandoff.id))
    .limit(mostItems)
  return {
    items: found.map(({ handoff, resident: who }) => ({
      ...nobody,
      thing: 'handoff',
      id: handoff.id,
      residentId: handoff.residentId,
      name: nameOf(who),
      sort: handoff.direction,
      label: formatReference(handoff.reference),
      on: handoff.dueOn,
    })),
    total: await howMany(db.select({ n: count() }).from(keyHandoff).where(which)),
  }
}

/** Defects whose time is past; for the As Oy team those of As Oy apartments. */
export async function lateDefects({ db, tables, now }: Asking, asOyOnly: boolean): Promise<Part> {
  const { defect, resident, property } = tables
  const which = and(lateNow(tables, now), asOyOnly ? eq(property.kind, 'asoy') : undefined)
  const found = await db
    .select({ defect, resident })
    .from(defect)
    .innerJoin(resident, eq(resident.id, defect.residentId))
    .innerJoin(property, eq(property.id, defect.propertyId))
    .where(which)
    .orderBy(asc(defect.dueAt), asc(defect.id))
    .limit(mostItems)
  const counted = db
    .select({ n: count() })
    .from(defect)
    .innerJoin(property, eq(property.id, defect.propertyId))
    .where(which)
  return {
    items: found.map(({ defect: row, resident: who }) => ({
      ...nobody,
      thing: 'defect',
      id: row.id,
      residentId: row.residentId,
      name: nameOf(who),
      sort: row.kind,
      label: formatReference(row.reference),
      at: row.dueAt,
    })),
    total: await howMany(counted),
  }
}

/** Doors that were ordered and should have been opened by now. */
export async function lateDoors({ db, tables, now }: Asking): Promise<Part> {
  const { doorOpening, resident } = tables
  const which = and(eq(doorOpening.state, 'ordered'), lt(doorOpening.usualBy, now))
  const found = await db
    .select({ door: doorOpening, resident })
    .from(doorOpening)
    .innerJoin(resident, eq(resident.id, doorOpening.residentId))
    .where(which)
    .orderBy(asc(doorOpening.usualBy), asc(doorOpening.id))
    .limit(mostItems)
  return {
    items: found.map(({ door, resident: who }) => ({
      ...nobody,
      thing: 'door',
      id: door.id,
      residentId: door.residentId,
      name: nameOf(who),
      sort: door.via,
      label: door.dispatchedTo,
      at: door.usualBy,
    })),
    total: await howMany(db.select({ n: count() }).from(doorOpening).where(which)),
  }
}

/** Messages that a person must look at. */
export const messagesToLookAt = ({ db, tables: { outboxMessage } }: Asking) =>
  howMany(
    db
      .select({ n: count() })
      .from(outboxMessage)
      .where(inArray(outboxMessage.state, ['failed', 'uncertain'])),
  )

/** Whether there is any price table of door openings. */
export const hasDoorPrices = async ({ db, tables: { doorPrices } }: Asking) =>
  (await db.select({ id: doorPrices.id }).from(doorPrices).limit(1)).length > 0
