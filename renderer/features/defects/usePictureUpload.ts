import { useEffect, useRef, useState } from 'react'
import { client } from '../../app/client'
import { chunksOf } from '../register/chunks'
import { type Answered, useDefectChanged } from './useDefectChanged'

/** A picture on its way: how many of its bytes have gone. */
interface Sending {
  readonly name: string
  readonly bytes: number
  readonly sent: number
}
interface Failed {
  readonly name: string
  readonly error: unknown
}

async function send(
  id: string,
  file: File,
  signal: AbortSignal,
  onSent: (bytes: number) => void,
): Promise<Answered> {
  // The desk looks at the size before anything is sent.
  const { uploadId } = await client.defects.startPicture({ name: file.name, bytes: file.size }, { signal })
  for await (const { offset, length, base64 } of chunksOf(file)) {
    await client.defects.pictureChunk({ uploadId, offset, base64 }, { signal })
    onSent(offset + length)
  }
  return client.defects.attachPicture({ id, uploadId }, { signal })
}

/** Attaches pictures to a defect, one after another, in chunks. Cancelled with the page that it was begun on. */
export function usePictureUpload(id: string, onAttached: (name: string) => void) {
  const changed = useDefectChanged()
  const [sending, setSending] = useState<Sending | null>(null)
  const [failed, setFailed] = useState<Failed | null>(null)
  const cancelling = useRef<AbortController | null>(null)
  useEffect(() => () => cancelling.current?.abort(), [])

  const attach = async (files: readonly File[]) => {
    if (cancelling.current !== null) return
    const controller = new AbortController()
    cancelling.current = controller
    setFailed(null)
    for (const file of files) {
      const { name, size: bytes } = file
      setSending({ name, bytes, sent: 0 })
      try {
        changed(await send(id, file, controller.signal, (sent) => setSending({ name, bytes, sent })))
        onAttached(name)
      } catch (error) {
        if (!controller.signal.aborted) setFailed({ name, error })
        break
      }
    }
    cancelling.current = null
    setSending(null)
  }
  return {
    sending,
    failed,
    attach: (files: readonly File[]) => void attach(files),
    cancel: () => cancelling.current?.abort(),
  }
}
