import { inArray } from 'drizzle-orm'
import type { LocalDay } from '#shared/rules/localDay'
import { standing } from '#shared/rules/residentMarks'
import { type SearchableResident, searchDocument } from '#shared/rules/search'
import type { Tables } from '../store/schema'
import type { Db, SearchDocument, Tx } from '../store/store'
import { type Home, homesOf, protectedLeases } from './homes'

/** What of a resident and of a home the search needs to know. */
type FindableResident = Pick<
  Tables['resident']['$inferSelect'],
  'firstNames' | 'lastName' | 'nonDisclosure' | 'phone' | 'email' | 'identityCode' | 'birthDate'
>
type FindableHome = Pick<Home, 'leaseId' | 'leaseNo' | 'from' | 'to' | 'lease' | 'propertyKind'> & {
  readonly apartment: Pick<Home['apartment'], 'stair' | 'number'>
  readonly property: Pick<Home['property'], 'address' | 'postalCode' | 'district'>
}

/**
 * What a resident may be found by today. Under non-disclosure neither home, phone nor e-mail: a search by address that
 * found the person would give the address away.
 */
export function searchable(
  resident: FindableResident,
  homes: readonly FindableHome[],
  hidden: ReadonlySet<string>,
  today: LocalDay,
): SearchableResident {
  const shown = resident.nonDisclosure
    ? []
    : homes.filter((home) => !hidden.has(home.leaseId) && standing(home, today) !== 'ended')
  return {
    firstNames: resident.firstNames,
    lastName: resident.lastName,
    homes: shown.map(({ apartment, property }) => ({
      address: property.address,
      stair: apartment.stair,
      number: apartment.number,
      postalCode: property.postalCode,
      district: property.district,
    })),
    phone: resident.nonDisclosure ? null : resident.phone,
    email: resident.nonDisclosure ? null : resident.email,
    identityCode: resident.identityCode,
    birthDate: resident.birthDate,
    leaseNos: homes.map(({ leaseNo }) => leaseNo),
  }
}

/** The words by which these residents are found, from the database, in the order of the ids. */
export async function documentsOf(
  db: Db,
  tables: Tables,
  residentIds: readonly string[],
  today: LocalDay,
): Promise<SearchDocument[]> {
  const rows = await db
    .select()
    .from(tables.resident)
    .where(inArray(tables.resident.id, [...residentIds]))
  const homes = Map.groupBy(await homesOf(db, tables, residentIds), ({ residentId }) => residentId)
  const leaseIds = [...homes.values()].flat().map(({ leaseId }) => leaseId)
  const hidden = await protectedLeases(db, tables, leaseIds)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return residentIds.flatMap((residentId) => {
    const row = byId.get(residentId)
    if (!row) return []
    return [{ residentId, ...searchDocument(searchable(row, homes.get(residentId) ?? [], hidden, today)) }]
  })
}

/** Writes anew the words by which these residents are found, in the order given. */
export async function reindex(
  tx: Tx,
  tables: Tables,
  residentIds: readonly string[],
  today: LocalDay,
): Promise<void> {
  await tx.writeSearch(await documentsOf(tx.db, tables, residentIds, today))
}
