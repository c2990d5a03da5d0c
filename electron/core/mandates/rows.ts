import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import type { MandateObject, Power } from '#shared/rules/mayAct'
import { named } from '../access/procedure'
import { given, prepared } from '../store/prepared'
import type { Tables } from '../store/schema'
import type { Db } from '../store/store'

export type MandateRow = Tables['mandate']['$inferSelect']
export type GranteeRow = Tables['mandateGrantee']['$inferSelect']

/** So many powers of one resident are shown; nobody has as many. */
const most = 200

const oneMandate = prepared((db, { mandate }) =>
  db
    .select()
    .from(mandate)
    .where(eq(mandate.id, given(mandate.id, 'id')))
    .prepare('oneMandate'),
)

/** Reads a power, or answers NOT_FOUND. */
export async function mandateById(db: Db, tables: Tables, id: string): Promise<MandateRow> {
  const [row] = await oneMandate(db, tables).execute({ id })
  if (!row) throw named('NOT_FOUND')
  return row
}

// Every look at a resident asks for these two, and most residents have none.
const givenBy = prepared((db, { mandate, mandateGrantor }) =>
  db
    .select({ mandate })
    .from(mandateGrantor)
    .innerJoin(mandate, eq(mandate.id, mandateGrantor.mandateId))
    .where(eq(mandateGrantor.residentId, given(mandateGrantor.residentId, 'id')))
    .orderBy(desc(mandate.recordedAt), desc(mandate.id))
    .limit(most)
    .prepare('mandatesGivenBy'),
)
const heldBy = prepared((db, { mandate, mandateGrantee }) =>
  db
    .select({ mandate })
    .from(mandateGrantee)
    .innerJoin(mandate, eq(mandate.id, mandateGrantee.mandateId))
    .where(
      and(
        eq(mandateGrantee.residentId, given(mandateGrantee.residentId, 'id')),
        eq(mandateGrantee.removed, false),
      ),
    )
    .orderBy(desc(mandate.recordedAt), desc(mandate.id))
    .limit(most)
    .prepare('mandatesHeldBy'),
)

/** The powers that a resident gave, newest first. */
export const mandatesGivenBy = async (db: Db, tables: Tables, id: string): Promise<MandateRow[]> =>
  (await givenBy(db, tables).execute({ id })).map((row) => row.mandate)

/** The powers that name a resident as a grantee, newest first. */
export const mandatesHeldBy = async (db: Db, tables: Tables, id: string): Promise<MandateRow[]> =>
  (await heldBy(db, tables).execute({ id })).map((row) => row.mandate)

/** The grantees of these powers, in the order of the paper; those who were taken away by a correction when asked for. */
export async function granteesOf(
  db: Db,
  { mandateGrantee }: Tables,
  mandateIds: readonly string[],
  removedToo = false,
): Promise<GranteeRow[]> {
  if (mandateIds.length === 0) return []
  return db
    .select()
    .from(mandateGrantee)
    .where(
      and(
        inArray(mandateGrantee.mandateId, [...mandateIds]),
        removedToo ? undefined : eq(mandateGrantee.removed, false),
      ),
    )
    .orderBy(asc(mandateGrantee.place))
}

/** The grantors of these powers, the first of each first. */
export async function grantorsOf(
  db: Db,
  { mandateGrantor, resident }: Tables,
  mandateIds: readonly string[],
) {
  if (mandateIds.length === 0) return []
  return db
    .select({ mandateId: mandateGrantor.mandateId, resident })
    .from(mandateGrantor)
    .innerJoin(resident, eq(resident.id, mandateGrantor.residentId))
    .where(inArray(mandateGrantor.mandateId, [...mandateIds]))
    .orderBy(asc(mandateGrantor.place))
}

function objectOf(row: MandateRow): MandateObject | null {
  switch (row.objectKind) {
    case null:
      return null
    case 'lease':
      return { kind: 'lease', leaseId: row.objectLeaseId ?? '' }
    case 'apartment':
      return { kind: 'apartment', apartmentId: row.objectApartmentId ?? '' }
    default:
      return { kind: row.objectKind, name: row.objectName ?? '' }
  }
}

/** A power as the rule sees it. */
export const powerOf = (row: MandateRow): Power => ({
  id: row.id,
  state: row.state,
  general: row.general,
  scopes: row.scopes,
  openSection: row.openSection !== '',
  object: objectOf(row),
  signedOn: row.signedOn,
  validFrom: row.validFrom,
  validUntil: row.validUntil,
})
