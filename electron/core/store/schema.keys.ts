import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Language } from '#shared/contract/base'
import type {
  BringerKind,
  CaseOutcome,
  HandoffEventWhat,
  KeyCancelReason,
  ReportResult,
  ReportRowProblem,
} from '#shared/contract/keyTerms'
import type { CaseKind, HandoffDirection, HandoffKeyState, HandoffState } from '#shared/rules/keyHandoff'
import type { LabelCorrection } from '#shared/rules/keyLabel'
import type { KeyEventWhat, KeyHolderKind, KeyKind, KeyWord } from '#shared/rules/keyLedger'
import type { Kit } from './kit.postgres'
import type { Json } from './schema'

type Referred = { readonly id: AnyPgColumn }

/** Keys, who has had them, their hand-offs, and what BLC Turva reported of them. */
export function defineKeyTables(
  kit: Kit,
  {
    staff,
    resident,
    lease,
    apartment,
    mandateAsk,
    serviceRequest,
  }: Record<'staff' | 'resident' | 'lease' | 'apartment' | 'mandateAsk' | 'serviceRequest', Referred>,
) {
  const { table, text, int, flag, json, instant, index, uniqueIndex } = kit
  const by = (name: string) =>
    text(name)
      .notNull()
      .references(() => staff.id)

  const key = table(
    'key',
    {
      id: text('id').primaryKey(),
      apartmentId: text('apartment_id')
        .notNull()
        .references(() => apartment.id),
      kind: text('kind').$type<KeyKind>().notNull(),
      /** As it is stamped: leading zeros belong to it. */
      number: text('number').notNull(),
      /** The set that it hangs in; empty for a single key. */
      setName: text('set_name').notNull(),
      note: text('note').notNull(),
      /** What the chain of its events comes to, for lists. */
      holderKind: text('holder_kind').$type<KeyHolderKind>().notNull(),
      holderResidentId: text('holder_resident_id').references(() => resident.id),
      /** A grantee's name. */
      holderName: text('holder_name'),
      heldSince: text('held_since').notNull(),
      lastSeq: int('last_seq').notNull(),
      /** False when it is out of use; it is never deleted. */
      active: flag('active').notNull(),
      /** What the register's file last said of it; null when it came from a desk. */
      rowHash: text('row_hash'),
      leftOn: text('left_on'),
      version: int('version').notNull(),
    },
    (t) => [
      uniqueIndex('key_number').on(t.apartmentId, t.kind, t.number),
      index('key_resident').on(t.holderResidentId),
      index('key_holder').on(t.holderKind, t.heldSince),
    ],
  )

  const keyHandoff = table(
    'key_handoff',
    {
      id: text('id').primaryKey(),
      /** Random, and of nothing that the keys open. */
      reference: text('reference').notNull(),
      direction: text('direction').$type<HandoffDirection>().notNull(),
      state: text('state').$type<HandoffState>().notNull(),
      leaseId: text('lease_id')
        .notNull()
        .references(() => lease.id),
      residentId: text('resident_id')
        .notNull()
        .references(() => resident.id),
      apartmentId: text('apartment_id')
        .notNull()
        .references(() => apartment.id),
      bringerKind: text('bringer_kind').$type<BringerKind>().notNull(),
      bringerResidentId: text('bringer_resident_id').references(() => resident.id),
      bringerName: text('bringer_name').notNull(),
      /** The answer that they may; null for the resident and a co-tenant. */
      askId: text('ask_id').references(() => mandateAsk.id),
      mandateId: text('mandate_id'),
      /** The termination, or the transfer, that it follows from. */
      requestId: text('request_id').references(() => serviceRequest.id),
      dueOn: text('due_on').notNull(),
      language: text('language').$type<Language>().notNull(),
      send: text('send').$type<'email' | 'paper'>().notNull(),
      note: text('note').notNull(),
      madeAt: instant('made_at').notNull(),
      madeBy: by('made_by'),
      /** The day on which BLC Turva counted. */
      countedOn: text('counted_on'),
      remindedOn: text('reminded_on'),
      reminders: int('reminders').notNull(),
      endedAt: instant('ended_at'),
      endedBy: text('ended_by').references(() => staff.id),
      cancelledBecause: text('cancelled_because').$type<KeyCancelReason>(),
      endNote: text('end_note'),
      version: int('version').notNull(),
    },
    (t) => [
      uniqueIndex('key_handoff_reference').on(t.reference),
      index('key_handoff_due').on(t.state, t.dueOn),
      index('key_handoff_made').on(t.madeAt),
      index('key_handoff_resident').on(t.residentId, t.madeAt),
      index('key_handoff_apartment').on(t.apartmentId),
      index('key_handoff_request').on(t.requestId),
    ],
  )

  /** A key of a hand-off, and what was reported of it. */
  const keyHandoffKey = table(
    'key_handoff_key',
    {
      id: text('id').primaryKey(),
      handoffId: text('handoff_id')
        .notNull()
        .references(() => keyHandoff.id),
      keyId: text('key_id')
        .notNull()
        .references(() => key.id),
      /** The key, while the hand-off is open. */
      heldKeyId: text('held_key_id'),
      state: text('state').$type<HandoffKeyState>().notNull(),
      reportedOn: text('reported_on'),
    },
    (t) => [
      uniqueIndex('key_handoff_key_once').on(t.handoffId, t.keyId),
      // Two desks at once never ask one key back twice.
      uniqueIndex('key_handoff_key_held').on(t.heldKeyId),
      index('key_handoff_key_key').on(t.keyId),
    ],
  )

  /** Who had a key from when on: the truth about it. Only ever added to; `key` holds what it comes to. */
  const keyEvent = table(
    'key_event',
    {
      id: text('id').primaryKey(),
      keyId: text('key_id')
        .notNull()
        .references(() => key.id),
      /** From 1 on. Of two that move a key at once, one gets the number. */
      seq: int('seq').notNull(),
      what: text('what').$type<KeyEventWhat>().notNull(),
      holderKind: text('holder_kind').$type<KeyHolderKind>().notNull(),
      holderResidentId: text('holder_resident_id').references(() => resident.id),
      holderName: text('holder_name'),
      happenedOn: text('happened_on').notNull(),
      typedAt: instant('typed_at').notNull(),
      staffId: by('staff_id'),
      word: text('word').$type<KeyWord>().notNull(),
      /** Whose word in particular, and what they said. */
      wordText: text('word_text').notNull(),
      handoffId: text('handoff_id').references(() => keyHandoff.id),
      /** Of a correction: the number of the event of which it says what is right. */
      corrects: int('corrects'),
      /** Of a correction of what the key is called: from what to what. */
      label: json<LabelCorrection>('label'),
    },
    (t) => [uniqueIndex('key_event_seq').on(t.keyId, t.seq), index('key_event_handoff').on(t.handoffId)],
  )

  /** Everything that was done with a hand-off and its cases, in order. Never changed. */
  const keyHandoffEvent = table(
    'key_handoff_event',
    {
      id: text('id').primaryKey(),
      handoffId: text('handoff_id')
        .notNull()
        .references(() => keyHandoff.id),
      caseId: text('case_id'),
      at: instant('at').notNull(),
      /** Null for what the program did by itself. */
      staffId: text('staff_id').references(() => staff.id),
      what: text('what').$type<HandoffEventWhat>().notNull(),
      detail: json<Record<string, Json>>('detail').notNull(),
    },
    (t) => [index('key_handoff_event_handoff').on(t.handoffId, t.at)],
  )

  /** What BLC Turva reported, as a file or entered by hand. */
  const keyReport = table(
    'key_report',
    {
      id: text('id').primaryKey(),
      source: text('source').$type<'file' | 'hand'>().notNull(),
      fileName: text('file_name').notNull(),
      /** Of the file's bytes: a file is taken in once. Null by hand. */
      sha256: text('sha256'),
      /** `YYYY-MM`: the month that it was said to be of. Null by hand. */
      month: text('month'),
      rows: int('rows').notNull(),
      takenAt: instant('taken_at').notNull(),
      takenBy: by('taken_by'),
      note: text('note').notNull(),
    },
    (t) => [uniqueIndex('key_report_file').on(t.sha256), index('key_report_taken').on(t.takenAt)],
  )

  /** A row of a report as it came, also one that belongs to nothing that is known. */
  const keyReportRow = table(
    'key_report_row',
    {
      id: text('id').primaryKey(),
      reportId: text('report_id')
        .notNull()
        .references(() => keyReport.id),
      line: int('line').notNull(),
      /** As written. */
      reference: text('reference').notNull(),
      keyKind: text('key_kind').notNull(),
      keyNumber: text('key_number').notNull(),
      result: text('result').$type<ReportResult>().notNull(),
      happenedOn: text('happened_on').notNull(),
      note: text('note').notNull(),
      /** Null when it was taken in without anything to say of it. */
      problem: text('problem').$type<ReportRowProblem>(),
      handoffId: text('handoff_id').references(() => keyHandoff.id),
      keyId: text('key_id').references(() => key.id),
      /** `open`: a person must look; `matched`: it belongs to a hand-off; `repeated`: said before; `dismissed` by a person. */
      state: text('state').$type<'open' | 'matched' | 'repeated' | 'dismissed'>().notNull(),
      /** Of what it says: the same row again is known by it. */
      rowHash: text('row_hash').notNull(),
      settledAt: instant('settled_at'),
      settledBy: text('settled_by').references(() => staff.id),
      settledNote: text('settled_note'),
      version: int('version').notNull(),
    },
    (t) => [
      uniqueIndex('key_report_row_line').on(t.reportId, t.line),
      index('key_report_row_state').on(t.state, t.id),
      index('key_report_row_handoff').on(t.handoffId),
      index('key_report_row_hash').on(t.rowHash),
    ],
  )

  /** A difference between what should have come and what came, until somebody has settled it. */
  const keyCase = table(
    'key_case',
    {
      id: text('id').primaryKey(),
      handoffId: text('handoff_id')
        .notNull()
        .references(() => keyHandoff.id),
      kind: text('kind').$type<CaseKind>().notNull(),
      /** Null for a key that the ledger does not know. */
      keyId: text('key_id').references(() => key.id),
      reportRowId: text('report_row_id').references(() => keyReportRow.id),
      /** The hand-off and the key or the row, while it is open. */
      openOnce: text('open_once'),
      outcome: text('outcome').$type<CaseOutcome>(),
      /** What is charged, cents. */
      chargeCents: int('charge_cents'),
      openedAt: instant('opened_at').notNull(),
      openedBy: by('opened_by'),
      closedAt: instant('closed_at'),
      closedBy: text('closed_by').references(() => staff.id),
      note: text('note').notNull(),
      version: int('version').notNull(),
    },
    (t) => [
      uniqueIndex('key_case_once').on(t.openOnce),
      index('key_case_handoff').on(t.handoffId),
      index('key_case_opened').on(t.openedAt),
      index('key_case_closed').on(t.closedAt),
    ],
  )

  /** Who signed the receipt of a hand-off, and, on the screen, how: lines of points, 0–1000 across, 0–300 down. */
  const keySignature = table(
    'key_signature',
    {
      id: text('id').primaryKey(),
      handoffId: text('handoff_id')
        .notNull()
        .references(() => keyHandoff.id),
      signerName: text('signer_name').notNull(),
      how: text('how').$type<'screen' | 'paper'>().notNull(),
      strokes: json<readonly (readonly (readonly [number, number])[])[]>('strokes').notNull(),
      signedAt: instant('signed_at').notNull(),
      staffId: by('staff_id'),
    },
    (t) => [uniqueIndex('key_signature_once').on(t.handoffId)],
  )

  return {
    key,
    keyHandoff,
    keyHandoffKey,
    keyEvent,
    keyHandoffEvent,
    keyReport,
    keyReportRow,
    keyCase,
    keySignature,
  }
}
