import { uuidv7 } from 'uuidv7'
import type { Comparison } from './compare'

/** Files on their way into the register. In memory only: on a disk they would be readable personal identity codes. */
export interface Upload {
  readonly id: string
  readonly kind: 'practice' | 'real'
  readonly files: Map<string, UploadedFile>
  /** What the latest preview found; apply writes exactly that. */
  comparison: Comparison | null
  /** The latest preview found files that cannot be used. */
  unusable: boolean
  touchedAt: number
}

interface UploadedFile {
  readonly size: number
  readonly chunks: Buffer[]
  received: number
}

/** The whole register is about 30 MB; so much of it at once is a mistake. */
export const largestUpload = 256 * 1024 * 1024
const lifetime = 60 * 60 * 1000

/** The uploads of this program. Each is forgotten an hour after it was last touched. */
export function createUploads(clock: () => Date) {
  const uploads = new Map<string, Upload>()

  function forgetOld() {
    const now = clock().getTime()
    for (const [id, upload] of uploads) if (now - upload.touchedAt > lifetime) uploads.delete(id)
  }

  return {
    /** Opens an upload for files of these sizes in bytes. */
    open(kind: Upload['kind'], files: readonly { readonly name: string; readonly size: number }[]): Upload {
      forgetOld()
      const upload: Upload = {
        id: uuidv7(),
        kind,
        files: new Map(files.map(({ name, size }) => [name, { size, chunks: [], received: 0 }])),
        comparison: null,
        unusable: false,
        touchedAt: clock().getTime(),
      }
      uploads.set(upload.id, upload)
      return upload
    },
    /** The upload, if it is still here. */
    get(id: string): Upload | null {
      forgetOld()
      const upload = uploads.get(id) ?? null
      if (upload) upload.touchedAt = clock().getTime()
      return upload
    },
    discard: (id: string): boolean => uploads.delete(id),
    /** Forgets them all: they were compared with another database than the desk works with now. */
    forgetAll: () => uploads.clear(),
  }
}

export type Uploads = ReturnType<typeof createUploads>

/** Takes in the next bytes of a file. Chunks come in order and never beyond the size that was announced. */
export function receive(
  upload: Upload,
  name: string,
  offset: number,
  bytes: Buffer,
): { readonly received: number } | { readonly refusal: 'unknownFile' | 'tooLarge' | 'chunkOutOfOrder' } {
  const file = upload.files.get(name)
  if (!file) return { refusal: 'unknownFile' }
  if (offset !== file.received) return { refusal: 'chunkOutOfOrder' }
  if (offset + bytes.length > file.size) return { refusal: 'tooLarge' }
  file.chunks.push(bytes)
  file.received += bytes.length
  upload.comparison = null
  upload.unusable = false
  return { received: file.received }
}
