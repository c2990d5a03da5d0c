import { and, eq } from 'drizzle-orm'
import type { CaseOutcome } from '#shared/contract/keyTerms'
import type { CaseKind } from '#shared/rules/keyHandoff'
import { isHandoffOpen } from '#shared/rules/keyHandoff'
import { helsinkiDay } from '#shared/rules/localDay'
import { type Call, procedures } from '../access/procedure'
import type { Tables } from '../store/schema'
import type { Tx } from '../store/store'
import { untilFirst } from '../visits/acts'
import { askForRekey } from './casesRekey'
import { type CaseRow, changeCase, endCase, openCaseOf, openDifference, sameCase } from './casesRows'
import {
  type HandoffRow,
  handoffById,
  noteHandoff,
  refreshHandoff,
  sameHandoff,
  tellTimeline,
} from './handoffRows'
import { handoffView } from './handoffView'
import { keyById } from './ledger'
import { bring, itemOf } from './reportsTaking'
import { handoffHolding } from './seen'

const os = procedures.keys

/** How a case of each kind can be closed: what is missing is found or given up; what came is kept as it is, or given up when it is of no use. */
const outcomesOf: Readonly<Record<CaseKind, readonly CaseOutcome[]>> = {
  missing: ['found', 'writtenOff'],
  damaged: ['accepted', 'writtenOff'],
  tooMany: ['accepted'],
}

/** What a key of a hand-off is after its case: of a pick-up one that was found waits to be collected. */
const stateAfter = (outcome: CaseOutcome, { direction }: HandoffRow) => {
  if (outcome === 'writtenOff') return 'writtenOff'
  if (outcome === 'accepted') return null
  return direction === 'pickup' ? 'expected' : 'arrived'
}

/** Sets what is said of a key of a hand-off. */
async function setItem(
  tx: Tx,
  call: Call,
  { handoffId, keyId }: Pick<CaseRow, 'handoffId' | 'keyId'>,
  change: { state: NonNullable<ReturnType<typeof stateAfter>> | CaseKind; reportedOn?: string },
): Promise<void> {
  const { keyHandoffKey } = call.parts.store.tables
  if (keyId === null || change.state === 'tooMany') return
  const { state, reportedOn } = change
  await tx.db
    .update(keyHandoffKey)
    .set({ state, ...(reportedOn ? { reportedOn } : {}) })
    .where(and(eq(keyHandoffKey.handoffId, handoffId), eq(keyHandoffKey.keyId, keyId)))
}

/** Whether no other hand-off has a key in hand by now, as one may when this one is cancelled: what happens with it is told there. */
async function isOurs(tx: Tx, tables: Tables, keyId: string, handoffId: string): Promise<boolean> {
  const holding = await handoffHolding(tx.db, tables, keyId)
  return holding === null || holding === handoffId
}

export const cases = {
  openCase: os.openCase.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { keyId, kind, note } = input
    return untilFirst(context, async (tx) => {
      const { handoff } = await sameHandoff(tx, context, input)
      if (!isHandoffOpen(handoff.state)) throw errors.REFUSED({ data: { refusal: 'handoffOver' } })
      const item = await itemOf(tx.db, tables, handoff.id, keyId)
      if (!item) throw errors.REFUSED({ data: { refusal: 'notInHandoff', keyId } })
      if (await openCaseOf(tx.db, tables, handoff.id, keyId))
        throw errors.REFUSED({ data: { refusal: 'caseOpen', keyId } })
      await setItem(tx, context, item, { state: kind })
      await openDifference(tx, context, handoff, { kind, note, keyId, reportRowId: null })
      await refreshHandoff(tx, context, handoff.id)
      return handoffView(tx.db, tables, handoff.id, context.now)
    })
  }),

  chooseInCase: os.chooseInCase.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { choice, note, chargeCents } = input
    const refuse = (data: Parameters<typeof errors.REFUSED>[0]['data']) => errors.REFUSED({ data })
    // That a key is asked after needs no reason; that it costs somebody something does.
    if (choice !== 'chase' && note === '') throw refuse({ refusal: 'noteRequired', field: 'note' })
    if (choice === 'charge' && chargeCents === null)
      throw refuse({ refusal: 'chargeRequired', field: 'chargeCents' })
    return context.write(async (tx) => {
      const row = await sameCase(tx, context, input)
      if (row.closedAt !== null) throw refuse({ refusal: 'caseClosed' })
      const of = await handoffById(tx.db, tables, row.handoffId)
      const charged: Pick<CaseRow, 'chargeCents'> | null = choice === 'charge' ? { chargeCents } : null
      const rekey = choice === 'rekey' ? await askForRekey(tx, context, of, row) : null
      if (rekey === 'asked') throw refuse({ refusal: 'rekeyAsked' })
      await changeCase(tx, context, row, charged ?? {})
      await noteHandoff(tx, context, {
        handoffId: row.handoffId,
        caseId: row.id,
        what: 'caseChoice',
        detail: { choice, note, ...charged, ...rekey },
      })
      return handoffView(tx.db, tables, row.handoffId, context.now)
    })
  }),

  closeCase: os.closeCase.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { outcome, note, happenedOn, at } = input
    const refuse = (data: Parameters<typeof errors.REFUSED>[0]['data']) => errors.REFUSED({ data })
    if (outcome !== 'found' && note === '') throw refuse({ refusal: 'noteRequired', field: 'note' })
    if (happenedOn > helsinkiDay(context.now)) throw refuse({ refusal: 'keyInFuture', field: 'happenedOn' })
    return context.write(async (tx) => {
      const row = await sameCase(tx, context, input)
      if (row.closedAt !== null) throw refuse({ refusal: 'caseClosed' })
      if (!outcomesOf[row.kind].includes(outcome)) throw refuse({ refusal: 'outcomeDoesNotFit' })
      const { handoff } = await handoffById(tx.db, tables, row.handoffId)
      if (row.keyId !== null && outcome !== 'accepted' && (await isOurs(tx, tables, row.keyId, handoff.id))) {
        const key = await keyById(tx.db, tables, row.keyId)
        const to = { kind: outcome === 'writtenOff' ? 'lost' : at } as const
        const moved = await bring(tx, context, key, { to, happenedOn, note }, handoff.id, 'heka')
        if (!moved.ok) throw refuse({ refusal: moved.refusal, keyId: row.keyId })
      }
      const state = stateAfter(outcome, handoff)
      if (state !== null) await setItem(tx, context, row, { state, reportedOn: happenedOn })
      await endCase(tx, context, row, { outcome, note })
      await tellTimeline(tx, context, handoff, 'caseClosed', { kind: row.kind, outcome })
      await refreshHandoff(tx, context, handoff.id)
      return handoffView(tx.db, tables, handoff.id, context.now)
    })
  }),
}
