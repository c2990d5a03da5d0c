import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type {
  MandateAnswer,
  MandatePage,
  mandateArrivals,
  mandateEvents,
  mandateRefusedBecause,
  mandateRevokedBy,
  mandateRevokedHow,
  PaperKind,
} from '#shared/contract/mandateViews'
import type { MandateAction, MandateScope } from '#shared/rules/mandateScopes'
import type { MandateState } from '#shared/rules/mayAct'
import type { Kit } from './kit.postgres'
import type { Json } from './schema'

type OneOf<List extends readonly unknown[]> = List[number]
type Referred = { readonly id: AnyPgColumn }

/** Powers of attorney, their signed papers, and what was asked of them. */
export function defineMandateTables(
  kit: Kit,
  { staff, resident, lease, apartment }: Record<'staff' | 'resident' | 'lease' | 'apartment', Referred>,
) {
  const { table, text, int, flag, json, instant, index, uniqueIndex } = kit
  const by = (name: string) =>
    text(name)
      .notNull()
      .references(() => staff.id)

  const mandate = table(
    'mandate',
    {
      id: text('id').primaryKey(),
      /** The grantor, or the tenant whose estate it is. All grantors are in `mandate_grantor`. */
      residentId: text('resident_id')
        .notNull()
        .references(() => resident.id),
      state: text('state').$type<MandateState>().notNull(),
      general: flag('general').notNull(),
      scopes: json<readonly MandateScope[]>('scopes').notNull(),
      openSection: text('open_section').notNull(),
      /** Parties to an estate who are not in the register, by name. */
      parties: json<readonly string[]>('parties').notNull(),
      /** The day of death as the estate's papers give it, when the register did not know. */
      diedOn: text('died_on'),
      objectKind: text('object_kind').$type<NonNullable<MandatePage['object']>['kind']>(),
      objectLeaseId: text('object_lease_id').references(() => lease.id),
      objectApartmentId: text('object_apartment_id').references(() => apartment.id),
      objectName: text('object_name'),
      signedOn: text('signed_on').notNull(),
      validFrom: text('valid_from').notNull(),
      validUntil: text('valid_until'),
      /** As the rules count it, so that what ends soon is found. */
      lastDay: text('last_day').notNull(),
      arrived: text('arrived').$type<OneOf<typeof mandateArrivals>>().notNull(),
      refusedBecause: text('refused_because').$type<OneOf<typeof mandateRefusedBecause>>(),
      refusedNote: text('refused_note'),
      revokedBy: text('revoked_by').$type<OneOf<typeof mandateRevokedBy>>(),
      revokedHow: text('revoked_how').$type<OneOf<typeof mandateRevokedHow>>(),
      revokedOn: text('revoked_on'),
      revokedNote: text('revoked_note'),
      /** The power that this was granted anew from. */
      renews: text('renews'),
      recordedAt: instant('recorded_at').notNull(),
      version: int('version').notNull(),
    },
    (t) => [
      index('mandate_state_last_day').on(t.state, t.lastDay),
      index('mandate_object_lease').on(t.objectLeaseId),
      index('mandate_renews').on(t.renews),
    ],
  )

  const mandateGrantor = table(
    'mandate_grantor',
    {
      id: text('id').primaryKey(),
      mandateId: text('mandate_id')
        .notNull()
        .references(() => mandate.id),
      residentId: text('resident_id')
        .notNull()
        .references(() => resident.id),
      place: int('place').notNull(),
    },
    (t) => [
      uniqueIndex('mandate_grantor_once').on(t.mandateId, t.residentId),
      index('mandate_grantor_resident').on(t.residentId),
    ],
  )

  const mandateGrantee = table(
    'mandate_grantee',
    {
      id: text('id').primaryKey(),
      mandateId: text('mandate_id')
        .notNull()
        .references(() => mandate.id),
      residentId: text('resident_id').references(() => resident.id),
      firstNames: text('first_names').notNull(),
      lastName: text('last_name').notNull(),
      birthDate: text('birth_date'),
      phone: text('phone'),
      email: text('email'),
      place: int('place').notNull(),
      /** Taken away by a correction; what was checked of them stays. */
      removed: flag('removed').notNull(),
    },
    (t) => [
      index('mandate_grantee_mandate').on(t.mandateId),
      index('mandate_grantee_resident').on(t.residentId),
    ],
  )

  /** A check of the document of a grantee who is no resident: what one of a resident may keep, and nothing more. */
  const mandateGranteeCheck = table(
    'mandate_grantee_check',
    {
      id: text('id').primaryKey(),
      granteeId: text('grantee_id')
        .notNull()
        .references(() => mandateGrantee.id),
      documentKind: text('document_kind').notNull(),
      issuingCountry: text('issuing_country').notNull(),
      validOnDay: flag('valid_on_day').notNull(),
      outcome: text('outcome').$type<'accepted' | 'refused'>().notNull(),
      refusals: json<string[]>('refusals').notNull(),
      checkedBy: by('checked_by'),
      checkedAt: instant('checked_at').notNull(),
    },
    (t) => [index('mandate_grantee_check_grantee').on(t.granteeId, t.checkedAt)],
  )

  const mandatePaper = table(
    'mandate_paper',
    {
      id: text('id').primaryKey(),
      mandateId: text('mandate_id')
        .notNull()
        .references(() => mandate.id),
      name: text('name').notNull(),
      kind: text('kind').$type<PaperKind>().notNull(),
      bytes: int('bytes').notNull(),
      sha256: text('sha256').notNull(),
      /** The same, for as long as the paper belongs to this power alone: not once the power is refused. */
      heldSha256: text('held_sha256'),
      addedAt: instant('added_at').notNull(),
      addedBy: by('added_by'),
    },
    (t) => [
      // One paper is kept once, whatever two desks attach at once.
      uniqueIndex('mandate_paper_once').on(t.heldSha256),
      index('mandate_paper_mandate').on(t.mandateId),
    ],
  )

  /** A piece of a paper. In pieces, so that a thousand rows, which is how many are copied at a time, fit into memory. */
  const mandatePaperPart = table(
    'mandate_paper_part',
    {
      id: text('id').primaryKey(),
      paperId: text('paper_id')
        .notNull()
        .references(() => mandatePaper.id),
      place: int('place').notNull(),
      base64: text('base64').notNull(),
    },
    (t) => [uniqueIndex('mandate_paper_part_place').on(t.paperId, t.place)],
  )

  /** Everything that was done with a power, in order. Never changed. */
  const mandateEvent = table(
    'mandate_event',
    {
      id: text('id').primaryKey(),
      mandateId: text('mandate_id')
        .notNull()
        .references(() => mandate.id),
      at: instant('at').notNull(),
      staffId: by('staff_id'),
      what: text('what').$type<OneOf<typeof mandateEvents>>().notNull(),
      detail: json<Record<string, Json>>('detail').notNull(),
    },
    (t) => [index('mandate_event_mandate').on(t.mandateId, t.at)],
  )

  /** A question that was answered: who was here, what they wanted of whose, and what they were told. */
  const mandateAsk = table(
    'mandate_ask',
    {
      id: text('id').primaryKey(),
      residentId: text('resident_id')
        .notNull()
        .references(() => resident.id),
      whoKind: text('who_kind').$type<'self' | 'grantee' | 'resident' | 'other'>().notNull(),
      granteeId: text('grantee_id').references(() => mandateGrantee.id),
      whoResidentId: text('who_resident_id').references(() => resident.id),
      whoName: text('who_name'),
      action: text('action').$type<MandateAction>().notNull(),
      leaseId: text('lease_id')
        .notNull()
        .references(() => lease.id),
      objectName: text('object_name'),
      answer: text('answer').$type<MandateAnswer['answer']>().notNull(),
      reason: text('reason').$type<NonNullable<MandateAnswer['reason']>>(),
      ground: json<MandateAnswer['ground']>('ground'),
      nearestMandateId: text('nearest_mandate_id').references(() => mandate.id),
      openSection: text('open_section'),
      hidden: json<MandateAnswer['hidden']>('hidden').notNull(),
      others: json<MandateAnswer['others']>('others').notNull(),
      askedAt: instant('asked_at').notNull(),
      askedBy: by('asked_by'),
      decisionAllowed: flag('decision_allowed'),
      decisionNote: text('decision_note'),
      decidedAt: instant('decided_at'),
      decidedBy: text('decided_by').references(() => staff.id),
    },
    (t) => [index('mandate_ask_resident').on(t.residentId, t.askedAt)],
  )

  return {
    mandate,
    mandateGrantor,
    mandateGrantee,
    mandateGranteeCheck,
    mandatePaper,
    mandatePaperPart,
    mandateEvent,
    mandateAsk,
  }
}
