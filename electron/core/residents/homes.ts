import { and, eq, inArray, isNull, type SQL } from 'drizzle-orm'
import type { LocalDay } from '#shared/rules/localDay'
import { idPlaces, prepared } from '../store/prepared'
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

/** Where it is worth putting a query together once: one resident's page, and as many as a search shows, with their leases. */
const one = idPlaces(1)
const shown = idPlaces(20)
const shownLeases = idPlaces(40)

const homesWhere = (db: Db, { occupancy, lease, apartment, property }: Tables, which: SQL | undefined) =>
  db
    .select({ occupancy, lease, apartment, property })
    .from(occupancy)
    .innerJoin(lease, eq(lease.id, occupancy.leaseId))
    .innerJoin(apartment, eq(apartment.id, lease.apartmentId))
    .innerJoin(property, eq(property.id, apartment.propertyId))
    .where(which)

const homesOfOne = prepared((db, tables) =>
  homesWhere(db, tables, inArray(tables.occupancy.residentId, [...one.places])).prepare('homesOfOne'),
)
const homesOfShown = prepared((db, tables) =>
  homesWhere(db, tables, inArray(tables.occupancy.residentId, [...shown.places])).prepare('homesOfShown'),
)

function homeRows(db: Db, tables: Tables, ids: readonly string[]) {
  if (ids.length === 1) return homesOfOne(db, tables).execute(one.of(ids))
  if (ids.length <= shown.places.length) return homesOfShown(db, tables).execute(shown.of(ids))
  return homesWhere(db, tables, inArray(tables.occupancy.residentId, [...ids]))
}

/** Every home, past and coming, of these residents. */
export async function homesOf(db: Db, tables: Tables, residentIds: readonly string[]): Promise<Home[]> {
  if (residentIds.length === 0) return []
  const rows = await homeRows(db, tables, residentIds)
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

const protectedWhere = (db: Db, { occupancy, resident }: Tables, which: SQL | undefined) =>
  db
    .select({ leaseId: occupancy.leaseId })
    .from(occupancy)
    .innerJoin(resident, eq(resident.id, occupancy.residentId))
    .where(and(which, eq(resident.nonDisclosure, true), isNull(occupancy.leftOn)))

const protectedOfShown = prepared((db, tables) =>
  protectedWhere(db, tables, inArray(tables.occupancy.leaseId, [...shownLeases.places])).prepare(
    'protectedLeases',
  ),
)

/**
 * Those of these leases on which somebody under non-disclosure lives. The home is then hidden for everyone on the lease:
 * a household's address is the protected person's address too.
 */
export async function protectedLeases(
  db: Db,
  tables: Tables,
  leaseIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (leaseIds.length === 0) return new Set()
  const rows =
    leaseIds.length <= shownLeases.places.length
      ? await protectedOfShown(db, tables).execute(shownLeases.of(leaseIds))
      : await protectedWhere(db, tables, inArray(tables.occupancy.leaseId, [...leaseIds]))
  return new Set(rows.map(({ leaseId }) => leaseId))
}

/** The same of leases of which everyone who is or was on them has been read. */
export const protectedAmong = (
  rows: readonly {
    readonly occupancy: { readonly leaseId: string; readonly leftOn: LocalDay | null }
    readonly resident: { readonly nonDisclosure: boolean }
  }[],
): ReadonlySet<string> =>
  new Set(
    rows.flatMap(({ occupancy, resident }) =>
      resident.nonDisclosure && occupancy.leftOn === null ? [occupancy.leaseId] : [],
    ),
  )

/** `Mäkelänkatu 12 A 3`. */
export const streetAddress = (home: Pick<Home, 'apartment' | 'property'>): string =>
  [home.property.address, home.apartment.stair, home.apartment.number].filter((part) => part !== '').join(' ')
