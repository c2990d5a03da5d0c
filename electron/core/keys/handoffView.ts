import { asc, count, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { HandoffPage, HandoffSummary, KeyCaseView } from '#shared/contract/keyHandoffViews'
import { helsinkiDay } from '#shared/rules/localDay'
import type { MessageRow } from '../outbox/mail'
import { readSmtp } from '../outbox/settings'
import { streetAddress } from '../residents/homes'
import type { Tables } from '../store/schema'
import type { Db } from '../store/store'
import { type HandoffInList, type HandoffOf, handoffById, isHandoffProtected } from './handoffRows'
import { isOverdue, keyViews } from './keyView'
import { readKeySettings } from './settings'

type Telling = HandoffPage['told']

const messageAt = (message: MessageRow) => message.sentAt ?? message.nextTryAt ?? message.createdAt

/** How many keys of each hand-off there are and came, and how many of its cases are open. */
async function figuresOf(db: Db, { keyHandoffKey, keyCase }: Tables, ids: readonly string[]) {
  if (ids.length === 0) return { keys: new Map(), cases: new Map() }
  const came = sql<number>`sum(case when ${keyHandoffKey.state} in ('arrived', 'damaged', 'extra') then 1 else 0 end)`
  const countedKeys = db
    .select({ id: keyHandoffKey.handoffId, all: count(), came: came.mapWith(Number) })
    .from(keyHandoffKey)
    .where(inArray(keyHandoffKey.handoffId, [...ids]))
    .groupBy(keyHandoffKey.handoffId)
  const openCases = db
    .select({ id: keyCase.handoffId, open: count() })
    .from(keyCase)
    .where(sql`${inArray(keyCase.handoffId, [...ids])} and ${isNull(keyCase.closedAt)}`)
    .groupBy(keyCase.handoffId)
  const [keys, cases] = await Promise.all([countedKeys, openCases])
  return {
    keys: new Map(keys.map((row) => [row.id, row])),
    cases: new Map(cases.map((row) => [row.id, row.open])),
  }
}

/** Hand-offs as lists show them, in their order. */
export async function handoffSummaries(
  db: Db,
  tables: Tables,
  found: readonly HandoffInList[],
  now: Date,
): Promise<HandoffSummary[]> {
  const today = helsinkiDay(now)
  const ids = found.map(({ handoff }) => handoff.id)
  const [{ graceDays }, figures] = await Promise.all([
    readKeySettings(db, tables),
    figuresOf(db, tables, ids),
  ])
  return found.map(({ handoff, resident, leaseNo }) => {
    const { id, version, reference, direction, state, residentId, dueOn, madeAt } = handoff
    const { reminders, remindedOn, bringerKind, bringerResidentId, bringerName } = handoff
    const ofKeys = figures.keys.get(id)
    return {
      ...{ id, version, reference, direction, state, residentId, leaseNo, dueOn, madeAt },
      ...{ reminders, remindedOn },
      name: `${resident.firstNames} ${resident.lastName}`,
      overdue: isOverdue(handoff, today, graceDays),
      bringer: { kind: bringerKind, residentId: bringerResidentId, name: bringerName },
      keys: ofKeys?.all ?? 0,
      arrived: ofKeys?.came ?? 0,
      openCases: figures.cases.get(id) ?? 0,
    }
  })
}

/** Where the latest of these messages is; `otherwise` when there is none. */
function tellingOf(
  messages: readonly MessageRow[],
  kinds: readonly MessageRow['kind'][],
  otherwise: 'paper' | 'noAddress',
): Telling {
  const latest = messages.findLast(({ kind }) => kinds.includes(kind))
  if (!latest) return { state: otherwise, problem: null, messageId: null, at: null }
  return { state: latest.state, problem: latest.problem, messageId: latest.id, at: messageAt(latest) }
}

type History = readonly {
  readonly event: Tables['keyHandoffEvent']['$inferSelect']
  readonly by: string | null
}[]

async function casesOf(
  db: Db,
  { keyCase, key, keyReportRow, staff }: Tables,
  handoffId: string,
  history: History,
  messages: readonly MessageRow[],
): Promise<KeyCaseView[]> {
  const closer = alias(staff, 'closer')
  const rows = await db
    .select({ row: keyCase, key, reported: keyReportRow, openedBy: staff.name, closedBy: closer.name })
    .from(keyCase)
    .innerJoin(staff, eq(staff.id, keyCase.openedBy))
    .leftJoin(closer, eq(closer.id, keyCase.closedBy))
    .leftJoin(key, eq(key.id, keyCase.keyId))
    .leftJoin(keyReportRow, eq(keyReportRow.id, keyCase.reportRowId))
    .where(eq(keyCase.handoffId, handoffId))
    .orderBy(asc(keyCase.openedAt), asc(keyCase.id))
  return rows.map(({ row, key: known, reported, openedBy, closedBy }) => {
    const choices = history.filter(({ event }) => event.caseId === row.id && event.what === 'caseChoice')
    const rekeyed = choices.findLast(({ event }) => event.detail.choice === 'rekey')
    const ofCase = history.filter(({ event }) => event.caseId === row.id)
    const rekeyMessages = messages.filter(({ id }) =>
      ofCase.some(({ event }) => event.detail.messageId === id),
    )
    return {
      id: row.id,
      version: row.version,
      kind: row.kind,
      keyId: row.keyId,
      keyKind: known?.kind ?? reported?.keyKind ?? '',
      keyNumber: known?.number ?? reported?.keyNumber ?? '',
      openedAt: row.openedAt,
      openedBy,
      choices: choices.map(({ event, by }) => ({
        choice: event.detail.choice as KeyCaseView['choices'][number]['choice'],
        at: event.at,
        by: by ?? '',
        note: String(event.detail.note ?? ''),
      })),
      chargeCents: row.chargeCents,
      rekey: rekeyed ? tellingOf(rekeyMessages, ['keysRekey'], 'noAddress') : null,
      closed:
        row.closedAt === null || row.outcome === null
          ? null
          : { at: row.closedAt, by: closedBy ?? '', outcome: row.outcome, note: row.note },
    }
  })
}

async function reportedOf(
  db: Db,
  { keyReportRow, keyReport, staff }: Tables,
  handoffId: string,
): Promise<HandoffPage['reported']> {
  const rows = await db
    .select({ row: keyReportRow, report: keyReport, by: staff.name })
    .from(keyReportRow)
    .innerJoin(keyReport, eq(keyReport.id, keyReportRow.reportId))
    .innerJoin(staff, eq(staff.id, keyReport.takenBy))
    .where(eq(keyReportRow.handoffId, handoffId))
    .orderBy(asc(keyReport.takenAt), asc(keyReportRow.reportId), asc(keyReportRow.line))
  return rows.map(({ row, report, by }) => ({
    rowId: row.id,
    at: report.takenAt,
    by,
    source: report.source,
    happenedOn: row.happenedOn,
    keyKind: row.keyKind,
    keyNumber: row.keyNumber,
    result: row.result,
    problem: row.problem,
    note: row.note,
  }))
}

async function signatureOf(
  db: Db,
  { keySignature, staff }: Tables,
  handoffId: string,
): Promise<HandoffPage['signature']> {
  const [row] = await db
    .select({
      name: keySignature.signerName,
      how: keySignature.how,
      at: keySignature.signedAt,
      by: staff.name,
    })
    .from(keySignature)
    .innerJoin(staff, eq(staff.id, keySignature.staffId))
    .where(eq(keySignature.handoffId, handoffId))
  return row ?? null
}

async function endingOf(db: Db, { staff }: Tables, { handoff }: HandoffOf): Promise<HandoffPage['ended']> {
  const { endedAt, endedBy, cancelledBecause, endNote } = handoff
  if (endedAt === null) return null
  const [by] =
    endedBy === null ? [] : await db.select({ name: staff.name }).from(staff).where(eq(staff.id, endedBy))
  return { at: endedAt, by: by?.name ?? null, because: cancelledBecause, note: endNote ?? '' }
}

/** One hand-off with everything that is told of it. Throws NOT_FOUND. */
export async function handoffView(
  db: Db,
  tables: Tables,
  id: string,
  now: Date,
): Promise<{ residentId: string; handoff: HandoffPage }> {
  const { keyHandoffKey, keyHandoffEvent, key, staff, outboxMessage } = tables
  const of = await handoffById(db, tables, id)
  const { handoff } = of
  const [summary] = await handoffSummaries(db, tables, [of], now)
  const items = await db
    .select({ item: keyHandoffKey, key })
    .from(keyHandoffKey)
    .innerJoin(key, eq(key.id, keyHandoffKey.keyId))
    .where(eq(keyHandoffKey.handoffId, id))
  const itemOf = new Map(items.map(({ item }) => [item.keyId, item]))
  const shown = await keyViews(
    db,
    tables,
    items.map((each) => each.key),
    now,
    'everybody',
  )
  const messages = await db
    .select()
    .from(outboxMessage)
    .where(eq(outboxMessage.keyHandoffId, id))
    .orderBy(asc(outboxMessage.createdAt), asc(outboxMessage.id))
  const history = await db
    .select({ event: keyHandoffEvent, by: staff.name })
    .from(keyHandoffEvent)
    .leftJoin(staff, eq(staff.id, keyHandoffEvent.staffId))
    .where(eq(keyHandoffEvent.handoffId, id))
    .orderBy(asc(keyHandoffEvent.at), asc(keyHandoffEvent.id))
  const isProtected = await isHandoffProtected(db, tables, of)
  const { apartmentId, language, send, note, requestId, askId, mandateId, countedOn } = handoff
  const page: HandoffPage = {
    ...(summary as HandoffSummary),
    ...{ apartmentId, language, send, note, requestId, askId, mandateId, countedOn },
    address: isProtected ? null : streetAddress(of),
    protected: isProtected,
    madeBy: of.madeBy,
    items: shown.map((each) => ({
      key: each,
      state: itemOf.get(each.id)?.state ?? 'expected',
      reportedOn: itemOf.get(each.id)?.reportedOn ?? null,
    })),
    told: tellingOf(messages, ['keys', 'keysCancelled'], 'paper'),
    toldBlc: tellingOf(messages, ['keysToBlc', 'keysToBlcCancelled'], 'noAddress'),
    cases: await casesOf(db, tables, id, history, messages),
    reported: await reportedOf(db, tables, id),
    signature: await signatureOf(db, tables, id),
    ended: await endingOf(db, tables, of),
    messages: messages.map((message) => ({
      id: message.id,
      kind: message.kind,
      state: message.state,
      problem: message.problem,
      at: messageAt(message),
    })),
    history: history.toReversed().map(({ event, by }) => ({
      at: event.at,
      by,
      what: event.what,
      detail: event.detail as HandoffPage['history'][number]['detail'],
    })),
    proposedChargeCents: (await readKeySettings(db, tables)).chargeCents,
    mailConfigured: (await readSmtp(db, tables)) !== null,
  }
  return { residentId: handoff.residentId, handoff: page }
}

/** Hand-offs of one lease's home, those that are open first, then the newest. */
export const openFirst = ({ keyHandoff }: Tables) => [
  sql`case when ${keyHandoff.endedAt} is null then 0 else 1 end`,
  desc(keyHandoff.madeAt),
  desc(keyHandoff.id),
]
