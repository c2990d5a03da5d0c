import { and, desc, eq, gte, inArray, isNotNull } from 'drizzle-orm'
import { DateTime } from 'luxon'
import { type DocumentKind, documentServes } from '#shared/rules/documents'
import { HELSINKI, type LocalDay } from '#shared/rules/localDay'
import { standing } from '#shared/rules/residentMarks'
import { type Home, homesOf } from '../residents/homes'
import type { Tables } from '../store/schema'
import type { Db } from '../store/store'

/**
 * Those of these residents who have died: by the register, or by the papers of a valid power for their estate, which the office
 * sees before the register knows.
 */
export async function deadAmong(
  db: Db,
  { mandate, resident }: Tables,
  residentIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (residentIds.length === 0) return new Set()
  const ids = [...new Set(residentIds)]
  const inRegister = await db
    .select({ id: resident.id })
    .from(resident)
    .where(and(inArray(resident.id, ids), isNotNull(resident.diedOn)))
  const byPapers = await db
    .select({ id: mandate.residentId })
    .from(mandate)
    .where(and(inArray(mandate.residentId, ids), eq(mandate.state, 'valid'), isNotNull(mandate.diedOn)))
  return new Set([...inRegister, ...byPapers].map(({ id }) => id))
}

/** Whether the lease that a power is for has ended for its grantor, or every lease when it names none. */
export function leaseEnded(
  row: Pick<Tables['mandate']['$inferSelect'], 'residentId' | 'objectLeaseId'>,
  homes: readonly Home[],
  today: LocalDay,
): boolean {
  const meant = homes.filter(
    ({ residentId, leaseId }) =>
      residentId === row.residentId && (row.objectLeaseId === null || row.objectLeaseId === leaseId),
  )
  return meant.every((home) => standing(home, today) === 'ended')
}

/** Homes of many residents, however many. */
export const homesOfAll = (db: Db, tables: Tables, residentIds: readonly string[]) =>
  homesOf(db, tables, [...new Set(residentIds)])

/** The first moment of today in Helsinki. */
export const startOfDay = (now: Date) =>
  DateTime.fromJSDate(now, { zone: HELSINKI }).startOf('day').toJSDate()

/** A document of a kind that identifies for other matters than a door. */
const identifies = (row: { readonly documentKind: string } | undefined) =>
  row !== undefined && documentServes(row.documentKind as DocumentKind, 'other')

/** Those of these residents who have shown today, Helsinki day, who they are. */
export async function residentsIdentifiedToday(
  db: Db,
  { identityCheck }: Tables,
  residentIds: readonly string[],
  now: Date,
): Promise<ReadonlySet<string>> {
  if (residentIds.length === 0) return new Set()
  const rows = await db
    .select({ id: identityCheck.residentId, documentKind: identityCheck.documentKind })
    .from(identityCheck)
    .where(
      and(
        inArray(identityCheck.residentId, [...residentIds]),
        eq(identityCheck.outcome, 'accepted'),
        gte(identityCheck.checkedAt, startOfDay(now)),
      ),
    )
    .orderBy(desc(identityCheck.checkedAt))
  return new Set(rows.filter(identifies).map(({ id }) => id))
}

/** Those of these grantees, who are no residents, who have shown today who they are. */
export async function granteesIdentifiedToday(
  db: Db,
  { mandateGranteeCheck }: Tables,
  granteeIds: readonly string[],
  now: Date,
): Promise<ReadonlySet<string>> {
  if (granteeIds.length === 0) return new Set()
  const rows = await db
    .select({ id: mandateGranteeCheck.granteeId, documentKind: mandateGranteeCheck.documentKind })
    .from(mandateGranteeCheck)
    .where(
      and(
        inArray(mandateGranteeCheck.granteeId, [...granteeIds]),
        eq(mandateGranteeCheck.outcome, 'accepted'),
        gte(mandateGranteeCheck.checkedAt, startOfDay(now)),
      ),
    )
  return new Set(rows.filter(identifies).map(({ id }) => id))
}
