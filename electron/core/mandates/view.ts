import { count, desc, eq, inArray } from 'drizzle-orm'
import type { MandatePage, MandateSummary } from '#shared/contract/mandateViews'
import { helsinkiDay } from '#shared/rules/localDay'
import { checklistOf } from '#shared/rules/mandateTerm'
import { standingOf } from '#shared/rules/mayAct'
import type { Tables } from '../store/schema'
import type { Db } from '../store/store'
import { deadAmong, granteesIdentifiedToday, homesOfAll, leaseEnded, residentsIdentifiedToday } from './facts'
import { type GranteeRow, granteesOf, grantorsOf, type MandateRow, mandateById, powerOf } from './rows'

const present = (ids: readonly (string | null)[]) => ids.filter((id) => id !== null)

/** How grantees are shown: contacts of a resident under non-disclosure are left out. */
async function granteeViews(db: Db, tables: Tables, rows: readonly GranteeRow[], now: Date) {
  const { resident } = tables
  const residentIds = present(rows.map(({ residentId }) => residentId))
  const people =
    residentIds.length > 0
      ? await db
          .select({ id: resident.id, nonDisclosure: resident.nonDisclosure })
          .from(resident)
          .where(inArray(resident.id, residentIds))
      : []
  const hidden = new Set(people.filter(({ nonDisclosure }) => nonDisclosure).map(({ id }) => id))
  const residents = await residentsIdentifiedToday(db, tables, residentIds, now)
  const others = await granteesIdentifiedToday(
    db,
    tables,
    rows.map(({ id }) => id),
    now,
  )
  return rows.map(({ id, mandateId, residentId, firstNames, lastName, birthDate, phone, email }) => {
    const withheld = residentId !== null && hidden.has(residentId)
    return {
      mandateId,
      view: {
        id,
        residentId,
        firstNames,
        lastName,
        birthDate,
        phone: withheld ? null : phone,
        email: withheld ? null : email,
        identifiedToday: others.has(id) || (residentId !== null && residents.has(residentId)),
      },
    }
  })
}

async function paperCounts(db: Db, { mandatePaper }: Tables, ids: readonly string[]) {
  const rows = await db
    .select({ id: mandatePaper.mandateId, n: count() })
    .from(mandatePaper)
    .where(inArray(mandatePaper.mandateId, [...ids]))
    .groupBy(mandatePaper.mandateId)
  return new Map(rows.map(({ id, n }) => [id, n]))
}

async function leaseNumbers(db: Db, { lease }: Tables, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, string>()
  const rows = await db
    .select({ id: lease.id, leaseNo: lease.leaseNo })
    .from(lease)
    .where(inArray(lease.id, [...ids]))
  return new Map(rows.map(({ id, leaseNo }) => [id, leaseNo]))
}

/** Powers as staff see them in lists, in the given order. */
export async function summaries(
  db: Db,
  tables: Tables,
  rows: readonly MandateRow[],
  now: Date,
): Promise<MandateSummary[]> {
  if (rows.length === 0) return []
  const today = helsinkiDay(now)
  const ids = rows.map(({ id }) => id)
  const grantors = await grantorsOf(db, tables, ids)
  const byMandate = Map.groupBy(grantors, ({ mandateId }) => mandateId)
  const grantees = Map.groupBy(
    await granteeViews(db, tables, await granteesOf(db, tables, ids), now),
    ({ mandateId }) => mandateId,
  )
  const papers = await paperCounts(db, tables, ids)
  const dead = await deadAmong(
    db,
    tables,
    grantors.map(({ resident }) => resident.id),
  )
  const homes = await homesOfAll(
    db,
    tables,
    rows.map(({ residentId }) => residentId),
  )
  const leases = await leaseNumbers(db, tables, present(rows.map(({ objectLeaseId }) => objectLeaseId)))
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    standing: standingOf(
      powerOf(row),
      { died: dead.has(row.residentId), leaseEnded: leaseEnded(row, homes, today) },
      today,
    ),
    grantors: (byMandate.get(row.id) ?? []).map(({ resident }) => ({
      residentId: resident.id,
      name: `${resident.firstNames} ${resident.lastName}`,
      died: dead.has(resident.id),
    })),
    grantees: (grantees.get(row.id) ?? []).map(({ view }) => view),
    general: row.general,
    scopes: [...row.scopes],
    openSection: row.openSection,
    object: row.objectKind && {
      kind: row.objectKind,
      leaseNo: row.objectLeaseId === null ? null : (leases.get(row.objectLeaseId) ?? null),
      name: row.objectName,
    },
    signedOn: row.signedOn,
    validFrom: row.validFrom,
    validUntil: row.validUntil,
    lastDay: row.lastDay,
    papers: papers.get(row.id) ?? 0,
  }))
}

const papersOf = (db: Db, { mandatePaper, staff }: Tables, id: string) =>
  db
    .select({
      id: mandatePaper.id,
      name: mandatePaper.name,
      kind: mandatePaper.kind,
      bytes: mandatePaper.bytes,
      at: mandatePaper.addedAt,
      by: staff.name,
    })
    .from(mandatePaper)
    .innerJoin(staff, eq(staff.id, mandatePaper.addedBy))
    .where(eq(mandatePaper.mandateId, id))
    .orderBy(mandatePaper.addedAt, mandatePaper.id)

const historyOf = (db: Db, { mandateEvent, staff }: Tables, id: string) =>
  db
    .select({ at: mandateEvent.at, by: staff.name, what: mandateEvent.what, detail: mandateEvent.detail })
    .from(mandateEvent)
    .innerJoin(staff, eq(staff.id, mandateEvent.staffId))
    .where(eq(mandateEvent.mandateId, id))
    .orderBy(desc(mandateEvent.at), desc(mandateEvent.id))
    .limit(500)

/** One power with everything about it, and its first grantor: whose records it is audited under. */
export async function mandateView(
  db: Db,
  tables: Tables,
  id: string,
  now: Date,
): Promise<{ residentId: string; mandate: MandatePage }> {
  const row = await mandateById(db, tables, id)
  const [summary] = await summaries(db, tables, [row], now)
  const { mandate } = tables
  const [anew] = await db
    .select({ id: mandate.id })
    .from(mandate)
    .where(eq(mandate.renews, id))
    .orderBy(desc(mandate.recordedAt))
    .limit(1)
  const history = await historyOf(db, tables, id)
  return {
    residentId: row.residentId,
    mandate: {
      ...(summary as MandateSummary),
      parties: [...row.parties],
      diedOn: row.diedOn,
      arrived: row.arrived,
      checklist: [...checklistOf(powerOf(row))],
      refused: row.refusedBecause && { why: row.refusedBecause, note: row.refusedNote ?? '' },
      revoked:
        row.revokedBy && row.revokedHow && row.revokedOn
          ? { by: row.revokedBy, how: row.revokedHow, on: row.revokedOn, note: row.revokedNote ?? '' }
          : null,
      renews: row.renews,
      renewedBy: anew?.id ?? null,
      paperList: await papersOf(db, tables, id),
      history: history.map((event) => ({
        ...event,
        detail: event.detail as MandatePage['history'][number]['detail'],
      })),
    },
  }
}
