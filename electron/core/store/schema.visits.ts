import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Language } from '#shared/contract/base'
import type { MailProblem, MessageKind, MessageState } from '#shared/rules/outbox'
import type { VisitReason } from '#shared/rules/visitReasons'
import type { VisitState } from '#shared/rules/visitStates'
import type { VisitTeam } from '#shared/rules/visitTimetable'
import type { Kit } from './kit.postgres'
import type { Json } from './schema'

/** The tables that these refer to. */
interface PeopleTables {
  readonly staff: { readonly id: AnyPgColumn }
  readonly resident: { readonly id: AnyPgColumn }
  readonly serviceRequest: { readonly id: AnyPgColumn }
  readonly keyHandoff: { readonly id: AnyPgColumn }
  readonly defect: { readonly id: AnyPgColumn }
  readonly task: { readonly id: AnyPgColumn }
}

/** Visits, the desks that serve them, and the messages about them. */
export function defineVisitTables(
  kit: Kit,
  { staff, resident, serviceRequest, keyHandoff, defect, task }: PeopleTables,
) {
  const { table, text, int, flag, json, instant, index, uniqueIndex, sql } = kit

  const visit = table(
    'visit',
    {
      id: text('id').primaryKey(),
      kind: text('kind').$type<'appointment' | 'walkIn'>().notNull(),
      team: text('team').$type<VisitTeam>().notNull(),
      state: text('state').$type<VisitState>().notNull(),
      residentId: text('resident_id').references(() => resident.id),
      /** Who comes when it is nobody in the register. */
      personKind: text('person_kind').$type<'applicant' | 'grantee' | 'estate' | 'other'>(),
      personName: text('person_name'),
      reason: text('reason').$type<VisitReason>().notNull(),
      language: text('language').$type<Language>().notNull(),
      additionalInformation: text('additional_information').notNull(),
      phone: text('phone'),
      email: text('email'),
      day: text('day').notNull(),
      startsAt: instant('starts_at'),
      endsAt: instant('ends_at'),
      lane: int('lane'),
      reference: text('reference'),
      /** Raised with every message about the visit, so that calendars take the later one. */
      icsSequence: int('ics_sequence').notNull(),
      series: text('series').$type<'A' | 'B'>(),
      number: int('number'),
      bookedAt: instant('booked_at').notNull(),
      bookedBy: text('booked_by')
        .notNull()
        .references(() => staff.id),
      arrivedAt: instant('arrived_at'),
      calledAt: instant('called_at'),
      timesCalled: int('times_called').notNull(),
      deskNo: int('desk_no'),
      calledBy: text('called_by').references(() => staff.id),
      transferred: flag('transferred').notNull(),
      transferredToDesk: int('transferred_to_desk'),
      finishedAt: instant('finished_at'),
      outcome: text('outcome').$type<'done' | 'continues' | 'referred' | 'notDone'>(),
      note: text('note'),
      version: int('version').notNull(),
    },
    (t) => [
      uniqueIndex('visit_reference').on(t.reference),
      // Two receptionists at once never give the same number.
      uniqueIndex('visit_number').on(t.day, t.series, t.number),
      // A desk serves one visit at a time, whatever is pressed at once.
      uniqueIndex('visit_at_desk').on(t.deskNo).where(sql`state = 'called'`),
      index('visit_day').on(t.day, t.state),
      index('visit_resident').on(t.residentId, t.day),
    ],
  )

  /** A step of one desk's time that is booked. The unique index gives it away once. */
  const visitSlot = table(
    'visit_slot',
    {
      id: text('id').primaryKey(),
      visitId: text('visit_id')
        .notNull()
        .references(() => visit.id),
      startsAt: instant('starts_at').notNull(),
      lane: int('lane').notNull(),
    },
    (t) => [uniqueIndex('visit_slot_taken').on(t.startsAt, t.lane), index('visit_slot_visit').on(t.visitId)],
  )

  /** Everything that was done with a visit, in order. Never changed. */
  const visitEvent = table(
    'visit_event',
    {
      id: text('id').primaryKey(),
      visitId: text('visit_id')
        .notNull()
        .references(() => visit.id),
      at: instant('at').notNull(),
      staffId: text('staff_id')
        .notNull()
        .references(() => staff.id),
      what: text('what').notNull(),
      detail: json<Record<string, Json>>('detail').notNull(),
    },
    (t) => [index('visit_event_visit').on(t.visitId, t.at)],
  )

  /** Who has taken which service desk. */
  const serviceDesk = table(
    'service_desk',
    {
      deskNo: int('desk_no').primaryKey(),
      staffId: text('staff_id')
        .notNull()
        .references(() => staff.id),
      takenAt: instant('taken_at').notNull(),
    },
    (t) => [uniqueIndex('service_desk_staff').on(t.staffId)],
  )

  /** A message about a visit, a service request, a hand-off of keys, a defect or a task, written with what it is about and sent afterwards. */
  const outboxMessage = table(
    'outbox_message',
    {
      id: text('id').primaryKey(),
      kind: text('kind').$type<MessageKind>().notNull(),
      /** What it is about: one of these. */
      visitId: text('visit_id').references(() => visit.id),
      requestId: text('request_id').references(() => serviceRequest.id),
      keyHandoffId: text('key_handoff_id').references(() => keyHandoff.id),
      defectId: text('defect_id').references(() => defect.id),
      taskId: text('task_id').references(() => task.id),
      recipientName: text('recipient_name').notNull(),
      recipient: text('recipient').notNull(),
      language: text('language').$type<Language>().notNull(),
      subject: text('subject').notNull(),
      body: text('body').notNull(),
      /** The calendar entry, iCalendar text, and whether it is a request or a cancellation; null for none. */
      ics: text('ics'),
      icsMethod: text('ics_method').$type<'REQUEST' | 'CANCEL'>(),
      /** Of the message's Message-ID, so that every try is the same message. */
      messageKey: text('message_key').notNull(),
      state: text('state').$type<MessageState>().notNull(),
      problem: text('problem').$type<MailProblem>(),
      attempts: int('attempts').notNull(),
      nextTryAt: instant('next_try_at'),
      /** No use after this: the visit has begun. */
      notAfter: instant('not_after'),
      /** Which program has it in hand, and until when it is believed to. */
      claimedBy: text('claimed_by'),
      claimedUntil: instant('claimed_until'),
      /** Written just before the last line is given to the server: from here on it may have the message. */
      handedOverAt: instant('handed_over_at'),
      createdAt: instant('created_at').notNull(),
      sentAt: instant('sent_at'),
    },
    (t) => [
      uniqueIndex('outbox_message_key').on(t.messageKey),
      index('outbox_message_due').on(t.state, t.nextTryAt),
      index('outbox_message_visit').on(t.visitId),
      index('outbox_message_request').on(t.requestId),
      index('outbox_message_key_handoff').on(t.keyHandoffId),
      index('outbox_message_defect').on(t.defectId),
      index('outbox_message_task').on(t.taskId),
      index('outbox_message_created').on(t.createdAt),
    ],
  )

  return { visit, visitSlot, visitEvent, serviceDesk, outboxMessage }
}
