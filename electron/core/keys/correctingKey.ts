import { and, eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { whyNotLabel } from '#shared/rules/keyLabel'
import { nextEvent } from '#shared/rules/keyLedger'
import { helsinkiDay } from '#shared/rules/localDay'
import { named, procedures, signedIn } from '../access/procedure'
import { untilFirst } from '../visits/acts'
import { apartmentLedger } from './keyView'
import { chainOf, holderColumns, keyById } from './ledger'
import { handoffHolding } from './seen'

const os = procedures.keys

const fieldOf = { numberRequired: 'number', noteRequired: 'wordText', nothingCorrected: 'number' } as const

/** What a key is called, where it was typed wrong. */
export const correctingKey = {
  correctKey: os.correctKey.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { key, keyEvent } = tables
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
      const happenedOn = helsinkiDay(context.now)
      const act = { act: 'correctKey', happenedOn } as const
      const next = nextEvent(await chainOf(db, tables, row.id), act, happenedOn)
      if (!next.ok) throw named('STORE_FAILED')
      const { seq, what, holder, corrects } = next.value
      const [changed] = await db
        .update(key)
        .set({ kind, number, lastSeq: seq, version: row.version + 1 })
        .where(and(eq(key.id, row.id), eq(key.version, row.version), eq(key.lastSeq, row.lastSeq)))
        .returning()
      if (!changed) throw named('CHANGED_MEANWHILE')
      await db.insert(keyEvent).values({
        id: uuidv7(),
        keyId: row.id,
        seq,
        what,
        ...holderColumns(holder),
        happenedOn,
        typedAt: context.now,
        staffId: signedIn(context).staffId,
        word,
        wordText,
        handoffId: null,
        corrects,
        label,
      })
      tx.changed('key', row.apartmentId)
      const handoffId = await handoffHolding(db, tables, row.id)
      if (handoffId !== null) tx.changed('handoff', handoffId)
      return apartmentLedger(db, tables, row.apartmentId, context.now)
    })
  }),
}
