import type { VisitMessageKind } from '#shared/rules/outbox'
import { visitIcs } from '../documents/visitIcs'
import { visitMessage } from '../documents/visitMessage'
import type { Tables } from '../store/schema'
import type { Tx } from '../store/store'
import type { MessageRow } from './mail'
import { dropMessages, messageRow, messagesAbout, writeMessages } from './writing'

type VisitRow = Tables['visit']['$inferSelect']

interface Telling {
  readonly visit: VisitRow
  /** Who is greeted. */
  readonly name: string
  readonly kind: Exclude<VisitMessageKind, 'reminder'>
  readonly now: Date
  /** How long before the visit it is reminded of; 0 for never. */
  readonly reminderHours: number
}

function visitRow(
  { visit, name, now }: Telling,
  times: { readonly startsAt: Date; readonly endsAt: Date; readonly email: string },
  kind: VisitMessageKind,
  nextTryAt: Date,
): MessageRow {
  const { language } = visit
  // A reminder changes nothing in a calendar.
  const ics = kind === 'reminder' ? null : visitIcs({ ...visit, ...times }, kind, now, language)
  return messageRow({
    about: { visitId: visit.id },
    kind,
    recipient: times.email,
    recipientName: name,
    language,
    ...visitMessage(visit, kind, name, language),
    ics: ics?.text ?? null,
    icsMethod: ics?.method ?? null,
    now,
    nextTryAt,
    // That a visit is cancelled is worth knowing also afterwards.
    notAfter: kind === 'cancelled' ? null : times.startsAt,
  })
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
  if (kind !== 'confirmation' || visit.icsSequence > 0)
    await dropMessages(tx, tables, messagesAbout(tables, { visitId: visit.id }))
  const times = { email, startsAt, endsAt }
  const rows = [visitRow(about, times, kind, now)]
  const remindAt = new Date(startsAt.getTime() - reminderHours * 3_600_000)
  // After the message it belongs to, by its id: what is later about a visit is read from that.
  if (kind !== 'cancelled' && reminderHours > 0 && remindAt > now)
    rows.push(visitRow(about, times, 'reminder', remindAt))
  await writeMessages(tx, tables, rows)
}
