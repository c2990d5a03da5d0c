import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { RequestPage } from '#shared/contract/requests'
import type { RequestFields } from '#shared/rules/requestFields'
import type { RequestDestination, RequestKind } from '#shared/rules/requestKinds'
import type { Kit } from './kit.postgres'

type Referred = { readonly id: AnyPgColumn }

/** Service requests. */
export function defineRequestTables(
  kit: Kit,
  { staff, resident, lease, mandateAsk }: Record<'staff' | 'resident' | 'lease' | 'mandateAsk', Referred>,
) {
  const { table, text, int, json, instant, index, uniqueIndex } = kit

  const serviceRequest = table(
    'service_request',
    {
      id: text('id').primaryKey(),
      reference: text('reference').notNull(),
      residentId: text('resident_id')
        .notNull()
        .references(() => resident.id),
      leaseId: text('lease_id')
        .notNull()
        .references(() => lease.id),
      kind: text('kind').$type<RequestKind>().notNull(),
      fields: json<RequestFields>('fields').notNull(),
      goesTo: text('goes_to').$type<RequestDestination>().notNull(),
      whoKind: text('who_kind').$type<RequestPage['who']['kind']>().notNull(),
      whoName: text('who_name'),
      /** The answer that it was asked by; null when the resident asked it themself. */
      askId: text('ask_id').references(() => mandateAsk.id),
      mandateId: text('mandate_id'),
      questions: json<RequestPage['questions']>('questions').notNull(),
      hidden: json<RequestPage['hidden']>('hidden').notNull(),
      state: text('state').$type<RequestPage['state']>().notNull(),
      dueOn: text('due_on').notNull(),
      /** Of a termination: the last day of the lease by the rule of the day on which it was made. */
      lastDay: text('last_day'),
      /** The lease and the kind, while one that there is one of at a time is open. */
      heldOnce: text('held_once'),
      madeAt: instant('made_at').notNull(),
      madeBy: text('made_by')
        .notNull()
        .references(() => staff.id),
      endedAt: instant('ended_at'),
      endedBy: text('ended_by').references(() => staff.id),
      cancelledBy: text('cancelled_by').$type<'customer' | 'heka'>(),
      endNote: text('end_note'),
      version: int('version').notNull(),
    },
    (t) => [
      uniqueIndex('service_request_reference').on(t.reference),
      // Two desks at once never terminate one lease twice.
      uniqueIndex('service_request_once').on(t.heldOnce),
      index('service_request_resident').on(t.residentId, t.madeAt),
      index('service_request_due').on(t.state, t.dueOn),
    ],
  )

  return { serviceRequest }
}
