import { createHash } from 'node:crypto'
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { largestPaper, type PaperKind } from '#shared/contract/mandateViews'
import { type Call, named, procedures, signedIn } from '../access/procedure'
import { findUpload, joinPieces, piecesOf, receiveChunk, sizeProblem, wholeFile } from '../register/oneFile'
import type { Uploads } from '../register/uploads'
import { isStoreProblem } from '../store/errors'
import type { Tx } from '../store/store'
import { changeMandate, noteMandate, sameMandate } from './change'
import { judgePaper } from './paperFile'
import { mandateById } from './rows'
import { mandateView } from './view'

const os = procedures.mandates

interface Paper {
  readonly name: string
  readonly kind: PaperKind
  readonly bytes: Buffer
  readonly sha256: string
}

async function write(tx: Tx, call: Call, mandateId: string, paper: Paper): Promise<void> {
  const { mandatePaper, mandatePaperPart } = call.parts.store.tables
  const { name, kind, bytes, sha256 } = paper
  const paperId = uuidv7()
  const added = { addedAt: call.now, addedBy: signedIn(call).staffId }
  await tx.insertMany(mandatePaper, [
    { id: paperId, mandateId, name, kind, bytes: bytes.length, sha256, heldSha256: sha256, ...added },
  ])
  const pieces = piecesOf(bytes).map((piece) => ({ ...piece, paperId }))
  await tx.insertMany(mandatePaperPart, pieces)
  await noteMandate(tx, call, mandateId, 'paperAttached', { name, kind, bytes: bytes.length })
}

/** The power that has this paper already; null when none has. */
async function holderOf(call: Call, sha256: string) {
  const { mandate, mandatePaper } = call.parts.store.tables
  const [holder] = await call.read((db) =>
    db
      .select({ mandateId: mandate.id, residentId: mandate.residentId })
      .from(mandatePaper)
      .innerJoin(mandate, eq(mandate.id, mandatePaper.mandateId))
      .where(eq(mandatePaper.heldSha256, sha256)),
  )
  return holder ?? null
}

/** The signed papers of powers: their way in, and out again for a look. */
export const papers = (uploads: Uploads) => ({
  startPaper: os.startPaper.handler(({ input, errors }) => {
    const { name, bytes } = input
    const refusal = sizeProblem(bytes, largestPaper)
    if (refusal !== null) throw errors.REFUSED({ data: { refusal, field: 'bytes' } })
    return { uploadId: uploads.open('real', [{ name, size: bytes }]).id }
  }),

  paperChunk: os.paperChunk.handler(({ input, errors }) => {
    const result = receiveChunk(uploads, input)
    if ('refusal' in result) throw errors.REFUSED({ data: { refusal: result.refusal } })
    return result
  }),

  attachPaper: os.attachPaper.handler(async ({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { mandate } = tables
    const upload = findUpload(uploads, input.uploadId)
    const file = wholeFile(upload)
    if (!file) throw errors.REFUSED({ data: { refusal: 'uploadUnfinished' } })
    const judged = judgePaper(file.name, file.bytes)
    if (!judged.ok) throw errors.REFUSED({ data: { refusal: judged.refusal, field: 'file' } })
    const sha256 = createHash('sha256').update(file.bytes).digest('hex')
    const samePaper = async () => {
      const holder = await holderOf(context, sha256)
      return holder && errors.REFUSED({ data: { refusal: 'samePaper', field: 'file', ...holder } })
    }
    const already = await samePaper()
    if (already) throw already
    try {
      const answer = await context.write(async (tx) => {
        const row = await mandateById(tx.db, tables, input.id)
        // Whoever has read the power without this paper reads it again before they decide.
        const open = await tx.db
          .update(mandate)
          .set({ version: sql`${mandate.version} + 1` })
          .where(and(eq(mandate.id, row.id), inArray(mandate.state, ['received', 'valid'])))
          .returning({ id: mandate.id })
        if (open.length !== 1) throw errors.REFUSED({ data: { refusal: 'mandateOver' } })
        await write(tx, context, row.id, { ...file, kind: judged.value, sha256 })
        return mandateView(tx.db, tables, row.id, context.now)
      })
      uploads.discard(upload.id)
      return answer
    } catch (error) {
      // Another desk kept the same paper meanwhile; the index lets one through.
      throw (isStoreProblem(error, 'unique') && (await samePaper())) || error
    }
  }),

  removePaper: os.removePaper.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { mandatePaper, mandatePaperPart } = tables
    return context.write(async (tx) => {
      const row = await sameMandate(tx, context, input)
      if (row.state !== 'received') throw errors.REFUSED({ data: { refusal: 'notReceived' } })
      const own = and(eq(mandatePaper.id, input.paperId), eq(mandatePaper.mandateId, row.id))
      const [paper] = await tx.db.select({ name: mandatePaper.name }).from(mandatePaper).where(own)
      if (!paper) throw named('NOT_FOUND')
      await changeMandate(tx, context, row, {})
      await tx.db.delete(mandatePaperPart).where(eq(mandatePaperPart.paperId, input.paperId))
      await tx.db.delete(mandatePaper).where(own)
      await noteMandate(tx, context, row.id, 'paperRemoved', { name: paper.name })
      return mandateView(tx.db, tables, row.id, context.now)
    })
  }),

  readPaper: os.readPaper.handler(({ input, context }) => {
    const { tables } = context.parts.store
    const { mandatePaper, mandatePaperPart } = tables
    return context.read(async (db) => {
      const { residentId } = await mandateById(db, tables, input.id)
      const [paper] = await db
        .select({ name: mandatePaper.name, kind: mandatePaper.kind })
        .from(mandatePaper)
        .where(and(eq(mandatePaper.id, input.paperId), eq(mandatePaper.mandateId, input.id)))
      if (!paper) throw named('NOT_FOUND')
      const pieces = await db
        .select({ base64: mandatePaperPart.base64 })
        .from(mandatePaperPart)
        .where(eq(mandatePaperPart.paperId, input.paperId))
        .orderBy(asc(mandatePaperPart.place))
      return { residentId, ...paper, base64: joinPieces(pieces) }
    })
  }),
})
