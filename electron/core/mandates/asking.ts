import { and, eq, isNull } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { MandateAnswer } from '#shared/contract/mandateViews'
import { helsinkiDay } from '#shared/rules/localDay'
import { mayAct } from '#shared/rules/mayAct'
import { type Call, named, procedures, signedIn } from '../access/procedure'
import { streetAddress } from '../residents/homes'
import { residentById } from '../residents/page'
import { recordEvent } from '../residents/timeline'
import type { Json, Tables } from '../store/schema'
import type { Db, Tx } from '../store/store'
import { noteMandate } from './change'
import { factsOnLease, homeOnLease } from './grantor'
import { mandatesGivenBy, powerOf } from './rows'
import { whoIs } from './who'

const os = procedures.mandates

type AskRow = Tables['mandateAsk']['$inferSelect']

const answerOf = (row: AskRow): MandateAnswer => ({
  residentId: row.residentId,
  askId: row.id,
  action: row.action,
  answer: row.answer,
  reason: row.reason,
  ground: row.ground,
  nearestMandateId: row.nearestMandateId,
  openSection: row.openSection,
  hidden: [...row.hidden],
  others: [...row.others],
  decision:
    row.decisionAllowed === null ? null : { allowed: row.decisionAllowed, note: row.decisionNote ?? '' },
})

/** An answered question by its id. Throws NOT_FOUND. */
export async function askById(db: Db, { mandateAsk }: Tables, id: string): Promise<AskRow> {
  const [row] = await db.select().from(mandateAsk).where(eq(mandateAsk.id, id))
  if (!row) throw named('NOT_FOUND')
  return row
}

/** Whether a question was asked on the day it is now. */
export const isToday = (row: AskRow, call: Call) => helsinkiDay(row.askedAt) === helsinkiDay(call.now)

/** Writes what was asked or decided into the grantor's timeline, and into the history of the power it stands on. */
async function tell(tx: Tx, call: Call, row: AskRow, what: 'asked' | 'decided', more: Record<string, Json>) {
  const mandateId = row.ground?.mandateId ?? row.nearestMandateId
  const detail = { askId: row.id, action: row.action, who: row.whoKind, name: row.whoName, ...more }
  if (mandateId !== null) await noteMandate(tx, call, mandateId, what, detail)
  await recordEvent(tx, call.parts.store.tables, {
    residentId: row.residentId,
    at: call.now,
    by: signedIn(call),
    kind: 'mandate',
    detail: { what, mandateId, ...detail },
  })
}

/** Whether an answer of today allows what was asked; a power may have been taken back since. */
export async function isAllowed(db: Db, { mandate }: Tables, row: AskRow): Promise<boolean> {
  const said = row.answer === 'yes' || (row.answer === 'readOpenSection' && row.decisionAllowed === true)
  if (!said || row.ground === null) return said
  const valid = await db
    .select({ id: mandate.id })
    .from(mandate)
    .where(and(eq(mandate.id, row.ground.mandateId), eq(mandate.state, 'valid')))
  return valid.length > 0
}

/** The question at the counter, and what follows from its answer. */
export const asking = {
  ask: os.ask.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { residentId, action } = input
    if (input.who.kind === 'other' && input.who.name === '') {
      throw errors.REFUSED({ data: { refusal: 'nameRequired', field: 'who' } })
    }
    return context.write(async (tx) => {
      const { db } = tx
      const today = helsinkiDay(context.now)
      const grantor = await residentById(db, tables, residentId)
      const home = await homeOnLease(db, tables, residentId, input.leaseNo, today)
      if (!home) throw errors.REFUSED({ data: { refusal: 'notGrantorsLease', field: 'leaseNo' } })
      const given = await mandatesGivenBy(db, tables, residentId)
      const who = await whoIs(db, tables, { who: input.who, grantor, given, now: context.now })
      if (!who) throw errors.REFUSED({ data: { refusal: 'noSuchGrantee', field: 'who' } })
      const answer = mayAct({
        who:
          who.kind === 'self'
            ? { kind: 'self' }
            : { kind: 'other', birthDate: who.birthDate, powers: who.powers.map(powerOf) },
        action,
        object: { leaseId: home.leaseId, apartmentId: home.apartment.id, name: input.name || null },
        grantor: await factsOnLease(db, tables, grantor, home, today),
        today,
        identityVerifiedToday: who.identifiedToday,
      })
      const ground = answer.answer === 'no' ? null : answer.ground
      const words = given.find(({ id }) => id === ground?.mandateId)?.openSection
      const row: AskRow = {
        id: uuidv7(),
        residentId,
        whoKind: who.kind,
        granteeId: who.granteeId,
        whoResidentId: who.residentId,
        whoName: who.name,
        action,
        leaseId: home.leaseId,
        objectName: input.name || null,
        answer: answer.answer,
        reason: answer.answer === 'no' ? answer.reason : null,
        ground,
        nearestMandateId: answer.answer === 'no' ? answer.mandateId : null,
        openSection: words || null,
        hidden: answer.answer === 'no' ? [] : [...answer.hidden],
        others: [...answer.others],
        askedAt: context.now,
        askedBy: signedIn(context).staffId,
        decisionAllowed: null,
        decisionNote: null,
        decidedAt: null,
        decidedBy: null,
      }
      await tx.insertMany(tables.mandateAsk, [row])
      await tell(tx, context, row, 'asked', {
        answer: row.answer,
        reason: row.reason,
        scope: ground?.scope ?? null,
        until: ground?.until ?? null,
      })
      return answerOf(row)
    })
  }),

  decide: os.decide.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { mandateAsk } = tables
    const { allowed, note } = input
    if (note === '') throw errors.REFUSED({ data: { refusal: 'noteRequired', field: 'note' } })
    return context.write(async (tx) => {
      const row = await askById(tx.db, tables, input.askId)
      if (row.answer !== 'readOpenSection' || row.decidedAt !== null) {
        throw errors.REFUSED({ data: { refusal: 'nothingToDecide' } })
      }
      if (!isToday(row, context)) throw errors.REFUSED({ data: { refusal: 'askedAnotherDay' } })
      const decision = {
        decisionAllowed: allowed,
        decisionNote: note,
        decidedAt: context.now,
        decidedBy: signedIn(context).staffId,
      }
      // Taken back since: what was read says nothing any more.
      if (!(await isAllowed(tx.db, tables, { ...row, decisionAllowed: true })))
        throw named('CHANGED_MEANWHILE')
      const [decided] = await tx.db
        .update(mandateAsk)
        .set(decision)
        .where(and(eq(mandateAsk.id, row.id), isNull(mandateAsk.decidedAt)))
        .returning()
      if (!decided) throw named('CHANGED_MEANWHILE')
      await tell(tx, context, decided, 'decided', { allowed, note })
      return answerOf(decided)
    })
  }),

  leaseInformation: os.leaseInformation.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    return context.read(async (db) => {
      const row = await askById(db, tables, input.askId)
      if (!(await isAllowed(db, tables, row))) throw errors.REFUSED({ data: { refusal: 'notAllowed' } })
      if (row.action !== 'leaseInformation') throw errors.REFUSED({ data: { refusal: 'otherMatter' } })
      if (!isToday(row, context)) throw errors.REFUSED({ data: { refusal: 'askedAnotherDay' } })
      const home = await homeOnLease(db, tables, row.residentId, row.leaseId, helsinkiDay(context.now))
      if (!home) throw named('NOT_FOUND')
      return {
        residentId: row.residentId,
        leaseNo: home.leaseNo,
        ...home.lease,
        address: row.hidden.includes('address') ? null : streetAddress(home),
      }
    })
  }),
}
