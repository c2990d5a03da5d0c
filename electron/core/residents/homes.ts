import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { LocalDay } from '#shared/rules/localDay'
import type { Tables } from '../store/schema'
import type { Db } from '../store/store'

/** One line of the register of occupants with its lease, apartment and property; what left the register has ended. */
export interface Home {
  readonly residentId: string
  readonly role: 'mainTenant' | 'resident'
  readonly from: LocalDay
  readonly to: LocalDay | null
  readonly leaseId: string
  readonly leaseNo: string
  readonly lease: {
    readonly signedOn: LocalDay | null
    readonly beginsOn: LocalDay
    readonly endsOn: LocalDay | null
    readonly noticeGivenOn: LocalDay | null
  }
  readonly apartment: Tables['apartment']['$inferSelect']
  readonly property: Tables['property']['$inferSelect']
  readonly propertyKind: 'rental' | 'special' | 'asoy'
}

/** The earlier of two days, where null is never. */
const earlier = (one: LocalDay | null, other: LocalDay | null) =>
  one === null || (other !== null && other < one) ? other : one

/** The last day of what the register of a day did not have any more: the day before. Null when it has it still. */
const lastDayBefore = (leftOn: LocalDay | null) =>
  leftOn && new Date(Date.parse(`${leftOn}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

/** Every home, past and coming, of these residents. */
export async function homesOf(db: Db, tables: Tables, residentIds: readonly string[]): Promise<Home[]> {
  const { occupancy, lease, apartment, property } = tables
  if (residentIds.length === 0) return []
  const rows = await db
    .select({ occupancy, lease, apartment, property })
    .from(occupancy)
    .innerJoin(lease, eq(lease.id, occupancy.leaseId))
    .innerJoin(apartment, eq(apartment.id, lease.apartmentId))
    .innerJoin(property, eq(property.id, apartment.propertyId))
    .where(inArray(occupancy.residentId, [...residentIds]))
  return rows.map((row) => ({
    residentId: row.occupancy.residentId,
    role: row.occupancy.role,
    from: row.occupancy.fromOn,
    to: earlier(row.occupancy.toOn, lastDayBefore(row.occupancy.leftOn)),
    leaseId: row.lease.id,
    leaseNo: row.lease.leaseNo,
    lease: {
      signedOn: row.lease.signedOn,
      beginsOn: row.lease.beginsOn,
      endsOn: earlier(row.lease.endsOn, lastDayBefore(row.lease.leftOn)),
      noticeGivenOn: row.lease.noticeGivenOn,
    },
    apartment: row.apartment,
    property: row.property,
    propertyKind: row.property.kind,
  }))
}

/**
 * Those of these leases on which somebody under non-disclosure lives. The home is then hidden for everyone on the lease:
 * a household's address is the protected person's address too.
 */
export async function protectedLeases(
  db: Db,
  { occupancy, resident }: Tables,
  leaseIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (leaseIds.length === 0) return new Set()
  const rows = await db
    .select({ leaseId: occupancy.leaseId })
    .from(occupancy)
    .innerJoin(resident, eq(resident.id, occupancy.residentId))
    .where(
      and(
        inArray(occupancy.leaseId, [...leaseIds]),
        eq(resident.nonDisclosure, true),
        isNull(occupancy.leftOn),
      ),
    )
  return new Set(rows.map(({ leaseId }) => leaseId))
}

/** `Mäkelänkatu 12 A 3`. */
export const streetAddress = (home: Pick<Home, 'apartment' | 'property'>): string =>
  [home.property.address, home.apartment.stair, home.apartment.number].filter((part) => part !== '').join(' ')
