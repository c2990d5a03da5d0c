import { count, desc, eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { TimelineEvent, timelineKinds } from '#shared/contract/residents'
import type { DeskSession } from '../access/sessions'
import type { Json, Tables } from '../store/schema'
import type { Db, Tx } from '../store/store'

export type TimelineKind = (typeof timelineKinds)[number]

const pageSize = 20

/** Writes into a resident's timeline what was done with them, in the transaction in which it is done. */
export async function recordEvent(
  tx: Tx,
  { timelineEvent }: Tables,
  event: {
    readonly residentId: string
    readonly at: Date
    readonly by: DeskSession
    readonly kind: TimelineKind
    readonly detail: Record<string, Json>
  },
): Promise<TimelineEvent> {
  const row = {
    id: uuidv7(),
    residentId: event.residentId,
    at: event.at,
    staffId: event.by.staffId,
    kind: event.kind,
    detail: event.detail,
  }
  await tx.db.insert(timelineEvent).values(row)
  tx.changed('resident', event.residentId)
  return view(row, event.by.name)
}

const view = (row: Tables['timelineEvent']['$inferSelect'], by: string): TimelineEvent => ({
  id: row.id,
  at: row.at,
  by,
  kind: row.kind as TimelineKind,
  detail: row.detail as TimelineEvent['detail'],
})

/** Old and new values of what non-disclosure hides are left out; that they were corrected stays. */
function withoutContacts(event: TimelineEvent): TimelineEvent {
  if (event.kind !== 'contactsCorrected' && event.kind !== 'portalStep') return event
  const { changed, email: _email, ...rest } = event.detail
  const fields = Array.isArray(changed) ? changed : []
  const hidden = fields.map((one) => ({ field: (one as { field: string }).field, before: null, after: null }))
  return { ...event, detail: fields.length > 0 ? { ...rest, changed: hidden } : rest }
}

/** One page of a resident's timeline, newest first. */
export async function readTimeline(
  db: Db,
  { timelineEvent, staff }: Tables,
  resident: { readonly id: string; readonly nonDisclosure: boolean },
  page: number,
): Promise<{ events: TimelineEvent[]; total: number }> {
  const own = eq(timelineEvent.residentId, resident.id)
  const rows = await db
    .select({ event: timelineEvent, by: staff.name })
    .from(timelineEvent)
    .innerJoin(staff, eq(staff.id, timelineEvent.staffId))
    .where(own)
    .orderBy(desc(timelineEvent.at), desc(timelineEvent.id))
    .limit(pageSize)
    .offset(page * pageSize)
  const [all] = await db.select({ n: count() }).from(timelineEvent).where(own)
  const events = rows.map(({ event, by }) => view(event, by))
  return { events: resident.nonDisclosure ? events.map(withoutContacts) : events, total: all?.n ?? 0 }
}
