import { leaseState } from '#shared/rules/leases'
import type { LocalDay } from '#shared/rules/localDay'
import type { GrantorFacts } from '#shared/rules/mayAct'
import { standing } from '#shared/rules/residentMarks'
import { type Home, homesOf, protectedLeases } from '../residents/homes'
import type { ResidentRow } from '../residents/page'
import type { Tables } from '../store/schema'
import type { Db } from '../store/store'
import { deadAmong } from './facts'

/** A resident's place on a lease, by the lease's number or id; of several the one that has not ended. Null when there is none. */
export async function homeOnLease(
  db: Db,
  tables: Tables,
  residentId: string,
  lease: string,
  today: LocalDay,
): Promise<Home | null> {
  const homes = (await homesOf(db, tables, [residentId])).filter(
    ({ leaseNo, leaseId }) => leaseNo === lease || leaseId === lease,
  )
  return homes.find((home) => standing(home, today) !== 'ended') ?? homes[0] ?? null
}

/** What the rule must know of the person whose matter it is. */
export async function factsOnLease(
  db: Db,
  tables: Tables,
  grantor: ResidentRow,
  home: Home,
  today: LocalDay,
): Promise<GrantorFacts> {
  const died = (await deadAmong(db, tables, [grantor.id])).has(grantor.id)
  const shared = await protectedLeases(db, tables, [home.leaseId])
  return {
    birthDate: grantor.birthDate,
    died,
    role: home.role,
    // The register moves out whoever has died, but the lease goes on until the estate ends it.
    lease: died ? leaseState(home.lease, today) : standing(home, today),
    hidden: grantor.nonDisclosure ? 'all' : shared.has(home.leaseId) ? 'address' : 'nothing',
  }
}
