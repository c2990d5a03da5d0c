import type { KeyCancelReason } from '#shared/contract/keyTerms'
import { isHandoffOpen, whyNotSettled } from '#shared/rules/keyHandoff'
import { type Call, procedures, signedIn } from '../access/procedure'
import type { Tx } from '../store/store'
import {
  changeHandoff,
  factsOf,
  type HandoffOf,
  handoffById,
  noteHandoff,
  releaseKeys,
  sameHandoff,
  tellTimeline,
} from './handoffRows'
import { handoffView } from './handoffView'
import { handoffsOfRequest } from './makingHandoffs'
import { tellCancelled } from './telling'

const os = procedures.keys

/** Cancels an open hand-off: its keys are free for another, and those who knew of it are told. */
async function cancel(tx: Tx, call: Call, of: HandoffOf, because: KeyCancelReason, note: string) {
  const { tables } = call.parts.store
  const { handoff } = of
  const changed = await changeHandoff(tx, call, handoff, {
    state: 'cancelled',
    cancelledBecause: because,
    endedAt: call.now,
    endedBy: signedIn(call).staffId,
    endNote: note,
  })
  await releaseKeys(tx, tables, handoff.id)
  await noteHandoff(tx, call, { handoffId: handoff.id, what: 'cancelled', detail: { because, note } })
  await tellCancelled(tx, tables, of, call.now)
  await tellTimeline(tx, call, changed, 'cancelled', { because })
}

/** Cancels the open hand-offs that followed from a request which is taken back. What came already stays where it is. */
export async function cancelHandoffsOf(
  tx: Tx,
  call: Call,
  request: { readonly id: string; readonly kind: string },
  note: string,
): Promise<void> {
  const { tables } = call.parts.store
  const because = request.kind === 'terminateLease' ? 'terminationWithdrawn' : 'other'
  for (const { id, state } of await handoffsOfRequest(tx.db, tables, request.id))
    if (isHandoffOpen(state)) await cancel(tx, call, await handoffById(tx.db, tables, id), because, note)
}

/** How a hand-off ends. */
export const endingHandoffs = {
  cancelHandoff: os.cancelHandoff.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { because, note } = input
    if (note === '' && because === 'other')
      throw errors.REFUSED({ data: { refusal: 'noteRequired', field: 'note' } })
    return context.write(async (tx) => {
      const of = await sameHandoff(tx, context, input)
      if (!isHandoffOpen(of.handoff.state)) throw errors.REFUSED({ data: { refusal: 'handoffOver' } })
      await cancel(tx, context, of, because, note)
      return handoffView(tx.db, tables, of.handoff.id, context.now)
    })
  }),

  settleHandoff: os.settleHandoff.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { note } = input
    return context.write(async (tx) => {
      const { handoff } = await sameHandoff(tx, context, input)
      const { openCases } = await factsOf(tx.db, tables, handoff.id)
      const refusal = whyNotSettled(handoff.state, openCases.length)
      if (refusal) throw errors.REFUSED({ data: { refusal } })
      const settled = await changeHandoff(tx, context, handoff, {
        state: 'settled',
        endedAt: context.now,
        endedBy: signedIn(context).staffId,
        endNote: note,
      })
      await releaseKeys(tx, tables, handoff.id)
      await noteHandoff(tx, context, { handoffId: handoff.id, what: 'settled', detail: { note } })
      await tellTimeline(tx, context, settled, 'settled')
      return handoffView(tx.db, tables, handoff.id, context.now)
    })
  }),
}
