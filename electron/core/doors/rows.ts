import { and, asc, eq, gte } from 'drizzle-orm'
import type { DoorPage, DoorSummary } from '#shared/contract/doors'
import { doorFee } from '#shared/rules/doorPrices'
import { type Call, named } from '../access/procedure'
import { startOfDay } from '../mandates/facts'
import { protectedLeases, streetAddress } from '../residents/homes'
import type { Tables } from '../store/schema'
import type { Db, Tx } from '../store/store'
import { holidayNames } from '../timetable/kept'

export type DoorRow = Tables['doorOpening']['$inferSelect']

/** A door opening with whose door it is. */
export interface DoorOf {
  readonly door: DoorRow
  readonly resident: Tables['resident']['$inferSelect']
  readonly leaseNo: string
  readonly apartment: Tables['apartment']['$inferSelect']
  readonly property: Tables['property']['$inferSelect']
  readonly orderedBy: string
}

/** Door openings with what is told of them; to be narrowed and ordered. */
export function selectDoors(db: Db, tables: Tables) {
  const { doorOpening, resident, lease, apartment, property, staff } = tables
  return db
    .select({
      door: doorOpening,
      resident,
      leaseNo: lease.leaseNo,
      apartment,
      property,
      orderedBy: staff.name,
    })
    .from(doorOpening)
    .innerJoin(resident, eq(resident.id, doorOpening.residentId))
    .innerJoin(lease, eq(lease.id, doorOpening.leaseId))
    .innerJoin(apartment, eq(apartment.id, doorOpening.apartmentId))
    .innerJoin(property, eq(property.id, apartment.propertyId))
    .innerJoin(staff, eq(staff.id, doorOpening.orderedBy))
    .$dynamic()
}

/** One door opening by its id. Throws NOT_FOUND. */
export async function doorById(db: Db, tables: Tables, id: string): Promise<DoorOf> {
  const [found] = await selectDoors(db, tables).where(eq(tables.doorOpening.id, id))
  if (!found) throw named('NOT_FOUND')
  return found
}

/** Whether somebody under non-disclosure lives behind the door, or ordered its opening. */
export async function hiddenDoors(
  db: Db,
  tables: Tables,
  found: readonly DoorOf[],
): Promise<(of: DoorOf) => boolean> {
  const leases = await protectedLeases(db, tables, [...new Set(found.map(({ door }) => door.leaseId))])
  return ({ resident, door }) => resident.nonDisclosure || leases.has(door.leaseId)
}

/** Ordered, and the time in which they usually come is past. */
export const isDoorLate = ({ state, usualBy }: Pick<DoorRow, 'state' | 'usualBy'>, now: Date): boolean =>
  state === 'ordered' && usualBy < now

/** Door openings as lists show them, in their order. */
export async function doorSummaries(
  db: Db,
  tables: Tables,
  found: readonly DoorOf[],
  now: Date,
): Promise<DoorSummary[]> {
  const { staff } = tables
  const isHidden = await hiddenDoors(db, tables, found)
  const names = new Map(
    (await db.select({ id: staff.id, name: staff.name }).from(staff)).map((one) => [one.id, one.name]),
  )
  return found.map((of) => {
    const { door, resident, orderedBy } = of
    const { id, version, reference, state, residentId, via, dispatchedTo, dispatchedBecause } = door
    const { usualBy, feeCents, dayKind, orderedAt, exportedAt, endedAt, endedBy } = door
    return {
      ...{ id, version, reference, state, residentId, via, dispatchedTo, dispatchedBecause },
      ...{ usualBy, feeCents, dayKind, orderedAt, orderedBy, exportedAt },
      name: `${resident.firstNames} ${resident.lastName}`,
      address: isHidden(of) ? null : streetAddress(of),
      late: isDoorLate(door, now),
      ended: endedAt && {
        at: endedAt,
        by: names.get(endedBy ?? '') ?? '',
        because: door.cancelledBecause,
        note: door.endNote ?? '',
      },
    }
  })
}

/** One door opening with everything that is told of it. Throws NOT_FOUND. */
export async function doorView(
  db: Db,
  tables: Tables,
  id: string,
  now: Date,
): Promise<{ residentId: string; door: DoorPage }> {
  const of = await doorById(db, tables, id)
  const [summary] = await doorSummaries(db, tables, [of], now)
  const { door, resident, leaseNo } = of
  const { note, callId, pricesFrom } = door
  return {
    residentId: door.residentId,
    door: {
      ...(summary as DoorSummary),
      ...{ leaseNo, note, callId, pricesFrom },
      phone: resident.nonDisclosure ? null : (door.phone ?? resident.phone),
    },
  }
}

/** Changes a door opening that is still as it was read. CHANGED_MEANWHILE when another desk was first. */
export async function changeDoor(
  tx: Tx,
  { doorOpening }: Tables,
  row: DoorRow,
  change: Partial<DoorRow>,
): Promise<void> {
  const changed = await tx.db
    .update(doorOpening)
    .set({ ...change, version: row.version + 1 })
    .where(and(eq(doorOpening.id, row.id), eq(doorOpening.version, row.version)))
    .returning({ id: doorOpening.id })
  if (changed.length !== 1) throw named('CHANGED_MEANWHILE')
  tx.changed('door', row.id)
}

/** The opening that somebody is on their way to at a home; null when nobody is. */
export async function onItsWay(db: Db, { doorOpening }: Tables, apartmentId: string): Promise<string | null> {
  const [row] = await db
    .select({ id: doorOpening.id })
    .from(doorOpening)
    .where(and(eq(doorOpening.apartmentId, apartmentId), eq(doorOpening.state, 'ordered')))
    .orderBy(asc(doorOpening.orderedAt))
    .limit(1)
  return row?.id ?? null
}

/** The check of today in which a document of theirs was accepted, for whatever purpose: any photo ID serves for a door. Null without one. */
export async function checkOfToday(
  db: Db,
  { identityCheck }: Tables,
  residentId: string,
  now: Date,
): Promise<string | null> {
  const [row] = await db
    .select({ id: identityCheck.id })
    .from(identityCheck)
    .where(
      and(
        eq(identityCheck.residentId, residentId),
        eq(identityCheck.outcome, 'accepted'),
        gte(identityCheck.checkedAt, startOfDay(now)),
      ),
    )
    .limit(1)
  return row?.id ?? null
}

/** What an opening that is ordered now costs, by the tables that the lead keeps. */
export async function feeNow(db: Db, { doorPrices }: Tables, { now }: Pick<Call, 'now'>) {
  return doorFee(now, await db.select().from(doorPrices), holidayNames)
}
