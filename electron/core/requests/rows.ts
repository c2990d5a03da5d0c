import { eq } from 'drizzle-orm'
import type { RequestSettings } from '#shared/contract/requests'
import { named } from '../access/procedure'
import { protectedLeases } from '../residents/homes'
import type { Tables } from '../store/schema'
import type { Db } from '../store/store'

export type RequestRow = Tables['serviceRequest']['$inferSelect']

/** A request with whose it is and of which home. */
export interface RequestOf {
  readonly request: RequestRow
  readonly resident: Tables['resident']['$inferSelect']
  readonly leaseNo: string
  readonly apartment: Tables['apartment']['$inferSelect']
  readonly property: Tables['property']['$inferSelect']
  readonly madeBy: string
}

/** Requests with what is told of them; to be narrowed and ordered. */
export function selectRequests(db: Db, tables: Tables) {
  const { serviceRequest, resident, lease, apartment, property, staff } = tables
  return db
    .select({
      request: serviceRequest,
      resident,
      leaseNo: lease.leaseNo,
      apartment,
      property,
      madeBy: staff.name,
    })
    .from(serviceRequest)
    .innerJoin(resident, eq(resident.id, serviceRequest.residentId))
    .innerJoin(lease, eq(lease.id, serviceRequest.leaseId))
    .innerJoin(apartment, eq(apartment.id, lease.apartmentId))
    .innerJoin(property, eq(property.id, apartment.propertyId))
    .innerJoin(staff, eq(staff.id, serviceRequest.madeBy))
    .$dynamic()
}

/** One request by its id. Throws NOT_FOUND. */
export async function requestById(db: Db, tables: Tables, id: string): Promise<RequestOf> {
  const [found] = await selectRequests(db, tables).where(eq(tables.serviceRequest.id, id))
  if (!found) throw named('NOT_FOUND')
  return found
}

/** Whether whose request it is, or somebody they share the home with, is under non-disclosure now. */
export async function isProtected(
  db: Db,
  tables: Tables,
  { resident, request }: Pick<RequestOf, 'resident' | 'request'>,
): Promise<boolean> {
  if (resident.nonDisclosure) return true
  return (await protectedLeases(db, tables, [request.leaseId])).has(request.leaseId)
}

/** To whom a request goes now: by name when it is a building manager, and to which address; null when none is set. */
export const whereTo = (
  { property }: Pick<RequestOf, 'property'>,
  goesTo: RequestRow['goesTo'],
  { emails }: RequestSettings,
): { readonly name: string | null; readonly email: string | null } =>
  goesTo === 'buildingManager'
    ? { name: property.managerName, email: property.managerEmail || null }
    : { name: null, email: emails[goesTo] }
