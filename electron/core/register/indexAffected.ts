import type { LocalDay } from '#shared/rules/localDay'
import { foldName } from '#shared/rules/names'
import { searchDocument } from '#shared/rules/search'
import { reindex, searchable } from '../residents/searchIndex'
import type { Tables } from '../store/schema'
import type { SearchDocument, Tx } from '../store/store'
import { affectedResidents } from './affected'
import type { Comparison } from './compare'
import type { ReadRegister, Step } from './readRegister'

/** So many residents are indexed between two steps. */
const batch = 500

/**
 * Makes everyone found anew whose words may have changed, in the order in which equals are best shown: by name. What the
 * files say is taken from memory, where it still is: reading it back from the database would take longer than the rest of
 * the import. Only where rows were rejected, or left the register, the database knows more than the files.
 */
export async function indexAffected(
  tx: Tx,
  tables: Tables,
  comparison: Comparison,
  today: LocalDay,
  step: Step,
): Promise<void> {
  const { register, plans } = comparison
  const people = new Map(
    [...register.people.rows].map(([key, { row }]) => [plans.people.ids.get(key) ?? '', row]),
  )
  const affected = await affectedResidents(tx, tables, comparison)
  const names = new Map(affected.map((id) => [id, nameOrder(people.get(id))]))
  const ids = affected.sort((a, b) => compareText(names.get(a) ?? '', names.get(b) ?? ''))
  const complete = Object.values(plans).every(({ rejected, ended }) => rejected.length + ended.length === 0)
  const added = new Set(complete ? plans.people.added.map(({ id }) => id) : [])
  const documents = added.size > 0 ? documentMaker(register, today) : null
  for (let at = 0; at < ids.length; at += batch) {
    const part = ids.slice(at, at + batch)
    const known = part.filter((id) => !added.has(id))
    if (known.length > 0) await reindex(tx, tables, known, today)
    if (documents) {
      await tx.writeSearch(
        part.flatMap((id): SearchDocument[] => {
          const row = added.has(id) ? people.get(id) : undefined
          return row ? [{ residentId: id, ...documents(row) }] : []
        }),
      )
    }
    await step(null, Math.min(at + batch, ids.length), ids.length)
  }
}

type Person = ReadRegister['people']['rows'] extends Map<string, { readonly row: infer Row }> ? Row : never

const nameOrder = (row: Person | undefined) => (row ? foldName(`${row.lastName} ${row.firstNames}`) : '')

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Gives a person's search words from the files' rows alone. */
function documentMaker(register: ReadRegister, today: LocalDay) {
  const homes = Map.groupBy(
    [...register.occupancies.rows.values()].map(({ row }) => homeOf(register, row)),
    ({ residentNo }) => residentNo,
  )
  const hidden = new Set(
    [...homes.values()].flat().flatMap((home) => {
      const person = register.people.rows.get(home.residentNo)?.row
      return person?.nonDisclosure ? [home.leaseId] : []
    }),
  )
  return (row: Person) => searchDocument(searchable(row, homes.get(row.residentNo) ?? [], hidden, today))
}

/** Where somebody lives, as the search sees it. Every reference was checked when the files were read. */
function homeOf(
  register: ReadRegister,
  occupancy: { leaseNo: string; residentNo: string; fromOn: LocalDay; toOn: LocalDay | null },
) {
  const lease = register.leases.rows.get(occupancy.leaseNo)!.row
  const apartment = register.apartments.rows.get(lease.apartmentNo)!.row
  const property = register.properties.rows.get(apartment.propertyNo)!.row
  return {
    residentNo: occupancy.residentNo,
    leaseId: occupancy.leaseNo,
    leaseNo: occupancy.leaseNo,
    from: occupancy.fromOn,
    to: occupancy.toOn,
    lease,
    apartment,
    property,
    propertyKind: property.kind,
  }
}
