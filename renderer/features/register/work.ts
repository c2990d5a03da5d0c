import type { RegisterPreview } from '#shared/contract/register'
import { client } from '../../app/client'
import { Unreachable } from '../../app/unreachable'
import { chunksOf } from './chunks'
import type { Progress } from './progress'

/** What a piece of work is given: how to tell of its progress, and the signal that cancels it. */
export interface Hands {
  readonly tell: (progress: Progress) => void
  readonly signal: AbortSignal
}

/** What an import did, in rows. */
export interface Done {
  readonly added: number
  readonly changed: number
  readonly ended: number
}

/** What there is to import: files from outside, or a practice register to be made. */
export type Source =
  | { readonly kind: 'files'; readonly files: readonly File[] }
  | { readonly kind: 'practice'; readonly apartments: number; readonly seed: number }

/** Follows a stream to its end, telling its progress, and gives what it ends with. */
async function follow<Each extends { readonly type: string }>(
  stream: AsyncIterable<Each>,
  { tell }: Hands,
): Promise<Exclude<Each, { type: 'progress' }>> {
  let last: Exclude<Each, { type: 'progress' }> | null = null
  try {
    // To its very end: a stream that is left earlier is a cancelled one to the desk.
    for await (const event of stream) {
      if (event.type === 'progress') tell(event as Each & Progress)
      else last = event as Exclude<Each, { type: 'progress' }>
    }
  } catch (error) {
    // A stream that breaks off tells so in the browser's own way.
    if (last === null)
      throw error instanceof TypeError ? new Unreachable('broke off', { cause: error }) : error
  }
  if (last === null) throw new Unreachable('the stream ended without its result')
  return last
}

/** Sends files to the desk in chunks, one after another; gives the upload's id. */
async function send(files: readonly File[], { tell, signal }: Hands): Promise<string> {
  const total = files.reduce((sum, { size }) => sum + size, 0)
  const { uploadId } = await client.register.startUpload(
    { files: files.map(({ name, size }) => ({ name, size })) },
    { signal },
  )
  let done = 0
  tell({ stage: 'uploading', file: null, done, total })
  await orDiscard(uploadId, async () => {
    for (const file of files) {
      for await (const { offset, length, base64 } of chunksOf(file)) {
        await client.register.uploadChunk({ uploadId, name: file.name, offset, base64 }, { signal })
        done += length
        tell({ stage: 'uploading', file: null, done, total })
      }
    }
  })
  return uploadId
}

async function generate(
  { apartments, seed }: { apartments: number; seed: number },
  hands: Hands,
): Promise<string> {
  const stream = await client.register.generatePractice({ apartments, seed }, { signal: hands.signal })
  return (await follow(stream, hands)).uploadId
}

/**
 * Brings what is to be imported to the desk, has it read and compared there, and gives what would change. An upload that
 * does not get as far as its preview is forgotten. Throws what the desk refused, or FileGone.
 */
export async function readSource(source: Source, hands: Hands): Promise<RegisterPreview> {
  const uploadId = source.kind === 'files' ? await send(source.files, hands) : await generate(source, hands)
  return orDiscard(uploadId, async () => {
    const stream = await client.register.preview({ uploadId }, { signal: hands.signal })
    return (await follow(stream, hands)).preview
  })
}

/** Writes what a preview showed, all or nothing. Throws what the desk refused. */
export async function importPreview(
  input: { readonly uploadId: string; readonly withoutRejected: boolean; readonly endsManyMeant: boolean },
  hands: Hands,
): Promise<Done> {
  const stream = await client.register.apply(input, { signal: hands.signal })
  return follow(stream, hands)
}

/** Does something with an upload; one with which it cannot be done is not kept. */
async function orDiscard<Value>(uploadId: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    discard(uploadId)
    throw error
  }
}

/** Lets the desk forget an upload now; it would forget it by itself within an hour. */
export function discard(uploadId: string): void {
  client.register.discardUpload({ uploadId }).catch(() => undefined)
}
