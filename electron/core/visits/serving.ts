import type { Role } from '#shared/contract/base'
import { accept, type Result, refuse } from '#shared/rules/result'
import { afterAct } from '#shared/rules/visitStates'
import type { VisitTeam } from '#shared/rules/visitTimetable'
import { procedures, signedIn } from '../access/procedure'
import { readTimetable } from '../timetable/kept'
import { afterActToday, answer, sameVisit } from './acts'
import { changeVisit, recordVisit } from './change'

const os = procedures.visits

/** Whether somebody with these roles says of a team's visitor that they did not come: the team itself, or who sees the door. */
function maySayWhoCame(
  team: VisitTeam,
  roles: readonly Role[],
): Result<VisitTeam, 'asOyTeamBooks' | 'customerServiceBooks'> {
  if (roles.includes('counter') || roles.includes('lead')) return accept(team)
  if (team === 'asoy') return roles.includes('asoy') ? accept(team) : refuse('asOyTeamBooks')
  return roles.includes('phone') ? accept(team) : refuse('customerServiceBooks')
}

/** What becomes of a visit after it was called, or when nobody came. */
export const serving = {
  park: os.park.handler(({ input, context, errors }) =>
    context.write(async (tx) => {
      const row = await sameVisit(tx, context, input)
      const after = afterActToday(row, 'park', context.now)
      if (!after.ok) throw errors.REFUSED({ data: { refusal: after.refusal } })
      const parked = await changeVisit(tx, context, row, { state: after.value })
      await recordVisit(tx, context, parked, 'parked', { desk: row.deskNo })
      return answer(tx, context, parked)
    }),
  ),

  transfer: os.transfer.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { toDesk, note } = input
    return context.write(async (tx) => {
      const row = await sameVisit(tx, context, input)
      const after = afterActToday(row, 'transfer', context.now)
      if (!after.ok) throw errors.REFUSED({ data: { refusal: after.refusal } })
      const reason = input.reason ?? row.reason
      if (toDesk === null && reason === row.reason)
        throw errors.REFUSED({ data: { refusal: 'nothingToTransfer' } })
      const { rules } = await readTimetable(tx.db, tables)
      if (toDesk !== null && toDesk > rules.desks)
        throw errors.REFUSED({ data: { refusal: 'noSuchDesk', field: 'toDesk' } })
      if (toDesk === row.deskNo) throw errors.REFUSED({ data: { refusal: 'sameDesk', field: 'toDesk' } })
      const handed = await changeVisit(tx, context, row, {
        state: after.value,
        reason,
        transferred: true,
        transferredToDesk: toDesk,
      })
      await recordVisit(tx, context, handed, 'transferred', {
        fromDesk: row.deskNo,
        toDesk,
        ...(reason === row.reason ? {} : { fromReason: row.reason, toReason: reason }),
        ...(note === '' ? {} : { note }),
      })
      return answer(tx, context, handed)
    })
  }),

  noShow: os.noShow.handler(({ input, context, errors }) =>
    context.write(async (tx) => {
      const row = await sameVisit(tx, context, input)
      const may = maySayWhoCame(row.team, signedIn(context).roles)
      if (!may.ok) throw errors.REFUSED({ data: { refusal: may.refusal } })
      const after = afterAct(row.state, 'noShow')
      if (!after.ok) throw errors.REFUSED({ data: { refusal: after.refusal } })
      if (row.state === 'booked' && row.startsAt !== null && context.now <= row.startsAt)
        throw errors.REFUSED({ data: { refusal: 'notYetDue' } })
      const missed = await changeVisit(tx, context, row, { state: after.value })
      await recordVisit(tx, context, missed, 'noShow', { from: row.state })
      return answer(tx, context, missed)
    }),
  ),

  finish: os.finish.handler(({ input, context, errors }) =>
    context.write(async (tx) => {
      const row = await sameVisit(tx, context, input)
      const after = afterAct(row.state, 'finish')
      if (!after.ok) throw errors.REFUSED({ data: { refusal: after.refusal } })
      const finished = await changeVisit(tx, context, row, {
        state: after.value,
        outcome: input.outcome,
        note: input.note || null,
        finishedAt: context.now,
      })
      await recordVisit(tx, context, finished, 'finished', { desk: row.deskNo, outcome: input.outcome })
      return answer(tx, context, finished)
    }),
  ),
}
