import { eventIterator } from '@orpc/contract'
import * as z from 'zod'
import { base, id, refusals } from './base'

/** The five files of the housing register that always come together, in the order in which they refer to each other. */
export const registerFiles = ['properties', 'apartments', 'people', 'leases', 'occupancies'] as const
export type RegisterFile = (typeof registerFiles)[number]
/** The files of an import: those five, and the keys where the register has them too. */
export const importFiles = [...registerFiles, 'keys'] as const
export type ImportFile = (typeof importFiles)[number]
export const registerChanges = ['added', 'changed', 'ended', 'rejected'] as const
export type RegisterChange = (typeof registerChanges)[number]
/** The lists of rows that a preview has. `differs`: keys whose ledger says something else than the file, and stands. */
export const rowLists = [...registerChanges, 'differs'] as const
export type RowList = (typeof rowLists)[number]

/** Why a whole file cannot be used. */
export const fileProblems = [
  'unknownFile',
  'sameFileTwice',
  'missingFile',
  'emptyFile',
  'missingColumn',
  'duplicateColumn',
  'unreadableEncoding',
  'unfinishedFile',
  'unfinishedQuote',
  'tooLarge',
] as const

/** Why one row is rejected. */
export const rowProblems = [
  'wrongNumberOfFields',
  'required',
  'tooLong',
  'controlCharacters',
  'badDate',
  'dateOrder',
  'badNumber',
  'badChoice',
  'badPhone',
  'badEmail',
  'codeFormat',
  'codeDate',
  'codeFuture',
  'codeCheckCharacter',
  'birthDateMismatch',
  'birthDateFuture',
  'unknownReference',
  'duplicate',
  'zerosMissing',
  'holderMismatch',
  'keyInFuture',
] as const

const counts = z.object({
  added: z.int(),
  changed: z.int(),
  ended: z.int(),
  rejected: z.int(),
  unchanged: z.int(),
  total: z.int(),
})

const preview = z.object({
  uploadId: id,
  files: z.array(
    z.object({
      file: z.enum(importFiles),
      name: z.string(),
      delimiter: z.enum([',', ';']),
      encoding: z.enum(['utf-8', 'windows-1252']),
      counts,
    }),
  ),
  /** Problems that make the whole import impossible, with the file they were found in and the line or column if known. */
  problems: z.array(
    z.object({
      name: z.string(),
      problem: z.enum(fileProblems),
      column: z.string().nullable(),
      line: z.int().nullable(),
    }),
  ),
  /** People whose codes are temporary (900–999); worth a warning in a real register. */
  temporaryCodes: z.int(),
  /** Keys that somebody else has by their ledger than by the file: the ledger stands. */
  keyDifferences: z.int(),
  /** More than a tenth of a kind's rows would end: likely half a file; applying asks to be told it is meant. */
  endsMany: z.boolean(),
  nothingToDo: z.boolean(),
})
export type RegisterPreview = z.infer<typeof preview>

const progress = z.object({
  type: z.literal('progress'),
  stage: z.enum(['generating', 'reading', 'comparing', 'writing', 'indexing']),
  file: z.enum(importFiles).nullable(),
  done: z.int(),
  total: z.int(),
})

const previewRow = z.object({
  file: z.enum(importFiles),
  /** Line in the file, counted from 1 with the heading; null for an ended row, which is not in the file. */
  line: z.int().nullable(),
  /** The row's own id in the register. */
  key: z.string(),
  column: z.string().nullable(),
  problem: z.enum(rowProblems).nullable(),
  fields: z.array(
    z.object({ column: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
  ),
})
export type PreviewRow = z.infer<typeof previewRow>

const importRoles = ['administrator', 'lead'] as const
const maxChunk = 1_400_000

export const register = {
  /** What the register holds now, and the latest import. */
  status: base.meta({ roles: 'signedIn' }).output(
    z.object({
      kind: z.enum(['empty', 'practice', 'real']),
      properties: z.int(),
      apartments: z.int(),
      residents: z.int(),
      lastImport: z.object({ at: z.date(), by: z.string() }).nullable(),
    }),
  ),
  /** Opens an upload for files that follow in chunks. They are kept in memory only and forgotten after an hour. */
  startUpload: base
    .meta({ command: true, again: true, roles: importRoles })
    .errors(refusals('tooLarge'))
    .input(
      z.object({
        files: z
          .array(z.object({ name: z.string().min(1).max(255), size: z.int().min(0) }))
          .min(1)
          .max(20),
      }),
    )
    .output(z.object({ uploadId: id })),
  /** The next chunk of a file, base64, at most 1 MiB of bytes; chunks of a file come in order. */
  uploadChunk: base
    .meta({ command: true, again: true, roles: importRoles })
    .errors(refusals('unknownFile', 'tooLarge', 'chunkOutOfOrder'))
    .input(
      z.object({
        uploadId: id,
        name: z.string().max(255),
        offset: z.int().min(0),
        base64: z.base64().max(maxChunk),
      }),
    )
    .output(z.object({ received: z.int() })),
  /** Generates the practice register into an upload, with progress; ends with the upload's id. */
  generatePractice: base
    .meta({ command: true, again: true, roles: importRoles, audit: { keep: ['apartments', 'seed'] } })
    .errors(refusals('realRegisterLoaded'))
    .input(z.object({ apartments: z.int().min(1).max(60_000), seed: z.int().min(0).max(2_147_483_647) }))
    .output(
      eventIterator(
        z.discriminatedUnion('type', [progress, z.object({ type: z.literal('ready'), uploadId: id })]),
      ),
    ),
  /** Reads and compares what was uploaded; writes nothing. Ending the stream cancels. */
  preview: base
    .meta({ roles: importRoles })
    .errors(refusals('practiceRegisterLoaded'))
    .input(z.object({ uploadId: id }))
    .output(
      eventIterator(
        z.discriminatedUnion('type', [progress, z.object({ type: z.literal('preview'), preview })]),
      ),
    ),
  /** The rows behind a preview's figures, 50 to a page, in file order. */
  previewRows: base
    .meta({ roles: importRoles, audit: { keep: ['file', 'change'] } })
    .input(
      z.object({
        uploadId: id,
        file: z.enum(importFiles),
        change: z.enum(rowLists),
        page: z.int().min(0).max(100_000),
      }),
    )
    .output(z.object({ rows: z.array(previewRow), total: z.int() })),
  /**
   * Writes what the preview showed, all or nothing, with progress; ending the stream cancels and leaves the register as
   * it was. Rows that were rejected stay as they are in the register, when `withoutRejected` says so.
   */
  apply: base
    .meta({
      command: true,
      again: true,
      roles: importRoles,
      audit: { keep: ['withoutRejected', 'endsManyMeant'] },
    })
    .errors(refusals('previewFirst', 'fileProblems', 'rejectedRows', 'endsMany', 'registerChangedMeanwhile'))
    .input(z.object({ uploadId: id, withoutRejected: z.boolean(), endsManyMeant: z.boolean() }))
    .output(
      eventIterator(
        z.discriminatedUnion('type', [
          progress,
          z.object({
            type: z.literal('done'),
            importId: id,
            added: z.int(),
            changed: z.int(),
            ended: z.int(),
          }),
        ]),
      ),
    ),
  /** Forgets an upload. */
  discardUpload: base
    .meta({ command: true, again: true, roles: importRoles })
    .input(z.object({ uploadId: id }))
    .output(z.object({ discarded: z.boolean() })),
}
