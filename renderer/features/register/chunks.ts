/** Bytes to a chunk: what the desk takes in at a time. */
export const chunkSize = 1024 * 1024

/** A chosen file can no longer be read: it has been changed, moved or deleted since it was chosen. */
export class FileGone extends Error {
  override readonly name = 'FileGone'
  /** The file's own name. */
  readonly file: string
  constructor(file: string, options?: ErrorOptions) {
    super('a chosen file cannot be read any more', options)
    this.file = file
  }
}

/** A chunk of a file: where it begins, in bytes, and what it holds, in base64. */
export interface Chunk {
  readonly offset: number
  readonly length: number
  readonly base64: string
}

// More arguments at once than a call takes would throw.
const slice = 32_768

/** Bytes in base64. */
export function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += slice) {
    binary += String.fromCharCode(...bytes.subarray(at, at + slice))
  }
  return btoa(binary)
}

/**
 * A file in chunks, in order, read one at a time; an empty file has none. Throws FileGone when the file on the disk is
 * no more the one that was chosen.
 */
export async function* chunksOf(
  file: Blob & { readonly name: string },
  size = chunkSize,
): AsyncGenerator<Chunk> {
  for (let offset = 0; offset < file.size; offset += size) {
    const bytes = await file
      .slice(offset, offset + size)
      .arrayBuffer()
      .catch((cause: unknown) => {
        throw new FileGone(file.name, { cause })
      })
    yield { offset, length: bytes.byteLength, base64: toBase64(new Uint8Array(bytes)) }
  }
}
