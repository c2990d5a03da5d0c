import { and, asc, eq, gte, inArray, ne, notExists, sql } from 'drizzle-orm'
import { formatPhone } from '#shared/rules/contacts'
import { routeDefect } from '#shared/rules/defectRoute'
import {
  type DefectForRepair,
  type DefectMessageKind,
  defectDestinationText,
  defectMessage,
} from '../documents/defectContent'
import { alreadyTold, messageRow, messagesAbout, takeBackMessages, writeMessages } from '../outbox/writing'
import { streetAddress } from '../residents/homes'
import type { Tables } from '../store/schema'
import type { Db, Tx } from '../store/store'
import {
  buildingOf,
  changeDefect,
  type DefectOf,
  emailOf,
  hiddenAmong,
  openStates,
  selectDefects,
} from './rows'
import { readDefectSettings } from './settings'

/** Where a defect is: in the home, or somewhere in the building. */
export const placeAddress = (of: DefectOf): string =>
  of.defect.place === 'apartment' ? streetAddress(of) : of.property.address

async function forRepair(db: Db, { defect }: Tables, of: DefectOf, note: string): Promise<DefectForRepair> {
  const { sameAsId, phone } = of.defect
  const [same] = sameAsId
    ? await db.select({ reference: defect.reference }).from(defect).where(eq(defect.id, sameAsId))
    : []
  const number = phone ?? of.resident.phone
  return {
    ...of.defect,
    maintenanceArea: of.property.maintenanceArea,
    address: placeAddress(of),
    residentName: `${of.resident.firstNames} ${of.resident.lastName}`,
    phone: number && formatPhone(number),
    sameAs: same?.reference ?? null,
    note,
  }
}

/**
 * Writes the e-mail to whoever repairs or cleans into the outbox, in the caller's transaction: it goes out if and only if that holds. Null when
 * nobody is told by e-mail: of an urgent one, of the resident's own to repair, and when nobody has set an address; then it waits.
 */
export async function tellWhoRepairs(
  tx: Tx,
  tables: Tables,
  of: DefectOf,
  kind: DefectMessageKind,
  now: Date,
  note = '',
): Promise<string | null> {
  const { defect } = of
  if (defect.urgency === 'urgent' || defect.goesTo === 'resident') return null
  const email = emailOf(of, await readDefectSettings(tx.db, tables))
  if (email === null) return null
  const secret = (await hiddenAmong(tx.db, tables, [of]))(of)
  const { subject, text } = defectMessage(await forRepair(tx.db, tables, of, note), kind, secret)
  const row = messageRow({
    about: { defectId: defect.id },
    kind,
    recipient: email,
    recipientName: defect.goesToName || defectDestinationText(defect.goesTo),
    language: 'fi',
    subject,
    text,
    now,
  })
  await writeMessages(tx, tables, [row])
  return row.id
}

/** Takes back what has not gone out about a defect, and tells whether somebody has, or may have, been told of it. */
export const takeBack = (tx: Tx, tables: Tables, defectId: string): Promise<boolean> =>
  takeBackMessages(tx, tables, messagesAbout(tables, { defectId }))

/** When a defect was last opened: when it was reported, or opened again. What was told before says nothing of that. */
const lastOpened = ({ defect, defectEvent }: Tables) =>
  sql`coalesce((select max(${defectEvent.at}) from ${defectEvent} where ${defectEvent.defectId} = ${defect.id} and ${defectEvent.what} = 'reopened'), ${defect.reportedAt})`

/** In a query that has the defect: the messages that tell whoever repairs it of it, as it was last opened. */
export const tellsOfItNow = (tables: Tables) => {
  const { defect, outboxMessage } = tables
  return and(
    eq(outboxMessage.defectId, defect.id),
    inArray(outboxMessage.kind, ['defect', 'defectReopened']),
    gte(outboxMessage.createdAt, lastOpened(tables)),
  )
}

/** What whoever repairs is told now. */
export const kindNow = ({ timesReopened }: DefectOf['defect']): DefectMessageKind =>
  timesReopened > 0 ? 'defectReopened' : 'defect'

/** Hands off the open defects that waited for an address and have one now; those that a person dropped stay. */
export async function handOffWaiting(tx: Tx, tables: Tables, now: Date): Promise<void> {
  const { defect } = tables
  const settings = await readDefectSettings(tx.db, tables)
  const waiting = await selectDefects(tx.db, tables)
    .where(
      and(
        inArray(defect.state, [...openStates]),
        ne(defect.urgency, 'urgent'),
        ne(defect.goesTo, 'resident'),
        notExists(alreadyTold(tx.db, tables, tellsOfItNow(tables))),
      ),
    )
    .orderBy(asc(defect.reportedAt), asc(defect.id))
  for (const of of waiting) {
    if (emailOf(of, settings) === null) continue
    const named = await withNameNow(tx, tables, of)
    await tellWhoRepairs(tx, tables, named, kindNow(of.defect), now)
  }
}

/** A defect with the name that its company has now: one that had none when it was reported. */
export async function withNameNow(tx: Tx, tables: Tables, of: DefectOf): Promise<DefectOf> {
  const settings = await readDefectSettings(tx.db, tables)
  const { goesTo, goesToName } = routeDefect(of.defect.kind, buildingOf(of), settings)
  const same = goesTo === of.defect.goesTo && of.defect.goesToName === ''
  const change = same ? { goesToName } : {}
  await changeDefect(tx, tables, of.defect, change)
  return { ...of, defect: { ...of.defect, ...change, version: of.defect.version + 1 } }
}
