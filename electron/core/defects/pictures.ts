import { createHash } from 'node:crypto'
import { and, asc, count, eq, inArray, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { largestPicture, mostPictures } from '#shared/contract/defects'
import { type Call, named, procedures, signedIn } from '../access/procedure'
import { findUpload, joinPieces, piecesOf, receiveChunk, sizeProblem, wholeFile } from '../register/oneFile'
import type { Uploads } from '../register/uploads'
import { isStoreProblem } from '../store/errors'
import type { Tx } from '../store/store'
import { judgePicture, type Picture } from './pictureFile'
import { changeDefect, defectById, isDefectOpen, noteDefect, openStates, sameDefect } from './rows'
import { defectView } from './view'

const os = procedures.defects

async function write(tx: Tx, call: Call, defectId: string, picture: Picture): Promise<void> {
  const { defectPicture, defectPicturePart } = call.parts.store.tables
  const { name, kind, bytes, sha256 } = picture
  const pictureId = uuidv7()
  const added = { addedAt: call.now, addedBy: signedIn(call).staffId }
  await tx.insertMany(defectPicture, [
    { id: pictureId, defectId, name, kind, bytes: bytes.length, sha256, ...added },
  ])
  const pieces = piecesOf(bytes).map((piece) => ({ ...piece, pictureId }))
  await tx.insertMany(defectPicturePart, pieces)
  await noteDefect(tx, call, defectId, 'pictureAdded', { name, kind, bytes: bytes.length })
}

/** The pictures of defects: their way in, and out again for a look. */
export const pictures = (uploads: Uploads) => ({
  startPicture: os.startPicture.handler(({ input, errors }) => {
    const { name, bytes } = input
    const refusal = sizeProblem(bytes, largestPicture)
    if (refusal !== null) throw errors.REFUSED({ data: { refusal, field: 'bytes' } })
    return { uploadId: uploads.open('real', [{ name, size: bytes }]).id }
  }),

  pictureChunk: os.pictureChunk.handler(({ input, errors }) => {
    const result = receiveChunk(uploads, input)
    if ('refusal' in result) throw errors.REFUSED({ data: { refusal: result.refusal } })
    return result
  }),

  attachPicture: os.attachPicture.handler(async ({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { defect, defectPicture } = tables
    const upload = findUpload(uploads, input.uploadId)
    const file = wholeFile(upload)
    if (!file) throw errors.REFUSED({ data: { refusal: 'uploadUnfinished' } })
    const judged = judgePicture(file.name, file.bytes)
    if (!judged.ok) throw errors.REFUSED({ data: { refusal: judged.refusal, field: 'file' } })
    const sha256 = createHash('sha256').update(file.bytes).digest('hex')
    const samePicture = () => errors.REFUSED({ data: { refusal: 'samePicture', field: 'file' } })
    try {
      const answer = await context.write(async (tx) => {
        const { id } = (await defectById(tx.db, tables, input.id)).defect
        // Two desks that attach at once are counted one after the other.
        const open = await tx.db
          .update(defect)
          .set({ version: sql`${defect.version} + 1` })
          .where(and(eq(defect.id, id), inArray(defect.state, [...openStates])))
          .returning({ id: defect.id })
        if (open.length !== 1) throw errors.REFUSED({ data: { refusal: 'defectOver' } })
        const own = eq(defectPicture.defectId, id)
        const [same] = await tx.db
          .select({ id: defectPicture.id })
          .from(defectPicture)
          .where(and(own, eq(defectPicture.sha256, sha256)))
        if (same) throw samePicture()
        const [there] = await tx.db.select({ n: count() }).from(defectPicture).where(own)
        if ((there?.n ?? 0) >= mostPictures)
          throw errors.REFUSED({ data: { refusal: 'tooManyPictures', field: 'file' } })
        await write(tx, context, id, { ...file, kind: judged.value, sha256 })
        return defectView(tx.db, tables, id, context.now)
      })
      uploads.discard(upload.id)
      return answer
    } catch (error) {
      if (isStoreProblem(error, 'unique')) throw samePicture()
      throw error
    }
  }),

  removePicture: os.removePicture.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { defectPicture, defectPicturePart } = tables
    return context.write(async (tx) => {
      const { defect } = await sameDefect(tx, context, input)
      if (!isDefectOpen(defect)) throw errors.REFUSED({ data: { refusal: 'defectOver' } })
      const own = and(eq(defectPicture.id, input.pictureId), eq(defectPicture.defectId, defect.id))
      const [picture] = await tx.db.select({ name: defectPicture.name }).from(defectPicture).where(own)
      if (!picture) throw named('NOT_FOUND')
      await changeDefect(tx, tables, defect, {})
      await tx.db.delete(defectPicturePart).where(eq(defectPicturePart.pictureId, input.pictureId))
      await tx.db.delete(defectPicture).where(own)
      await noteDefect(tx, context, defect.id, 'pictureRemoved', { name: picture.name })
      return defectView(tx.db, tables, defect.id, context.now)
    })
  }),

  readPicture: os.readPicture.handler(({ input, context }) => {
    const { tables } = context.parts.store
    const { defectPicture, defectPicturePart } = tables
    return context.read(async (db) => {
      const { residentId } = (await defectById(db, tables, input.id)).defect
      const [picture] = await db
        .select({ name: defectPicture.name, kind: defectPicture.kind })
        .from(defectPicture)
        .where(and(eq(defectPicture.id, input.pictureId), eq(defectPicture.defectId, input.id)))
      if (!picture) throw named('NOT_FOUND')
      const pieces = await db
        .select({ base64: defectPicturePart.base64 })
        .from(defectPicturePart)
        .where(eq(defectPicturePart.pictureId, input.pictureId))
        .orderBy(asc(defectPicturePart.place))
      return { residentId, ...picture, base64: joinPieces(pieces) }
    })
  }),
})
