import { count, desc, eq, isNull } from 'drizzle-orm'
import { importFiles, type RegisterPreview } from '#shared/contract/register'
import { helsinkiDay } from '#shared/rules/localDay'
import { type Call, named, procedures, signedIn } from '../access/procedure'
import { handOffWaiting } from '../tasks/handOff'
import { applyComparison } from './apply'
import { LedgerMovedOn } from './applyKeys'
import { compareRegister, importsSoFar } from './compare'
import { registerKind } from './kind'
import { practiceRegister } from './practice'
import { previewRows } from './previewRows'
import { withProgress } from './progress'
import { type FileProblems, readRegister, type Step } from './readRegister'
import { largestUpload, receive, type Upload, type Uploads } from './uploads'

const os = procedures.register

/** The upload, or NOT_FOUND: it never was, was discarded, or was forgotten after an hour. */
function find(uploads: Uploads, id: string): Upload {
  const upload = uploads.get(id)
  if (!upload) throw named('NOT_FOUND')
  return upload
}

const kindOf = (call: Call) => call.read((db) => registerKind(db, call.parts.store.tables))

/** Generates the practice register into an upload, in slices of a few milliseconds. */
async function generate(
  uploads: Uploads,
  options: { apartments: number; seed: number; today: string },
  step: Step,
) {
  const pieces = new Map(importFiles.map((file) => [file, [] as string[]]))
  for (const { file, text, done, total } of practiceRegister(options)) {
    pieces.get(file)?.push(text)
    await step(file, done, total)
  }
  const files = importFiles.map((file) => ({
    name: `${file}.csv`,
    bytes: Buffer.from((pieces.get(file) ?? []).join('')),
  }))
  const upload = uploads.open(
    'practice',
    files.map(({ name, bytes }) => ({ name, size: bytes.length })),
  )
  for (const { name, bytes } of files) receive(upload, name, 0, bytes)
  return upload.id
}

/** What the desk offers around the housing register. */
export const registerProcedures = (uploads: Uploads) =>
  os.router({
    status: os.status.handler(({ context }) => {
      const { tables } = context.parts.store
      const { property, apartment, resident, registerImport, staff } = tables
      return context.read(async (db) => {
        const size = async (table: typeof property | typeof apartment | typeof resident) =>
          (await db.select({ n: count() }).from(table).where(isNull(table.leftOn)))[0]?.n ?? 0
        const [last] = await db
          .select({ at: registerImport.at, by: staff.name })
          .from(registerImport)
          .innerJoin(staff, eq(staff.id, registerImport.staffId))
          .orderBy(desc(registerImport.at))
          .limit(1)
        return {
          kind: await registerKind(db, tables),
          properties: await size(property),
          apartments: await size(apartment),
          residents: await size(resident),
          lastImport: last ?? null,
        }
      })
    }),

    startUpload: os.startUpload.handler(({ input, errors }) => {
      const total = input.files.reduce((sum, { size }) => sum + size, 0)
      if (total > largestUpload) throw errors.REFUSED({ data: { refusal: 'tooLarge', field: 'files' } })
      return { uploadId: uploads.open('real', input.files).id }
    }),

    uploadChunk: os.uploadChunk.handler(({ input, errors }) => {
      const upload = find(uploads, input.uploadId)
      const result = receive(upload, input.name, input.offset, Buffer.from(input.base64, 'base64'))
      if ('refusal' in result) throw errors.REFUSED({ data: { refusal: result.refusal } })
      return result
    }),

    generatePractice: os.generatePractice.handler(async function* ({ input, context, errors }) {
      if ((await kindOf(context)) === 'real')
        throw errors.REFUSED({ data: { refusal: 'realRegisterLoaded' } })
      const options = { ...input, today: helsinkiDay(context.now) }
      const uploadId = yield* withProgress((stepIn) => generate(uploads, options, stepIn('generating')))
      yield { type: 'ready' as const, uploadId }
    }),

    preview: os.preview.handler(async function* ({ input, context, errors }) {
      const upload = find(uploads, input.uploadId)
      const kind = await kindOf(context)
      if (upload.kind === 'real' && kind === 'practice') {
        throw errors.REFUSED({ data: { refusal: 'practiceRegisterLoaded' } })
      }
      // A real register came meanwhile: what was generated before it is of no use any more.
      if (upload.kind === 'practice' && kind === 'real') {
        uploads.discard(upload.id)
        throw named('NOT_FOUND')
      }
      const preview = yield* withProgress(async (stepIn) => {
        const today = helsinkiDay(context.now)
        const read = await readRegister(upload, today, stepIn('reading'))
        upload.unusable = 'problems' in read
        if ('problems' in read) return problemsOnly(upload.id, read.problems)
        const { store } = context.parts
        upload.comparison = await compareRegister(store, upload.id, read.register, today, stepIn('comparing'))
        return upload.comparison.preview
      })
      yield { type: 'preview' as const, preview }
    }),

    previewRows: os.previewRows.handler(({ input, context }) => {
      const { comparison } = find(uploads, input.uploadId)
      if (!comparison) throw named('NOT_FOUND')
      return previewRows(context.parts.store, comparison, input.file, input.change, input.page)
    }),

    apply: os.apply.handler(async function* ({ input, context, errors }) {
      const upload = find(uploads, input.uploadId)
      const { comparison } = upload
      const refuse = (refusal: Parameters<typeof errors.REFUSED>[0]['data']['refusal']) =>
        errors.REFUSED({ data: { refusal } })
      if (!comparison) throw refuse(upload.unusable ? 'fileProblems' : 'previewFirst')
      const { preview } = comparison
      const rejected = preview.files.some(({ counts }) => counts.rejected > 0)
      if (rejected && !input.withoutRejected) throw refuse('rejectedRows')
      if (preview.endsMany && !input.endsManyMeant) throw refuse('endsMany')
      const { store } = context.parts
      const by = {
        staffId: signedIn(context).staffId,
        at: context.now,
        today: helsinkiDay(context.now),
        kind: upload.kind,
      }
      const done = yield* withProgress((stepIn) =>
        context.write(
          async (tx) => {
            await tx.inTurn('register')
            const kind = await registerKind(tx.db, store.tables)
            const imports = await importsSoFar(tx.db, store.tables)
            if (imports !== comparison.afterImports || (kind !== 'empty' && kind !== upload.kind)) {
              throw refuse('registerChangedMeanwhile')
            }
            const applied = await applyComparison(tx, store.tables, comparison, by, stepIn).catch(
              (error: unknown) => {
                throw error instanceof LedgerMovedOn ? refuse('registerChangedMeanwhile') : error
              },
            )
            await handOffWaiting(tx, context)
            return applied
          },
          { alone: true },
        ),
      )
      uploads.discard(upload.id)
      yield { type: 'done' as const, ...done }
    }),

    discardUpload: os.discardUpload.handler(({ input }) => ({ discarded: uploads.discard(input.uploadId) })),
  })

const problemsOnly = (uploadId: string, problems: FileProblems): RegisterPreview => ({
  uploadId,
  files: [],
  problems,
  temporaryCodes: 0,
  keyDifferences: 0,
  endsMany: false,
  nothingToDo: true,
})
