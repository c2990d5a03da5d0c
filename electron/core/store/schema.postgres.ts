import { postgresKit } from './kit.postgres'
import { defineTables } from './schema'

/** The tables as drizzle-kit reads them to write Postgres's migrations. */
export const {
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
  visit,
  visitSlot,
  visitEvent,
  serviceDesk,
  outboxMessage,
  command,
  presence,
} = defineTables(postgresKit)
