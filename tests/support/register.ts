import { collectPracticeRegister } from '#core/register/practice/index'
import type { DeskClient } from '#shared/contract/index'
import {
  type ImportFile,
  type RegisterFile,
  type RegisterPreview,
  registerFiles,
} from '#shared/contract/register'
import { helsinkiDay } from '#shared/rules/localDay'
import { testNow } from './desk'

export type RegisterTexts = Readonly<Record<RegisterFile, string>>

/** A small practice register's five files. */
export function smallRegister(apartments = 60, seed = 1): RegisterTexts {
  const { keys: _, ...files } = smallRegisterWithKeys(apartments, seed)
  return files
}

/** The same five files, and the keys. */
export const smallRegisterWithKeys = (apartments = 60, seed = 1): Readonly<Record<ImportFile, string>> =>
  collectPracticeRegister({ seed, apartments, today: helsinkiDay(testNow) }).files

/** Uploads files as a page does, in chunks; gives the upload's id. */
export async function upload(
  page: DeskClient,
  files: Readonly<Record<string, string | Buffer>>,
): Promise<string> {
  const named = Object.entries(files).map(([name, content]) => ({
    name: name.includes('.') ? name : `${name}.csv`,
    bytes: Buffer.from(content),
  }))
  const { uploadId } = await page.register.startUpload({
    files: named.map(({ name, bytes }) => ({ name, size: bytes.length })),
  })
  for (const { name, bytes } of named) {
    for (let offset = 0; offset < bytes.length; offset += 500_000) {
      const base64 = bytes.subarray(offset, offset + 500_000).toString('base64')
      await page.register.uploadChunk({ uploadId, name, offset, base64 })
    }
  }
  return uploadId
}

/** Runs a preview to its end. */
export async function preview(page: DeskClient, uploadId: string): Promise<RegisterPreview> {
  for await (const event of await page.register.preview({ uploadId }))
    if (event.type === 'preview') return event.preview
  throw new Error('the preview ended without a result')
}

/** Applies a previewed upload; gives what was done. */
export async function apply(
  page: DeskClient,
  uploadId: string,
  meant = { withoutRejected: true, endsManyMeant: true },
) {
  for await (const event of await page.register.apply({ uploadId, ...meant }))
    if (event.type === 'done') return event
  throw new Error('the import ended without a result')
}

/** Imports the files whole. */
export async function importRegister(page: DeskClient, files: Readonly<Record<string, string | Buffer>>) {
  const uploadId = await upload(page, files)
  const shown = await preview(page, uploadId)
  return { preview: shown, done: await apply(page, uploadId) }
}

/** A register with some lines of one file changed. */
export const withFile = (
  files: RegisterTexts,
  file: RegisterFile,
  change: (text: string) => string,
): RegisterTexts =>
  Object.fromEntries(
    registerFiles.map((one) => [one, one === file ? change(files[one]) : files[one]]),
  ) as RegisterTexts

/** Has the desk make a practice register; gives its upload's id. */
export async function startPractice(page: DeskClient, apartments: number): Promise<string> {
  let uploadId: string | null = null
  for await (const event of await page.register.generatePractice({ apartments, seed: 1 })) {
    if (event.type === 'ready') uploadId = event.uploadId
  }
  if (uploadId === null) throw new Error('no practice register was made')
  return uploadId
}
