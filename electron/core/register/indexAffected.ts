import { registerFiles } from '#shared/contract/register'
import type { LocalDay } from '#shared/rules/localDay'
import { searchDocument } from '#shared/rules/search'
import { documentsOf, searchable } from '../residents/searchIndex'
import type { Tables } from '../store/schema'
import type { SearchDocument, Tx } from '../store/store'
import { affectedResidents } from './affected'
import type { Comparison } from './compare'
import { inTurns } from './progress'
import type { ReadRegister, ReadRow, Step } from './readRegister'
import type { RegisterRows } from './rows'

/** So many residents are indexed between two steps. */
const batch = 500

/**
 * Makes everyone found anew whose words may have changed. What the files say of newcomers is taken from memory, where it
 * still is: reading it back from the database would take longer than the rest of the import. Only where rows were
 * rejected, or left the register, the database knows more than the files.
 */
export async function indexAffected(
  tx: Tx,
  tables: Tables,
  comparison: Comparison,
  today: LocalDay,
  step: Step,
): Promise<void> {
  const { register, plans } = comparison
  const complete = registerFiles.every((file) => plans[file].rejected.length + plans[file].ended.length === 0)
  const newcomers = complete ? plans.people.added : []
  const newIds = new Set(newcomers.map(({ id }) => id))
  const everyoneIsNew = newcomers.length === register.people.rows.size
  const affected = everyoneIsNew ? [] : await affectedResidents(tx, tables, comparison)
  const others = affected.filter((id) => !newIds.has(id))
  const documents: SearchDocument[] = []
  // Making somebody's words is one half of the work, writing them the other.
  const total = 2 * (newcomers.length + others.length)

  if (newcomers.length > 0) {
    const documentOf = await documentMaker(register, today)
    for (let at = 0; at < newcomers.length; at += batch) {
      documents.push(...newcomers.slice(at, at + batch).map(documentOf))
      await step(null, documents.length, total)
    }
  }
  for (let at = 0; at < others.length; at += batch) {
    documents.push(...(await documentsOf(tx.db, tables, others.slice(at, at + batch), today)))
    await step(null, documents.length, total)
  }
  let written = 0
  for (const named of byName(documents)) {
    for (let at = 0; at < named.length; at += batch) {
      await tx.writeSearch(named.slice(at, at + batch))
      written += Math.min(batch, named.length - at)
      await step(null, documents.length + written, total)
    }
  }
}

/** The order in which equals are best shown: by name. Sorted a few letters at a time, so that no sort takes long. */
function* byName(documents: readonly SearchDocument[]): Generator<readonly SearchDocument[]> {
  const groups = Map.groupBy(documents, ({ name }) => name.slice(0, 2))
  for (const [, group] of [...groups].sort(([a], [b]) => compareText(a, b))) {
    yield group.sort((a, b) => compareText(a.name, b.name))
  }
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Gives a newcomer's search words from the files' rows alone. */
async function documentMaker(register: ReadRegister, today: LocalDay) {
  const homes = new Map<string, RegisterRows['occupancies'][]>()
  const hidden = new Set<string>()
  await inTurns(register.occupancies.rows.values(), ({ row }) => {
    const known = homes.get(row.residentNo)
    if (known) known.push(row)
    else homes.set(row.residentNo, [row])
    if (register.people.rows.get(row.residentNo)?.row.nonDisclosure) hidden.add(row.leaseNo)
  })
  return ({ id, key, row }: ReadRow<'people'>): SearchDocument => {
    const own = (homes.get(key) ?? []).map((home) => homeOf(register, home))
    return { residentId: id, ...searchDocument(searchable(row, own, hidden, today)) }
  }
}

/** Where somebody lives, as the search sees it. Every reference was checked when the files were read. */
function homeOf(register: ReadRegister, { leaseNo, fromOn, toOn }: RegisterRows['occupancies']) {
  const lease = register.leases.rows.get(leaseNo)!.row
  const apartment = register.apartments.rows.get(lease.apartmentNo)!.row
  const property = register.properties.rows.get(apartment.propertyNo)!.row
  const propertyKind = property.kind
  return { leaseId: leaseNo, leaseNo, from: fromOn, to: toOn, lease, apartment, property, propertyKind }
}
