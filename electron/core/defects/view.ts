import { and, asc, eq, inArray } from 'drizzle-orm'
import type { DefectPage, DefectSummary } from '#shared/contract/defects'
import { contactPoints } from '#shared/rules/facts'
import type { MessageRow } from '../outbox/mail'
import { readSmtp } from '../outbox/settings'
import type { Tables } from '../store/schema'
import type { Db } from '../store/store'
import { placeAddress, tellsOfItNow } from './handOff'
import {
  type DefectOf,
  type DefectRow,
  defectById,
  hiddenAmong,
  isDefectLate,
  isDefectOpen,
  openInBuilding,
} from './rows'

const messageAt = (message: MessageRow) => message.sentAt ?? message.nextTryAt ?? message.createdAt

/** Where the e-mail to whoever repairs is, or why there is none. */
function handOffOf({ urgency, goesTo, toldAt }: DefectRow, latest: MessageRow | undefined) {
  const none = { problem: null, messageId: null, at: null }
  if (urgency === 'urgent') return { ...none, state: 'byPhone' as const, at: toldAt }
  if (goesTo === 'resident') return { ...none, state: 'notOurs' as const }
  if (!latest) return { ...none, state: 'noAddress' as const }
  return { state: latest.state, problem: latest.problem, messageId: latest.id, at: messageAt(latest) }
}

/** Defects as lists show them, in their order. */
export async function defectSummaries(
  db: Db,
  tables: Tables,
  found: readonly DefectOf[],
  now: Date,
): Promise<DefectSummary[]> {
  if (found.length === 0) return []
  const { defect, outboxMessage, defectPicture } = tables
  const ids = found.map(({ defect }) => defect.id)
  const messages = await db
    .select({ message: outboxMessage })
    .from(outboxMessage)
    .innerJoin(defect, eq(defect.id, outboxMessage.defectId))
    .where(and(inArray(defect.id, ids), tellsOfItNow(tables)))
    .orderBy(asc(outboxMessage.createdAt), asc(outboxMessage.id))
  const latest = new Map(messages.map(({ message }) => [message.defectId, message]))
  const pictures = await db
    .select({ defectId: defectPicture.defectId })
    .from(defectPicture)
    .where(inArray(defectPicture.defectId, ids))
  const counts = Map.groupBy(pictures, ({ defectId }) => defectId)
  const isHidden = await hiddenAmong(db, tables, found)
  return found.map((of) => {
    const { defect, resident, property } = of
    const { id, version, reference, state, kind, place, urgency, goesTo, goesToName, residentId } = defect
    const { startsOn, dueAt, because, reportedAt, timesReopened } = defect
    return {
      ...{ id, version, reference, state, kind, place, urgency, goesTo, goesToName, residentId },
      ...{ startsOn, dueAt, because: [...because], reportedAt, timesReopened },
      name: `${resident.firstNames} ${resident.lastName}`,
      address: isHidden(of) ? null : placeAddress(of),
      asOy: property.kind === 'asoy',
      late: isDefectLate(defect, now),
      reportedBy: of.reportedBy,
      pictures: counts.get(id)?.length ?? 0,
      handOff: handOffOf(defect, latest.get(id)),
    }
  })
}

/** Open defects of the building as anybody may see them: nothing says whose. */
export async function similarIn(
  db: Db,
  tables: Tables,
  home: { readonly propertyId: string; readonly apartmentId: string },
  narrow: { readonly kind?: DefectRow['kind']; readonly but?: string } = {},
): Promise<DefectPage['similar']> {
  const rows = await openInBuilding(db, tables, home.propertyId, narrow.kind)
  return rows
    .filter(({ id }) => id !== narrow.but)
    .map(({ id, reference, kind, place, state, reportedAt, apartmentId }) => {
      const sameHome = apartmentId === home.apartmentId
      return { id, reference, kind, place, state, reportedAt, sameHome }
    })
}

async function eventsOf(db: Db, { defectEvent, staff }: Tables, defectId: string) {
  const rows = await db
    .select({ event: defectEvent, by: staff.name })
    .from(defectEvent)
    .innerJoin(staff, eq(staff.id, defectEvent.staffId))
    .where(eq(defectEvent.defectId, defectId))
    .orderBy(asc(defectEvent.at), asc(defectEvent.id))
  return rows.map(({ event: { at, what, detail }, by }) => ({
    at,
    by,
    what,
    detail: detail as DefectPage['events'][number]['detail'],
  }))
}

async function picturesOf(db: Db, { defectPicture, staff }: Tables, defectId: string) {
  const rows = await db
    .select({ picture: defectPicture, addedBy: staff.name })
    .from(defectPicture)
    .innerJoin(staff, eq(staff.id, defectPicture.addedBy))
    .where(eq(defectPicture.defectId, defectId))
    .orderBy(asc(defectPicture.addedAt), asc(defectPicture.id))
  return rows.map(({ picture: { id, name, kind, bytes, addedAt }, addedBy }) => ({
    ...{ id, name, kind, bytes, addedAt, addedBy },
  }))
}

async function endingOf(db: Db, { staff }: Tables, { defect }: DefectOf): Promise<DefectPage['ended']> {
  const { endedAt, endedBy, endNote } = defect
  if (endedAt === null || endedBy === null) return null
  const [by] = await db.select({ name: staff.name }).from(staff).where(eq(staff.id, endedBy))
  return { at: endedAt, by: by?.name ?? '', note: endNote ?? '' }
}

/** One defect with everything that is told of it. Throws NOT_FOUND. */
export async function defectView(
  db: Db,
  tables: Tables,
  id: string,
  now: Date,
): Promise<{ residentId: string; defect: DefectPage }> {
  const of = await defectById(db, tables, id)
  const { defect, resident } = of
  const [summary] = await defectSummaries(db, tables, [of], now)
  const { description, masterKey, pets, atHome, via, callId, toldNumber, toldAt, sameAsId } = defect
  const similar = isDefectOpen(defect)
    ? await similarIn(db, tables, defect, { kind: defect.kind, but: id })
    : []
  const page: DefectPage = {
    ...(summary as DefectSummary),
    ...{ description, masterKey, pets, atHome, via, callId, toldNumber, toldAt, sameAsId, similar },
    leaseNo: of.leaseNo,
    phone: resident.nonDisclosure ? null : (defect.phone ?? resident.phone),
    pictureList: await picturesOf(db, tables, id),
    ended: await endingOf(db, tables, of),
    events: await eventsOf(db, tables, id),
    maintenanceCallsFrom: contactPoints.maintenanceCallsBeginWith,
    mailConfigured: (await readSmtp(db, tables)) !== null,
  }
  return { residentId: defect.residentId, defect: page }
}
