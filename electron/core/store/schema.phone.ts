import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { AnswerTexts } from '#shared/contract/answers'
import type { CallLine, CallOutcome, CallState, CallTopic } from '#shared/contract/calls'
import type { DefectEventWhat, DefectState } from '#shared/contract/defects'
import type { DoorCancelReason, DoorState } from '#shared/contract/doors'
import type { TaskEventWhat, TaskKind, TaskState, TaskTeam, WaitsFor } from '#shared/contract/tasks'
import type { CallerNumberKind } from '#shared/rules/callerNumber'
import type { DefectDestination, DefectKind, DefectPlace, DefectUrgency } from '#shared/rules/defectKinds'
import type { DoorDayKind, DoorPrice } from '#shared/rules/doorPriceTable'
import type { AskedQuestion, CallerKind } from '#shared/rules/recognising'
import type { DeadlineReason } from '#shared/rules/workingHours'
import type { Kit } from './kit.postgres'
import type { Json } from './schema'

type Referred = { readonly id: AnyPgColumn }

/** Calls, and what comes of them: defects, door openings, tasks; and the answers that are read out. */
export function definePhoneTables(
  kit: Kit,
  {
    staff,
    resident,
    lease,
    apartment,
    property,
    identityCheck,
  }: Record<'staff' | 'resident' | 'lease' | 'apartment' | 'property' | 'identityCheck', Referred>,
) {
  const { table, text, int, flag, json, instant, index, uniqueIndex, check, sql } = kit
  const by = (name: string) =>
    text(name)
      .notNull()
      .references(() => staff.id)

  const call = table(
    'call',
    {
      id: text('id').primaryKey(),
      state: text('state').$type<CallState>().notNull(),
      line: text('line').$type<CallLine>().notNull(),
      staffId: by('staff_id'),
      /** Whoever has it, while it is live. */
      liveStaffId: text('live_staff_id'),
      numberKind: text('number_kind').$type<CallerNumberKind>().notNull(),
      /** E.164, or as it was typed when it is no number; null when there is none. */
      number: text('number'),
      callerKind: text('caller_kind').$type<CallerKind>().notNull(),
      residentId: text('resident_id').references(() => resident.id),
      /** Of a caller who is nobody in the register, or calls for the resident. */
      callerName: text('caller_name').notNull(),
      /** What the caller was asked, and whether they knew it; never what they said. */
      asked: json<readonly AskedQuestion[]>('asked').notNull(),
      recognised: flag('recognised').notNull(),
      topic: text('topic').$type<CallTopic>(),
      said: text('said').notNull(),
      outcome: text('outcome').$type<CallOutcome>(),
      /** It began outside the line's hours. */
      outsideHours: flag('outside_hours').notNull(),
      startedAt: instant('started_at').notNull(),
      /** Since when it has been live; null when it is parked or over. */
      liveSince: instant('live_since'),
      /** How long it was live before that. */
      talkedSeconds: int('talked_seconds').notNull(),
      endedAt: instant('ended_at'),
      version: int('version').notNull(),
    },
    (t) => [
      // One person has one live call, whatever is pressed at once.
      uniqueIndex('call_live').on(t.liveStaffId),
      index('call_staff').on(t.staffId, t.startedAt),
      index('call_resident').on(t.residentId, t.startedAt),
      index('call_state').on(t.state, t.startedAt),
      index('call_started').on(t.startedAt),
    ],
  )

  const defect = table(
    'defect',
    {
      id: text('id').primaryKey(),
      reference: text('reference').notNull(),
      state: text('state').$type<DefectState>().notNull(),
      kind: text('kind').$type<DefectKind>().notNull(),
      place: text('place').$type<DefectPlace>().notNull(),
      urgency: text('urgency').$type<DefectUrgency>().notNull(),
      goesTo: text('goes_to').$type<DefectDestination>().notNull(),
      /** The maintenance area or the company by its name. */
      goesToName: text('goes_to_name').notNull(),
      residentId: text('resident_id')
        .notNull()
        .references(() => resident.id),
      leaseId: text('lease_id')
        .notNull()
        .references(() => lease.id),
      apartmentId: text('apartment_id')
        .notNull()
        .references(() => apartment.id),
      propertyId: text('property_id')
        .notNull()
        .references(() => property.id),
      description: text('description').notNull(),
      /** They may come in with the master key when nobody is at home. */
      masterKey: flag('master_key').notNull(),
      pets: text('pets').notNull(),
      atHome: text('at_home').notNull(),
      /** Where maintenance calls first; null for the register's number. */
      phone: text('phone'),
      via: text('via').$type<'phone' | 'counter' | 'email'>().notNull(),
      callId: text('call_id').references(() => call.id),
      /** Of an urgent one: the number that was to be called, and that it was told. */
      toldNumber: text('told_number'),
      toldAt: instant('told_at'),
      /** Another of the same fault in the building that it was recorded with. */
      sameAsId: text('same_as_id'),
      reportedAt: instant('reported_at').notNull(),
      reportedBy: by('reported_by'),
      /** The working day from which it is counted. */
      startsOn: text('starts_on').notNull(),
      dueAt: instant('due_at').notNull(),
      because: json<readonly DeadlineReason[]>('because').notNull(),
      timesReopened: int('times_reopened').notNull(),
      endedAt: instant('ended_at'),
      endedBy: text('ended_by').references(() => staff.id),
      endNote: text('end_note'),
      version: int('version').notNull(),
    },
    (t) => [
      uniqueIndex('defect_reference').on(t.reference),
      index('defect_resident').on(t.residentId, t.reportedAt),
      index('defect_property').on(t.propertyId, t.kind, t.state),
      index('defect_due').on(t.state, t.dueAt),
      index('defect_call').on(t.callId),
    ],
  )

  /** Everything that was done with a defect, in order. Never changed. */
  const defectEvent = table(
    'defect_event',
    {
      id: text('id').primaryKey(),
      defectId: text('defect_id')
        .notNull()
        .references(() => defect.id),
      at: instant('at').notNull(),
      staffId: by('staff_id'),
      what: text('what').$type<DefectEventWhat>().notNull(),
      detail: json<Record<string, Json>>('detail').notNull(),
    },
    (t) => [index('defect_event_defect').on(t.defectId, t.at)],
  )

  const defectPicture = table(
    'defect_picture',
    {
      id: text('id').primaryKey(),
      defectId: text('defect_id')
        .notNull()
        .references(() => defect.id),
      name: text('name').notNull(),
      kind: text('kind').$type<'jpeg' | 'png'>().notNull(),
      bytes: int('bytes').notNull(),
      sha256: text('sha256').notNull(),
      addedAt: instant('added_at').notNull(),
      addedBy: by('added_by'),
    },
    (t) => [uniqueIndex('defect_picture_once').on(t.defectId, t.sha256)],
  )

  /** A piece of a picture. In pieces, so that a thousand rows, which is how many are copied at a time, fit into memory. */
  const defectPicturePart = table(
    'defect_picture_part',
    {
      id: text('id').primaryKey(),
      pictureId: text('picture_id')
        .notNull()
        .references(() => defectPicture.id),
      place: int('place').notNull(),
      base64: text('base64').notNull(),
    },
    (t) => [uniqueIndex('defect_picture_part_place').on(t.pictureId, t.place)],
  )

  /** The prices of door openings from a day on. */
  const doorPrices = table(
    'door_prices',
    {
      id: text('id').primaryKey(),
      fromOn: text('from_on').notNull(),
      prices: json<readonly DoorPrice[]>('prices').notNull(),
      savedAt: instant('saved_at').notNull(),
      savedBy: by('saved_by'),
      version: int('version').notNull(),
    },
    (t) => [uniqueIndex('door_prices_from').on(t.fromOn)],
  )

  const doorOpening = table(
    'door_opening',
    {
      id: text('id').primaryKey(),
      reference: text('reference').notNull(),
      state: text('state').$type<DoorState>().notNull(),
      residentId: text('resident_id')
        .notNull()
        .references(() => resident.id),
      leaseId: text('lease_id')
        .notNull()
        .references(() => lease.id),
      apartmentId: text('apartment_id')
        .notNull()
        .references(() => apartment.id),
      via: text('via').$type<'phone' | 'counter'>().notNull(),
      callId: text('call_id').references(() => call.id),
      /** At the counter: the check of their document. */
      identityCheckId: text('identity_check_id').references(() => identityCheck.id),
      phone: text('phone'),
      note: text('note').notNull(),
      /** The number that it was dispatched to, and why that one. */
      dispatchedTo: text('dispatched_to').notNull(),
      dispatchedBecause: text('dispatched_because').$type<'phoneHours' | 'onCall'>().notNull(),
      /** By when they usually come. */
      usualBy: instant('usual_by').notNull(),
      /** Null when there were no prices; then the caller accepted that it costs what it costs. */
      feeCents: int('fee_cents'),
      dayKind: text('day_kind').$type<DoorDayKind>(),
      /** The first day of the price table that the fee is from. */
      pricesFrom: text('prices_from'),
      orderedAt: instant('ordered_at').notNull(),
      orderedBy: by('ordered_by'),
      endedAt: instant('ended_at'),
      endedBy: text('ended_by').references(() => staff.id),
      cancelledBecause: text('cancelled_because').$type<DoorCancelReason>(),
      endNote: text('end_note'),
      /** When its invoice line was written into a file. */
      exportedAt: instant('exported_at'),
      exportedBy: text('exported_by').references(() => staff.id),
      version: int('version').notNull(),
    },
    (t) => [
      uniqueIndex('door_opening_reference').on(t.reference),
      index('door_opening_resident').on(t.residentId, t.orderedAt),
      index('door_opening_state').on(t.state, t.orderedAt),
      index('door_opening_call').on(t.callId),
    ],
  )

  /** Something that somebody has to do by a time. */
  const task = table(
    'task',
    {
      id: text('id').primaryKey(),
      kind: text('kind').$type<TaskKind>().notNull(),
      state: text('state').$type<TaskState>().notNull(),
      subject: text('subject').notNull(),
      body: text('body').notNull(),
      residentId: text('resident_id').references(() => resident.id),
      /** The home that it is about. */
      leaseId: text('lease_id').references(() => lease.id),
      callId: text('call_id').references(() => call.id),
      defectId: text('defect_id').references(() => defect.id),
      doorOpeningId: text('door_opening_id').references(() => doorOpening.id),
      /** Exactly one of these two has it. */
      ownerStaffId: text('owner_staff_id').references(() => staff.id),
      ownerTeam: text('owner_team').$type<TaskTeam>(),
      waitsFor: text('waits_for').$type<WaitsFor>(),
      dueAt: instant('due_at').notNull(),
      because: json<readonly DeadlineReason[]>('because').notNull(),
      madeAt: instant('made_at').notNull(),
      madeBy: by('made_by'),
      endedAt: instant('ended_at'),
      endedBy: text('ended_by').references(() => staff.id),
      endNote: text('end_note'),
      version: int('version').notNull(),
    },
    (t) => [
      check('task_one_owner', sql`(owner_staff_id IS NULL) <> (owner_team IS NULL)`),
      index('task_owner').on(t.ownerStaffId, t.state, t.dueAt),
      index('task_team').on(t.ownerTeam, t.state, t.dueAt),
      index('task_due').on(t.state, t.dueAt),
      index('task_resident').on(t.residentId, t.madeAt),
      index('task_call').on(t.callId),
    ],
  )

  /** Everything that was done with a task, in order. Never changed. */
  const taskEvent = table(
    'task_event',
    {
      id: text('id').primaryKey(),
      taskId: text('task_id')
        .notNull()
        .references(() => task.id),
      at: instant('at').notNull(),
      staffId: by('staff_id'),
      what: text('what').$type<TaskEventWhat>().notNull(),
      detail: json<Record<string, Json>>('detail').notNull(),
    },
    (t) => [index('task_event_task').on(t.taskId, t.at)],
  )

  /** An answer that the lead wrote, alone or in place of one that ships. */
  const answer = table(
    'answer',
    {
      id: text('id').primaryKey(),
      /** Of the answer that ships, or the row's own id. */
      key: text('key').notNull(),
      topic: text('topic').notNull(),
      texts: json<AnswerTexts>('texts').notNull(),
      validFrom: text('valid_from'),
      validUntil: text('valid_until'),
      /** Not shown any more; one that ships is withdrawn so. */
      withdrawn: flag('withdrawn').notNull(),
      changedAt: instant('changed_at').notNull(),
      changedBy: by('changed_by'),
      version: int('version').notNull(),
    },
    (t) => [uniqueIndex('answer_key').on(t.key)],
  )

  return {
    call,
    defect,
    defectEvent,
    defectPicture,
    defectPicturePart,
    doorPrices,
    doorOpening,
    task,
    taskEvent,
    answer,
  }
}
