import { and, eq } from 'drizzle-orm'
import { whyNotLabel } from '#shared/rules/keyLabel'
import { helsinkiDay } from '#shared/rules/localDay'
import { named, procedures } from '../access/procedure'
import { untilFirst } from '../visits/acts'
import { apartmentLedger } from './keyView'
import { actOnKey, keyById } from './ledger'
import { handoffHolding } from './seen'

const os = procedures.keys

const fieldOf = { numberRequired: 'number', noteRequired: 'wordText', nothingCorrected: 'number' } as const

/** What a key is called, where it was typed wrong. */
export const correctingKey = {
  correctKey: os.correctKey.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { key } = tables
    const { kind, number, word, wordText } = input
    // Another key may be getting the same label at another desk: then it is found when this is done again.
    return untilFirst(context, async (tx) => {
      const { db } = tx
      const row = await keyById(db, tables, input.id)
      if (row.version !== input.version) throw named('CHANGED_MEANWHILE')
      const label = { from: { kind: row.kind, number: row.number }, to: { kind, number } }
      const refusal = whyNotLabel(label, wordText)
      if (refusal) throw errors.REFUSED({ data: { refusal, field: fieldOf[refusal] } })
      const [known] = await db
        .select({ id: key.id })
        .from(key)
        .where(and(eq(key.apartmentId, row.apartmentId), eq(key.kind, kind), eq(key.number, number)))
      if (known) throw errors.REFUSED({ data: { refusal: 'alreadyKnown', field: 'number', keyId: known.id } })
      const act = { act: 'correctKey', happenedOn: helsinkiDay(context.now) } as const
      const done = await actOnKey(tx, context, row, act, { word, wordText, handoffId: null }, label)
      if (!done.ok) throw named('STORE_FAILED')
      const handoffId = await handoffHolding(db, tables, row.id)
      if (handoffId !== null) tx.changed('handoff', handoffId)
      return apartmentLedger(db, tables, row.apartmentId, context.now)
    })
  }),
}
