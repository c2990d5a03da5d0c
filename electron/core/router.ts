import { implement } from '@orpc/server'
import { contract } from '#shared/contract/index'
import type { DeskClientContext, DeskParts } from './access/procedure'
import { appointmentProcedures } from './appointments/procedures'
import { auditProcedures } from './audit/procedures'
import { draftProcedures } from './drafts/procedures'
import { identityProcedures } from './identity/procedures'
import { outboxProcedures } from './outbox/procedures'
import { portalProcedures } from './portal/procedures'
import { registerProcedures } from './register/procedures'
import type { Uploads } from './register/uploads'
import { residentProcedures } from './residents/procedures'
import { staffProcedures } from './staff/procedures'
import { type AboutDesk, systemProcedures } from './system/procedures'
import { timetableProcedures } from './timetable/procedures'
import { visitProcedures } from './visits/procedures'

/** Every procedure of the contract, as both hosts serve it. */
export const createRouter = (parts: DeskParts, about: AboutDesk, uploads: Uploads) =>
  implement(contract)
    .$context<DeskClientContext>()
    .use(({ next }) => next({ context: { parts } }))
    .router({
      system: systemProcedures(about),
      staff: staffProcedures,
      register: registerProcedures(uploads),
      residents: residentProcedures,
      identity: identityProcedures,
      portal: portalProcedures,
      timetable: timetableProcedures,
      appointments: appointmentProcedures,
      visits: visitProcedures,
      outbox: outboxProcedures,
      drafts: draftProcedures,
      audit: auditProcedures,
    })
