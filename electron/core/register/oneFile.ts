import { uuidv7 } from 'uuidv7'
import { named } from '../access/procedure'
import { receive, type Upload, type Uploads } from './uploads'

/** The upload by its id. Throws NOT_FOUND. */
export function findUpload(uploads: Uploads, id: string): Upload {
  const upload = uploads.get(id)
  if (!upload) throw named('NOT_FOUND')
  return upload
}

/** Why a file of so many bytes is not even begun with; null when it may come. */
export function sizeProblem(bytes: number, largest: number): 'fileEmpty' | 'fileTooLarge' | null {
  if (bytes === 0) return 'fileEmpty'
  return bytes > largest ? 'fileTooLarge' : null
}

/** Takes in the next bytes of an upload's one file, as base64. Throws NOT_FOUND. */
export function receiveChunk(
  uploads: Uploads,
  {
    uploadId,
    offset,
    base64,
  }: { readonly uploadId: string; readonly offset: number; readonly base64: string },
): { readonly received: number } | { readonly refusal: 'fileTooLarge' | 'chunkOutOfOrder' } {
  const upload = findUpload(uploads, uploadId)
  const [name = ''] = upload.files.keys()
  const result = receive(upload, name, offset, Buffer.from(base64, 'base64'))
  if (!('refusal' in result)) return result
  return { refusal: result.refusal === 'tooLarge' ? 'fileTooLarge' : 'chunkOutOfOrder' }
}

/** The one file of an upload; null before all of it has come. */
export function wholeFile(upload: Upload): { readonly name: string; readonly bytes: Buffer } | null {
  const [entry] = upload.files
  if (!entry || entry[1].received !== entry[1].size) return null
  return { name: entry[0], bytes: Buffer.concat(entry[1].chunks) }
}

/** Bytes of a kept file in one row: a thousand rows, as many as are copied at a time, are 48 MB. */
const pieceBytes = 48 * 1024

/** A file as it is kept in rows, each with its place. */
export const piecesOf = (bytes: Buffer) =>
  Array.from({ length: Math.ceil(bytes.length / pieceBytes) }, (_, place) => ({
    id: uuidv7(),
    place,
    base64: bytes.subarray(place * pieceBytes, (place + 1) * pieceBytes).toString('base64'),
  }))

/** The whole file as base64, of its rows in their order: every piece but the last is a whole number of three bytes. */
export const joinPieces = (pieces: readonly { readonly base64: string }[]): string =>
  pieces.map(({ base64 }) => base64).join('')
