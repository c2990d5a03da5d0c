import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { KeyHolderView } from '#shared/contract/keyViews'
import type { KeyHolder } from '#shared/rules/keyLedger'
import { protectedLeases } from '../residents/homes'
import { given, prepared } from '../store/prepared'
import type { Tables } from '../store/schema'
import type { Db } from '../store/store'

/** Whether people may be named: beside an address those under non-disclosure are not. */
export type Naming = 'everybody' | 'unprotected'

type Shown = (holder: KeyHolder) => KeyHolderView

const nobody = { residentId: null, name: null, hidden: false } as const

/** Shows who has keys: reads the names of these residents once. */
export async function holderViews(
  db: Db,
  { resident }: Tables,
  residentIds: readonly (string | null)[],
  naming: Naming,
): Promise<Shown> {
  const ids = [...new Set(residentIds.filter((id) => id !== null))]
  const rows =
    ids.length === 0
      ? []
      : await db
          .select({
            id: resident.id,
            firstNames: resident.firstNames,
            lastName: resident.lastName,
            nonDisclosure: resident.nonDisclosure,
          })
          .from(resident)
          .where(inArray(resident.id, ids))
  const people = new Map(rows.map((row) => [row.id, row]))
  return (holder) => {
    if (holder.kind === 'grantee') return { kind: 'grantee', ...nobody, name: holder.name }
    if (holder.kind !== 'resident') return { kind: holder.kind, ...nobody }
    const person = people.get(holder.residentId)
    const hidden = naming === 'unprotected' && (person?.nonDisclosure ?? true)
    if (hidden || !person) return { kind: 'resident', residentId: null, name: null, hidden }
    return {
      kind: 'resident',
      residentId: person.id,
      name: `${person.firstNames} ${person.lastName}`,
      hidden: false,
    }
  }
}

const leasesOf = prepared((db, { lease }) =>
  db
    .select({ id: lease.id })
    .from(lease)
    .where(eq(lease.apartmentId, given(lease.apartmentId, 'id')))
    .prepare('leasesOfApartment'),
)

/** Who is named with the keys of a home: where its address is hidden, everybody. */
export const namingAt = (isProtected: boolean): Naming => (isProtected ? 'everybody' : 'unprotected')

/** Whether somebody under non-disclosure is on a lease of this apartment. */
export async function isApartmentProtected(db: Db, tables: Tables, apartmentId: string): Promise<boolean> {
  const leases = await leasesOf(db, tables).execute({ id: apartmentId })
  const ids = leases.map(({ id }) => id)
  return (await protectedLeases(db, tables, ids)).size > 0
}

/** Those of a property's apartments on a lease of which somebody under non-disclosure is. */
export async function protectedApartments(
  db: Db,
  { apartment, lease, occupancy, resident }: Tables,
  propertyId: string,
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectDistinct({ id: apartment.id })
    .from(apartment)
    .innerJoin(lease, eq(lease.apartmentId, apartment.id))
    .innerJoin(occupancy, eq(occupancy.leaseId, lease.id))
    .innerJoin(resident, eq(resident.id, occupancy.residentId))
    .where(
      and(eq(apartment.propertyId, propertyId), eq(resident.nonDisclosure, true), isNull(occupancy.leftOn)),
    )
  return new Set(rows.map(({ id }) => id))
}
