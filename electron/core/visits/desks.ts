import { and, eq, lt, sql } from 'drizzle-orm'
import type { ServiceDesk } from '#shared/contract/visits'
import { helsinkiDay, type LocalDay } from '#shared/rules/localDay'
import { accept, type Result, refuse } from '#shared/rules/result'
import { type Call, signedIn } from '../access/procedure'
import type { Tables } from '../store/schema'
import type { Db, Tx } from '../store/store'
import { changeVisit, noteVisit, recordVisit } from './change'
import { numberOf, type VisitRow } from './view'

export type DeskRow = Tables['serviceDesk']['$inferSelect']

/** A desk is somebody's until the end of the day on which they took it: nobody is kept waiting by who forgot to leave. */
export const isHeld = ({ takenAt }: Pick<DeskRow, 'takenAt'>, today: LocalDay): boolean =>
  helsinkiDay(takenAt) === today

/** The desks that are taken today, and who has each. */
export async function heldDesks(db: Db, { serviceDesk, staff }: Tables, today: LocalDay) {
  const rows = await db
    .select({
      deskNo: serviceDesk.deskNo,
      staffId: serviceDesk.staffId,
      staffName: staff.name,
      takenAt: serviceDesk.takenAt,
    })
    .from(serviceDesk)
    .innerJoin(staff, eq(staff.id, serviceDesk.staffId))
  return rows.filter((row) => isHeld(row, today))
}

/** The visits that are at a desk today. */
export const visitsAtDesks = (db: Db, { visit }: Tables, today: LocalDay): Promise<VisitRow[]> =>
  db
    .select()
    .from(visit)
    .where(and(eq(visit.day, today), eq(visit.state, 'called')))

/** Every desk there is, and any other that is taken or serves: the lead may have made them fewer meanwhile. */
export function deskViews(
  desks: number,
  held: Awaited<ReturnType<typeof heldDesks>>,
  serving: readonly Pick<VisitRow, 'id' | 'deskNo' | 'series' | 'number'>[],
): ServiceDesk[] {
  const there = Array.from({ length: desks }, (_, index) => index + 1)
  const numbers = new Set([...there, ...[...held, ...serving].flatMap(({ deskNo }) => deskNo ?? [])])
  return [...numbers]
    .sort((a, b) => a - b)
    .map((deskNo) => {
      const taken = held.find((desk) => desk.deskNo === deskNo)
      const visit = serving.find((row) => row.deskNo === deskNo)
      return {
        deskNo,
        staffId: taken?.staffId ?? null,
        staffName: taken?.staffName ?? null,
        takenAt: taken?.takenAt ?? null,
        visitId: visit?.id ?? null,
        number: visit ? numberOf(visit) : null,
      }
    })
}

/** Whether a visit of today is at a desk. */
export async function isServing(tx: Tx, call: Call, deskNo: number): Promise<boolean> {
  const serving = await visitsAtDesks(tx.db, call.parts.store.tables, helsinkiDay(call.now))
  return serving.some((row) => row.deskNo === deskNo)
}

/**
 * The desk that the caller has taken today. It is written as it is, so that it stays theirs until this commits: nobody
 * leaves or takes over a desk while somebody is called to it.
 */
export async function ownDesk(tx: Tx, call: Call): Promise<DeskRow | null> {
  const { serviceDesk } = call.parts.store.tables
  const [row] = await tx.db
    .update(serviceDesk)
    .set({ takenAt: sql`${serviceDesk.takenAt}` })
    .where(eq(serviceDesk.staffId, signedIn(call).staffId))
    .returning()
  return row && isHeld(row, helsinkiDay(call.now)) ? row : null
}

/** The caller's desk, when nobody is at it. */
export async function freeDesk(tx: Tx, call: Call): Promise<Result<number, 'noDesk' | 'stillServing'>> {
  const desk = await ownDesk(tx, call)
  if (!desk) return refuse('noDesk')
  if (await isServing(tx, call, desk.deskNo)) return refuse('stillServing')
  return accept(desk.deskNo)
}

/**
 * Ends the visit that an earlier day left at a desk, as finished with nothing done: no outcome was written, and the desk
 * must not stay taken by it (docs/decisions/2026-11-23-who-is-called-next.md).
 */
export async function endLeftover(tx: Tx, call: Call, deskNo: number): Promise<void> {
  const { visit } = call.parts.store.tables
  const left = await tx.db
    .select()
    .from(visit)
    .where(and(eq(visit.deskNo, deskNo), eq(visit.state, 'called'), lt(visit.day, helsinkiDay(call.now))))
  for (const row of left) {
    const ended = await changeVisit(tx, call, row, {
      state: 'finished',
      outcome: 'notDone',
      finishedAt: call.now,
    })
    await recordVisit(tx, call, ended, 'finished', { desk: deskNo, outcome: 'notDone', leftOver: true })
  }
}

/** Gives a desk back. Those who were handed over to it wait for any desk from now on. */
export async function releaseDesk(tx: Tx, tables: Tables, desk: DeskRow, now: Date): Promise<void> {
  const { serviceDesk, visit } = tables
  const { deskNo, staffId } = desk
  await tx.db.delete(serviceDesk).where(and(eq(serviceDesk.deskNo, deskNo), eq(serviceDesk.staffId, staffId)))
  deskChanged(tx)
  const freed = await tx.db
    .update(visit)
    .set({ transferredToDesk: null, version: sql`${visit.version} + 1` })
    .where(
      and(eq(visit.day, helsinkiDay(now)), eq(visit.state, 'waiting'), eq(visit.transferredToDesk, deskNo)),
    )
    .returning()
  for (const { id } of freed) {
    const detail = { fromDesk: deskNo, toDesk: null, deskLeft: true }
    await noteVisit(tx, tables, { visitId: id, at: now, staffId, what: 'transferred', detail })
  }
}

/** Announces that somebody has another desk than before, or none: what is told of a person names their desk. */
export function deskChanged(tx: Tx): void {
  tx.changed('visit', null)
  tx.changed('presence', null)
}
