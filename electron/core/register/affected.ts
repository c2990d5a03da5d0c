import { inArray } from 'drizzle-orm'
import type { RegisterFile } from '#shared/contract/register'
import type { Tables } from '../store/schema'
import type { Tx } from '../store/store'
import type { Comparison } from './compare'
import { inTurns } from './progress'

/**
 * The residents who may be found by other words after an import: they changed themselves, or their home did, or somebody
 * on their lease came, went, or came under non-disclosure.
 */
export async function affectedResidents(tx: Tx, tables: Tables, comparison: Comparison): Promise<string[]> {
  const { register, plans } = comparison
  const touched = (file: RegisterFile) =>
    new Set([...plans[file].added, ...plans[file].changed].map(({ key }) => key))
  const properties = touched('properties')
  const apartments = touched('apartments')
  await inTurns(register.apartments.rows.values(), ({ key, row }) => {
    if (properties.has(row.propertyNo)) apartments.add(key)
  })
  const leases = touched('leases')
  await inTurns(register.leases.rows.values(), ({ key, row }) => {
    if (apartments.has(row.apartmentNo)) leases.add(key)
  })
  const people = touched('people')
  const occupancies = touched('occupancies')
  await inTurns(register.occupancies.rows.values(), ({ key, row }) => {
    if (people.has(row.residentNo) || occupancies.has(key)) leases.add(row.leaseNo)
  })
  await inTurns(register.occupancies.rows.values(), ({ row }) => {
    if (leases.has(row.leaseNo)) people.add(row.residentNo)
  })
  const ids = new Set([...people].flatMap((key) => register.people.rows.get(key)?.id ?? []))
  for (const id of await residentsOfEnded(tx, tables, comparison)) ids.add(id)
  return [...ids]
}

/** Those whose row, living or lease left the register, and everyone on the same lease. */
async function residentsOfEnded(tx: Tx, { occupancy }: Tables, { plans }: Comparison): Promise<string[]> {
  const residents = plans.people.ended.map(({ id }) => id)
  const leases = plans.leases.ended.map(({ id }) => id)
  const find = async (column: 'id' | 'leaseId' | 'residentId', values: readonly string[]) => {
    const found: { leaseId: string; residentId: string }[] = []
    for (let at = 0; at < values.length; at += 1000) {
      const part = values.slice(at, at + 1000)
      found.push(...(await tx.db.select().from(occupancy).where(inArray(occupancy[column], part))))
    }
    return found
  }
  const rows = [
    ...(await find(
      'id',
      plans.occupancies.ended.map(({ id }) => id),
    )),
    ...(await find('residentId', residents)),
  ]
  const everyone = await find('leaseId', [...new Set([...leases, ...rows.map(({ leaseId }) => leaseId)])])
  return [
    ...residents,
    ...rows.map(({ residentId }) => residentId),
    ...everyone.map(({ residentId }) => residentId),
  ]
}
