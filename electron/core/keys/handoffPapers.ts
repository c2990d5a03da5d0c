import { and, asc, eq, inArray } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { helsinkiDay } from '#shared/rules/localDay'
import { procedures, signedIn } from '../access/procedure'
import { anythingCame } from '../documents/keysContent'
import { renderBlcList, renderKeyInstructions, renderKeyReceipt, type Signed } from '../documents/keysPdf'
import type { SlipSignature } from '../documents/slipPage'
import { isStoreProblem } from '../store/errors'
import type { Tables } from '../store/schema'
import type { Db } from '../store/store'
import { changeHandoff, handoffById, noteHandoff, sameHandoff, selectHandoffs } from './handoffRows'
import { handoffView } from './handoffView'
import { readKeySettings } from './settings'
import { officeLanguage } from './tell'
import { handoffToTell } from './toTell'

const os = procedures.keys

/** BLC Turva's list has no more; what is due later comes with the next. */
const mostOnList = 500

/** Who signed the receipt of a hand-off; null when nobody has. */
async function signedBy(db: Db, { keySignature }: Tables, handoffId: string): Promise<Signed | null> {
  const [row] = await db.select().from(keySignature).where(eq(keySignature.handoffId, handoffId))
  // What was signed on paper is on that paper.
  if (!row || row.how === 'paper') return null
  return { name: row.signerName, day: helsinkiDay(row.signedAt), strokes: row.strokes }
}

const isDrawn = (strokes: SlipSignature['strokes']) => strokes.some((stroke) => stroke.length > 1)

/** What of hand-offs is printed and signed. */
export const handoffPapers = {
  instructions: os.instructions.handler(async ({ input, context }) => {
    const { tables } = context.parts.store
    const { residentId, toTell, settings } = await context.read(async (db) => {
      const of = await handoffById(db, tables, input.id)
      return {
        residentId: of.handoff.residentId,
        toTell: await handoffToTell(db, tables, of),
        settings: await readKeySettings(db, tables),
      }
    })
    const pdf = await renderKeyInstructions(toTell, settings, input.language)
    return { residentId, pdfBase64: pdf.toString('base64') }
  }),

  blcList: os.blcList.handler(async ({ input, context }) => {
    const { tables } = context.parts.store
    const { keyHandoff } = tables
    const { direction } = input
    const handoffs = await context.read(async (db) => {
      const found = await selectHandoffs(db, tables)
        .where(and(inArray(keyHandoff.state, ['instructed', 'withBlc']), eq(keyHandoff.direction, direction)))
        .orderBy(asc(keyHandoff.dueOn), asc(keyHandoff.reference))
        .limit(mostOnList)
      const list = []
      for (const of of found) list.push(await handoffToTell(db, tables, of))
      return list
    })
    const pdf = await renderBlcList(handoffs, direction, helsinkiDay(context.now), officeLanguage)
    return { pdfBase64: pdf.toString('base64'), handoffs: handoffs.length }
  }),

  receipt: os.receipt.handler(async ({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { of, toTell, signed } = await context.read(async (db) => {
      const found = await handoffById(db, tables, input.id)
      return {
        of: found,
        toTell: await handoffToTell(db, tables, found),
        signed: await signedBy(db, tables, input.id),
      }
    })
    if (!anythingCame(toTell.keys)) throw errors.REFUSED({ data: { refusal: 'nothingArrived' } })
    const { residentId, countedOn } = of.handoff
    const pdf = await renderKeyReceipt({ ...toTell, countedOn }, signed, input.language)
    return { residentId, pdfBase64: pdf.toString('base64') }
  }),

  signReceipt: os.signReceipt.handler(async ({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { signerName, strokes } = input
    if (strokes !== null && !isDrawn(strokes))
      throw errors.REFUSED({ data: { refusal: 'signatureEmpty', field: 'strokes' } })
    try {
      return await context.write(async (tx) => {
        const of = await sameHandoff(tx, context, input)
        const { handoff } = of
        if (!anythingCame((await handoffToTell(tx.db, tables, of)).keys))
          throw errors.REFUSED({ data: { refusal: 'nothingArrived' } })
        if ((await handoffView(tx.db, tables, handoff.id, context.now)).handoff.signature)
          throw errors.REFUSED({ data: { refusal: 'alreadySigned' } })
        const how = strokes === null ? ('paper' as const) : ('screen' as const)
        await tx.insertMany(tables.keySignature, [
          {
            id: uuidv7(),
            handoffId: handoff.id,
            signerName,
            how,
            strokes: strokes ?? [],
            signedAt: context.now,
            staffId: signedIn(context).staffId,
          },
        ])
        await changeHandoff(tx, context, handoff, {})
        await noteHandoff(tx, context, {
          handoffId: handoff.id,
          what: 'signed',
          detail: { how, name: signerName },
        })
        return handoffView(tx.db, tables, handoff.id, context.now)
      })
    } catch (error) {
      if (isStoreProblem(error, 'unique')) throw errors.REFUSED({ data: { refusal: 'alreadySigned' } })
      throw error
    }
  }),
}
