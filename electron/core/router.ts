import { implement } from '@orpc/server'
import { contract } from '#shared/contract/index'
import type { DeskClientContext, DeskParts } from './access/procedure'
import { adviceProcedures } from './advice/procedures'
import { answerProcedures } from './answers/procedures'
import { appointmentProcedures } from './appointments/procedures'
import { auditProcedures } from './audit/procedures'
import { callProcedures } from './calls/procedures'
import { databaseProcedures } from './database/procedures'
import { defectProcedures } from './defects/procedures'
import { doorProcedures } from './doors/procedures'
import { draftProcedures } from './drafts/procedures'
import { identityProcedures } from './identity/procedures'
import { keyProcedures } from './keys/procedures'
import { mandateProcedures } from './mandates/procedures'
import { outboxProcedures } from './outbox/procedures'
import { portalProcedures } from './portal/procedures'
import type { Presence } from './presence/presence'
import { presenceProcedures } from './presence/procedures'
import { registerProcedures } from './register/procedures'
import type { Uploads } from './register/uploads'
import { requestProcedures } from './requests/procedures'
import { residentProcedures } from './residents/procedures'
import { staffProcedures } from './staff/procedures'
import { type AboutDesk, systemProcedures } from './system/procedures'
import { taskProcedures } from './tasks/procedures'
import { timetableProcedures } from './timetable/procedures'
import { todayProcedures } from './today/procedures'
import { visitProcedures } from './visits/procedures'

/** What single features keep in memory for as long as the desk is open. */
interface Kept {
  readonly uploads: Uploads
  /** Signed papers of powers of attorney on their way in. */
  readonly papers: Uploads
  /** Pictures of defects on their way in. */
  readonly pictures: Uploads
  readonly presence: Presence
}

/** Every procedure of the contract, as both hosts serve it. */
export const createRouter = (
  parts: DeskParts,
  about: AboutDesk,
  { uploads, papers, pictures, presence }: Kept,
) =>
  implement(contract)
    .$context<DeskClientContext>()
    .use(({ next }) => next({ context: { parts } }))
    .router({
      system: systemProcedures(about),
      database: databaseProcedures,
      presence: presenceProcedures(presence),
      staff: staffProcedures,
      register: registerProcedures(uploads),
      residents: residentProcedures,
      identity: identityProcedures,
      portal: portalProcedures,
      timetable: timetableProcedures,
      appointments: appointmentProcedures,
      visits: visitProcedures,
      mandates: mandateProcedures(papers),
      requests: requestProcedures,
      keys: keyProcedures,
      calls: callProcedures,
      defects: defectProcedures(pictures),
      doors: doorProcedures,
      tasks: taskProcedures,
      today: todayProcedures,
      answers: answerProcedures,
      advice: adviceProcedures,
      outbox: outboxProcedures,
      drafts: draftProcedures,
      audit: auditProcedures,
    })
