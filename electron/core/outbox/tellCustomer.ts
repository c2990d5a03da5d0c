import { randomBytes } from 'node:crypto'
import { and, eq, inArray } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { VisitMessageKind } from '#shared/rules/outbox'
import { visitIcs } from '../documents/visitIcs'
import { asOneLine, visitMessage } from '../documents/visitMessage'
import type { Tables } from '../store/schema'
import type { Tx } from '../store/store'

type VisitRow = Tables['visit']['$inferSelect']
type MessageRow = Tables['outboxMessage']['$inferInsert']

interface Telling {
  readonly visit: VisitRow
  /** Who is greeted. */
  readonly name: string
  readonly kind: Exclude<VisitMessageKind, 'reminder'>
  readonly now: Date
  /** How long before the visit it is reminded of; 0 for never. */
  readonly reminderHours: number
}

function messageRow(
  { visit, name, now }: Telling,
  times: { readonly startsAt: Date; readonly endsAt: Date; readonly email: string },
  kind: VisitMessageKind,
  nextTryAt: Date,
): MessageRow {
  const { language } = visit
  const { subject, text } = visitMessage(visit, kind, name, language)
  // A reminder changes nothing in a calendar.
  const ics = kind === 'reminder' ? null : visitIcs({ ...visit, ...times }, kind, now, language)
  return {
    id: uuidv7(),
    kind,
    visitId: visit.id,
    requestId: null,
    keyHandoffId: null,
    defectId: null,
    taskId: null,
    recipientName: asOneLine(name),
    recipient: times.email,
    language,
    subject,
    body: text,
    ics: ics?.text ?? null,
    icsMethod: ics?.method ?? null,
    messageKey: randomBytes(16).toString('hex'),
    state: 'waiting',
    problem: null,
    attempts: 0,
    nextTryAt,
    // That a visit is cancelled is worth knowing also afterwards.
    notAfter: kind === 'cancelled' ? null : times.startsAt,
    claimedBy: null,
    claimedUntil: null,
    handedOverAt: null,
    createdAt: now,
    sentAt: null,
  }
}

/** Takes back what has not gone out about a visit, also what could not go: nobody has to look after it any more. */
async function supersede(tx: Tx, { outboxMessage }: Tables, visitId: string): Promise<void> {
  const dropped = await tx.db
    .update(outboxMessage)
    .set({ state: 'dropped', problem: 'superseded', nextTryAt: null })
    .where(and(eq(outboxMessage.visitId, visitId), inArray(outboxMessage.state, ['waiting', 'failed'])))
    .returning({ id: outboxMessage.id })
  for (const { id } of dropped) tx.changed('outbox', id)
}

/**
 * Writes into the outbox what the customer is to be told of a booked visit, and the reminder, in the caller's transaction:
 * the message is sent afterwards if and only if the booking holds. Nothing when there is no e-mail address. Messages about
 * the visit that still wait, or could not go, are dropped: they say what is no longer so. `visit.icsSequence` must be higher than at the
 * visit's last message.
 */
export async function tellCustomer(tx: Tx, tables: Tables, about: Telling): Promise<void> {
  const { visit, kind, now, reminderHours } = about
  const { email, startsAt, endsAt } = visit
  if (email === null || startsAt === null || endsAt === null) return
  // Nothing can have been said of a visit that is just being booked.
  if (kind !== 'confirmation' || visit.icsSequence > 0) await supersede(tx, tables, visit.id)
  const times = { email, startsAt, endsAt }
  const rows = [messageRow(about, times, kind, now)]
  const remindAt = new Date(startsAt.getTime() - reminderHours * 3_600_000)
  // After the message it belongs to, by its id: what is later about a visit is read from that.
  if (kind !== 'cancelled' && reminderHours > 0 && remindAt > now)
    rows.push(messageRow(about, times, 'reminder', remindAt))
  await tx.insertMany(tables.outboxMessage, rows)
  for (const { id } of rows) tx.changed('outbox', id)
}
