import { eq } from 'drizzle-orm'
import { helsinkiDay } from '#shared/rules/localDay'
import { checklistOf } from '#shared/rules/mandateTerm'
import { type Call, procedures } from '../access/procedure'
import type { Tx } from '../store/store'
import { changeMandate, recordMandate, sameMandate } from './change'
import { deadAmong } from './facts'
import { type MandateRow, powerOf } from './rows'
import { mandateView } from './view'

const os = procedures.mandates

async function hasPaper({ db }: Tx, call: Call, row: MandateRow): Promise<boolean> {
  const { mandatePaper } = call.parts.store.tables
  const papers = await db
    .select({ id: mandatePaper.id })
    .from(mandatePaper)
    .where(eq(mandatePaper.mandateId, row.id))
    .limit(1)
  return papers.length > 0
}

/** A received power becomes valid or is refused; a valid one is taken back. */
export const deciding = {
  confirm: os.confirm.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    return context.write(async (tx) => {
      const row = await sameMandate(tx, context, input)
      if (row.state !== 'received') throw errors.REFUSED({ data: { refusal: 'notReceived' } })
      const power = powerOf(row)
      const missing = checklistOf(power).filter((each) => !input.checked.includes(each))
      if (missing.length > 0) {
        throw errors.REFUSED({ data: { refusal: 'checklistIncomplete', field: 'checked', missing } })
      }
      if (!(await hasPaper(tx, context, row))) throw errors.REFUSED({ data: { refusal: 'paperMissing' } })
      const died = (await deadAmong(tx.db, tables, [row.residentId])).has(row.residentId)
      // They may have died after it was recorded.
      if (died && !power.scopes.includes('estate')) throw errors.REFUSED({ data: { refusal: 'grantorDied' } })
      await changeMandate(tx, context, row, { state: 'valid' })
      await recordMandate(tx, context, row.id, 'confirmed', { checked: [...checklistOf(power)] })
      return mandateView(tx.db, tables, row.id, context.now)
    })
  }),

  refuse: os.refuse.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { why, note } = input
    if (why === 'other' && note === '') {
      throw errors.REFUSED({ data: { refusal: 'noteRequired', field: 'note' } })
    }
    return context.write(async (tx) => {
      const row = await sameMandate(tx, context, input)
      if (row.state !== 'received') throw errors.REFUSED({ data: { refusal: 'notReceived' } })
      await changeMandate(tx, context, row, { state: 'refused', refusedBecause: why, refusedNote: note })
      // What was recorded wrong may be recorded again, with the same paper.
      const { mandatePaper } = tables
      await tx.db.update(mandatePaper).set({ heldSha256: null }).where(eq(mandatePaper.mandateId, row.id))
      await recordMandate(tx, context, row.id, 'refused', { why, note })
      return mandateView(tx.db, tables, row.id, context.now)
    })
  }),

  revoke: os.revoke.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { by, how, on, note } = input
    if (on > helsinkiDay(context.now)) {
      throw errors.REFUSED({ data: { refusal: 'revokedInFuture', field: 'on' } })
    }
    return context.write(async (tx) => {
      const row = await sameMandate(tx, context, input)
      if (row.state !== 'received' && row.state !== 'valid') {
        throw errors.REFUSED({ data: { refusal: 'mandateOver' } })
      }
      if (on < row.signedOn) throw errors.REFUSED({ data: { refusal: 'revokedBeforeSigned', field: 'on' } })
      const revoked = { revokedBy: by, revokedHow: how, revokedOn: on, revokedNote: note }
      await changeMandate(tx, context, row, { state: 'revoked', ...revoked })
      await recordMandate(tx, context, row.id, 'revoked', { by, how, on, note })
      return mandateView(tx.db, tables, row.id, context.now)
    })
  }),
}
