import { and, eq, isNull } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { normaliseEmail } from '#shared/rules/contacts'
import { mayTick, type PortalStep, registrationState } from '#shared/rules/portalRegistration'
import { type Call, named, procedures, signedIn } from '../access/procedure'
import { renderLeaflet } from '../documents/leaflet'
import { residentById } from '../residents/page'
import { recordEvent } from '../residents/timeline'
import { isStoreProblem } from '../store/errors'
import type { Json } from '../store/schema'
import type { Tx } from '../store/store'
import {
  checkToday,
  eligibilityOf,
  latestRegistration,
  portalOverview,
  type RegistrationRow,
} from './overview'

const os = procedures.portal

/** The column that says when each step was taken. */
const stepColumns = {
  usernameCreated: 'usernameCreatedAt',
  linkSent: 'linkSentAt',
  confirmed: 'confirmedAt',
  registered: 'registeredAt',
} as const satisfies Partial<Record<PortalStep, keyof RegistrationRow>>

/** Writes a step of the Portal into the resident's timeline. */
const record = (tx: Tx, call: Call, residentId: string, detail: Record<string, Json>) =>
  recordEvent(tx, call.parts.store.tables, {
    residentId,
    at: call.now,
    by: signedIn(call),
    kind: 'portalStep',
    detail,
  })

async function begin(tx: Tx, call: Call, residentId: string, identified: { id: string; at: Date }) {
  const { portalRegistration } = call.parts.store.tables
  await tx.db.insert(portalRegistration).values({
    id: uuidv7(),
    residentId,
    identityCheckId: identified.id,
    email: null,
    identifiedAt: identified.at,
    usernameCreatedAt: null,
    linkSentAt: null,
    confirmedAt: null,
    registeredAt: null,
    closedAt: null,
    closedBecause: null,
    version: 1,
  })
  await record(tx, call, residentId, { step: 'identified' })
}

/** Changes the open registration whose version is still the one that was read. */
async function changeRegistration(
  tx: Tx,
  call: Call,
  row: RegistrationRow,
  change: Partial<RegistrationRow>,
) {
  const { portalRegistration } = call.parts.store.tables
  const written = await tx.db
    .update(portalRegistration)
    .set({ ...change, version: row.version + 1 })
    .where(
      and(
        eq(portalRegistration.id, row.id),
        eq(portalRegistration.version, row.version),
        isNull(portalRegistration.closedAt),
      ),
    )
    .returning({ id: portalRegistration.id })
  if (written.length !== 1) throw named('CHANGED_MEANWHILE')
}

export const portalProcedures = os.router({
  read: os.read.handler(({ input, context }) => {
    const { tables } = context.parts.store
    return context.read(async (db) =>
      portalOverview(db, tables, await residentById(db, tables, input.residentId), context.now),
    )
  }),

  start: os.start.handler(async ({ input, context, errors }) => {
    const { tables } = context.parts.store
    try {
      return await context.write(async (tx) => {
        const resident = await residentById(tx.db, tables, input.residentId)
        const eligible = await eligibilityOf(tx.db, tables, resident, context.now)
        if (!eligible.ok) throw errors.REFUSED({ data: { refusal: eligible.refusal } })
        const check = await checkToday(tx.db, tables, resident.id, context.now)
        if (!check) throw errors.REFUSED({ data: { refusal: 'notIdentifiedToday' } })
        await begin(tx, context, resident.id, { id: check.id, at: check.checkedAt })
        return portalOverview(tx.db, tables, resident, context.now)
      })
    } catch (error) {
      // The index lets one registration of a resident be open, whatever two desks press at once.
      if (isStoreProblem(error, 'unique')) throw errors.REFUSED({ data: { refusal: 'registrationOpen' } })
      throw error
    }
  }),

  tick: os.tick.handler(async ({ input, context, errors }) => {
    const { tables } = context.parts.store
    const email = input.email ? normaliseEmail(input.email) : null
    if (email && !email.ok) throw errors.REFUSED({ data: { refusal: email.refusal, field: 'email' } })
    if (input.step === 'usernameCreated' && !email) {
      throw errors.REFUSED({ data: { refusal: 'emailRequired', field: 'email' } })
    }
    if (input.step !== 'usernameCreated' && email) {
      throw errors.REFUSED({ data: { refusal: 'emailNotNow', field: 'email' } })
    }
    return context.write(async (tx) => {
      const resident = await residentById(tx.db, tables, input.residentId)
      const row = await latestRegistration(tx.db, tables, resident.id)
      if (row?.id !== input.registrationId) throw named('NOT_FOUND')
      if (row.version !== input.version) throw named('CHANGED_MEANWHILE')
      const eligible = await eligibilityOf(tx.db, tables, resident, context.now)
      if (!eligible.ok) throw errors.REFUSED({ data: { refusal: eligible.refusal } })
      const may = mayTick(row, input.step, context.now)
      if (!may.ok) throw errors.REFUSED({ data: { refusal: may.refusal } })
      const given: { email?: string } = email?.ok ? { email: email.value } : {}
      await changeRegistration(tx, context, row, { [stepColumns[input.step]]: context.now, ...given })
      await record(tx, context, resident.id, {
        step: input.step,
        ...(given.email ? { email: given.email } : {}),
      })
      return portalOverview(tx.db, tables, resident, context.now)
    })
  }),

  startAnew: os.startAnew.handler(async ({ input, context, errors }) => {
    const { tables } = context.parts.store
    return context.write(async (tx) => {
      const resident = await residentById(tx.db, tables, input.residentId)
      const row = await latestRegistration(tx.db, tables, resident.id)
      if (!row || row.closedAt) throw errors.REFUSED({ data: { refusal: 'nothingToReplace' } })
      if (row.version !== input.version) throw named('CHANGED_MEANWHILE')
      const eligible = await eligibilityOf(tx.db, tables, resident, context.now)
      if (!eligible.ok) throw errors.REFUSED({ data: { refusal: eligible.refusal } })
      const expired = registrationState(row, context.now).state === 'expired'
      if (input.because === 'linkExpired' && !expired)
        throw errors.REFUSED({ data: { refusal: 'linkNotExpired' } })
      const check = await checkToday(tx.db, tables, resident.id, context.now)
      // A dead link is the only reason to begin again that does not need the resident to be here.
      if (input.because !== 'linkExpired' && !check)
        throw errors.REFUSED({ data: { refusal: 'notIdentifiedToday' } })
      await changeRegistration(tx, context, row, { closedAt: context.now, closedBecause: input.because })
      await record(tx, context, resident.id, { step: 'closed', because: input.because })
      const identified = check
        ? { id: check.id, at: check.checkedAt }
        : { id: row.identityCheckId, at: row.identifiedAt }
      await begin(tx, context, resident.id, identified)
      return portalOverview(tx.db, tables, resident, context.now)
    })
  }),

  leaflet: os.leaflet.handler(async ({ input }) => ({
    pdfBase64: (await renderLeaflet(input.language)).toString('base64'),
  })),
})
