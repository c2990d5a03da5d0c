import type { Role } from '#shared/contract/base'
import type { Kit } from './kit.postgres'
import { defineDeskTables } from './schema.desks'
import { defineKeyTables } from './schema.keys'
import { defineMandateTables } from './schema.mandates'
import { definePhoneTables } from './schema.phone'
import { defineRequestTables } from './schema.requests'
import { defineVisitTables } from './schema.visits'

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/**
 * Every table, said once for both engines. Ids are UUIDv7 as text; `…On` is a day, `YYYY-MM-DD`; `…At` is a moment.
 * `rowHash` is what the register's file last said of a row, so that the same file changes nothing; `leftOn` is the day on
 * which the row was missing from the register.
 */
export function defineTables(kit: Kit) {
  const { table, text, int, real, flag, json, instant, index, uniqueIndex, sql } = kit

  const staff = table(
    'staff',
    {
      id: text('id').primaryKey(),
      username: text('username').notNull(),
      name: text('name').notNull(),
      roles: json<Role[]>('roles').notNull(),
      passwordHash: text('password_hash').notNull(),
      mustChangePassword: flag('must_change_password').notNull(),
      disabledAt: instant('disabled_at'),
      failedSignIns: int('failed_sign_ins').notNull(),
      lastFailureAt: instant('last_failure_at'),
      lockedOutUntil: instant('locked_out_until'),
      lastSignInAt: instant('last_sign_in_at'),
      createdAt: instant('created_at').notNull(),
      version: int('version').notNull(),
    },
    (t) => [uniqueIndex('staff_username').on(t.username)],
  )

  /** Who signed in at which desk last, so that switching user is a choice and a password. */
  const deskSignIn = table(
    'desk_sign_in',
    {
      id: text('id').primaryKey(),
      deskName: text('desk_name').notNull(),
      staffId: text('staff_id')
        .notNull()
        .references(() => staff.id),
      at: instant('at').notNull(),
    },
    (t) => [uniqueIndex('desk_sign_in_desk_staff').on(t.deskName, t.staffId)],
  )

  const setting = table('setting', { key: text('key').primaryKey(), value: json<Json>('value').notNull() })

  const property = table(
    'property',
    {
      id: text('id').primaryKey(),
      propertyNo: text('property_no').notNull(),
      address: text('address').notNull(),
      postalCode: text('postal_code').notNull(),
      district: text('district').notNull(),
      kind: text('kind').$type<'rental' | 'special' | 'asoy'>().notNull(),
      managerName: text('manager_name').notNull(),
      managerPhone: text('manager_phone').notNull(),
      managerEmail: text('manager_email').notNull(),
      maintenanceArea: text('maintenance_area').notNull(),
      cleaning: text('cleaning').$type<'own' | 'company'>().notNull(),
      cleaningCompany: text('cleaning_company'),
      rowHash: text('row_hash').notNull(),
      leftOn: text('left_on'),
    },
    (t) => [uniqueIndex('property_no').on(t.propertyNo)],
  )

  const apartment = table(
    'apartment',
    {
      id: text('id').primaryKey(),
      apartmentNo: text('apartment_no').notNull(),
      propertyId: text('property_id')
        .notNull()
        .references(() => property.id),
      stair: text('stair').notNull(),
      number: text('number').notNull(),
      rooms: int('rooms').notNull(),
      areaM2: real('area_m2').notNull(),
      rowHash: text('row_hash').notNull(),
      leftOn: text('left_on'),
    },
    (t) => [uniqueIndex('apartment_no').on(t.apartmentNo), index('apartment_property').on(t.propertyId)],
  )

  const resident = table(
    'resident',
    {
      id: text('id').primaryKey(),
      residentNo: text('resident_no').notNull(),
      firstNames: text('first_names').notNull(),
      lastName: text('last_name').notNull(),
      identityCode: text('identity_code'),
      birthDate: text('birth_date'),
      language: text('language').notNull(),
      phone: text('phone'),
      email: text('email'),
      iban: text('iban'),
      nonDisclosure: flag('non_disclosure').notNull(),
      diedOn: text('died_on'),
      /** What the register said of the three things that a desk may correct: a correction stands until the register changes. */
      registerPhone: text('register_phone'),
      registerEmail: text('register_email'),
      registerLanguage: text('register_language').notNull(),
      version: int('version').notNull(),
      rowHash: text('row_hash').notNull(),
      leftOn: text('left_on'),
    },
    (t) => [uniqueIndex('resident_no').on(t.residentNo), index('resident_identity_code').on(t.identityCode)],
  )

  const lease = table(
    'lease',
    {
      id: text('id').primaryKey(),
      leaseNo: text('lease_no').notNull(),
      apartmentId: text('apartment_id')
        .notNull()
        .references(() => apartment.id),
      signedOn: text('signed_on'),
      beginsOn: text('begins_on').notNull(),
      endsOn: text('ends_on'),
      noticeGivenOn: text('notice_given_on'),
      rowHash: text('row_hash').notNull(),
      leftOn: text('left_on'),
    },
    (t) => [uniqueIndex('lease_no').on(t.leaseNo), index('lease_apartment').on(t.apartmentId)],
  )

  const occupancy = table(
    'occupancy',
    {
      id: text('id').primaryKey(),
      /** The register's lease, person and first day, which tell an occupancy apart. */
      occupancyNo: text('occupancy_no').notNull(),
      leaseId: text('lease_id')
        .notNull()
        .references(() => lease.id),
      residentId: text('resident_id')
        .notNull()
        .references(() => resident.id),
      role: text('role').$type<'mainTenant' | 'resident'>().notNull(),
      fromOn: text('from_on').notNull(),
      toOn: text('to_on'),
      rowHash: text('row_hash').notNull(),
      leftOn: text('left_on'),
    },
    (t) => [
      uniqueIndex('occupancy_no').on(t.occupancyNo),
      index('occupancy_lease').on(t.leaseId),
      index('occupancy_resident').on(t.residentId),
    ],
  )

  const registerImport = table('register_import', {
    id: text('id').primaryKey(),
    at: instant('at').notNull(),
    staffId: text('staff_id')
      .notNull()
      .references(() => staff.id),
    kind: text('kind').$type<'practice' | 'real'>().notNull(),
    added: int('added').notNull(),
    changed: int('changed').notNull(),
    ended: int('ended').notNull(),
  })

  /** What a check of a document may keep and nothing more: no number, no copy, no lines, no expiry. */
  const identityCheck = table(
    'identity_check',
    {
      id: text('id').primaryKey(),
      residentId: text('resident_id')
        .notNull()
        .references(() => resident.id),
      purpose: text('purpose').$type<'portal' | 'doorOpening' | 'other'>().notNull(),
      documentKind: text('document_kind').notNull(),
      issuingCountry: text('issuing_country').notNull(),
      validOnDay: flag('valid_on_day').notNull(),
      outcome: text('outcome').$type<'accepted' | 'refused'>().notNull(),
      refusals: json<string[]>('refusals').notNull(),
      checkedBy: text('checked_by')
        .notNull()
        .references(() => staff.id),
      checkedAt: instant('checked_at').notNull(),
    },
    (t) => [index('identity_check_resident').on(t.residentId, t.checkedAt)],
  )

  const portalRegistration = table(
    'portal_registration',
    {
      id: text('id').primaryKey(),
      residentId: text('resident_id')
        .notNull()
        .references(() => resident.id),
      identityCheckId: text('identity_check_id')
        .notNull()
        .references(() => identityCheck.id),
      email: text('email'),
      identifiedAt: instant('identified_at').notNull(),
      usernameCreatedAt: instant('username_created_at'),
      linkSentAt: instant('link_sent_at'),
      confirmedAt: instant('confirmed_at'),
      registeredAt: instant('registered_at'),
      closedAt: instant('closed_at'),
      closedBecause: text('closed_because'),
      version: int('version').notNull(),
    },
    (t) => [
      // One registration of a resident is open at a time, whatever two desks press at once.
      uniqueIndex('portal_registration_open').on(t.residentId).where(sql`closed_at is null`),
      index('portal_registration_email').on(t.email),
    ],
  )

  const timelineEvent = table(
    'timeline_event',
    {
      id: text('id').primaryKey(),
      residentId: text('resident_id')
        .notNull()
        .references(() => resident.id),
      at: instant('at').notNull(),
      staffId: text('staff_id')
        .notNull()
        .references(() => staff.id),
      kind: text('kind').notNull(),
      detail: json<Record<string, Json>>('detail').notNull(),
    },
    (t) => [index('timeline_event_resident').on(t.residentId, t.at)],
  )

  /** What a member of staff typed and has not saved yet. */
  const draft = table(
    'draft',
    {
      id: text('id').primaryKey(),
      staffId: text('staff_id')
        .notNull()
        .references(() => staff.id),
      key: text('key').notNull(),
      value: text('value').notNull(),
      savedAt: instant('saved_at').notNull(),
    },
    (t) => [uniqueIndex('draft_staff_key').on(t.staffId, t.key), index('draft_saved_at').on(t.savedAt)],
  )

  const audit = table(
    'audit',
    {
      seq: int('seq').primaryKey(),
      at: instant('at').notNull(),
      staffId: text('staff_id'),
      staffName: text('staff_name'),
      desk: text('desk').notNull(),
      action: text('action').notNull(),
      subjectKind: text('subject_kind').$type<'resident' | 'staff'>(),
      subjectId: text('subject_id'),
      outcome: text('outcome').notNull(),
      reason: text('reason'),
      /** JSON text as it was hashed: a database that reorders keys must not break the chain. */
      kept: text('kept').notNull(),
      previousHash: text('previous_hash').notNull(),
      hash: text('hash').notNull(),
    },
    (t) => [
      index('audit_subject').on(t.subjectId, t.seq),
      index('audit_staff').on(t.staffId, t.seq),
      index('audit_at').on(t.at),
    ],
  )

  /** The last record's number and hash, so that a chain cut short is noticed. One row. */
  const auditHead = table('audit_head', {
    id: int('id').primaryKey(),
    seq: int('seq').notNull(),
    hash: text('hash').notNull(),
  })

  const mandateTables = defineMandateTables(kit, { staff, resident, lease, apartment })
  const requestTables = defineRequestTables(kit, { staff, resident, lease, ...mandateTables })
  const keyTables = defineKeyTables(kit, {
    staff,
    resident,
    lease,
    apartment,
    ...mandateTables,
    ...requestTables,
  })

  const phoneTables = definePhoneTables(kit, { staff, resident, lease, apartment, property, identityCheck })

  // Those that others refer to come before those.
  return {
    staff,
    deskSignIn,
    setting,
    property,
    apartment,
    resident,
    lease,
    occupancy,
    registerImport,
    identityCheck,
    portalRegistration,
    timelineEvent,
    draft,
    audit,
    auditHead,
    ...mandateTables,
    ...requestTables,
    ...keyTables,
    ...phoneTables,
    ...defineVisitTables(kit, { staff, resident, ...requestTables, ...keyTables, ...phoneTables }),
    ...defineDeskTables(kit, { staff, resident }),
  }
}

export type Tables = ReturnType<typeof defineTables>
