import { ORPCError } from '@orpc/client'
import { useEffect, useRef, useState } from 'react'
import { client } from '../../app/client'
import { chunksOf } from '../register/chunks'
import { type Answered, useMandateChanged } from './useMandateChanged'

/** A paper on its way: how many of its bytes have gone. */
export interface Sending {
  readonly name: string
  readonly bytes: number
  readonly sent: number
}

/** What a try to attach a paper ended with, and which file it was. */
export interface Failed {
  readonly name: string
  readonly error: unknown
}

/** The power that has the same paper already, when that is why it was refused. */
export function samePaperOf(error: unknown): string | null {
  if (!(error instanceof ORPCError) || error.code !== 'REFUSED') return null
  const { refusal, mandateId } = (error.data ?? {}) as { refusal?: unknown; mandateId?: unknown }
  return refusal === 'samePaper' && typeof mandateId === 'string' ? mandateId : null
}

async function send(
  mandateId: string,
  file: File,
  signal: AbortSignal,
  onSent: (bytes: number) => void,
): Promise<Answered> {
  // The desk looks at the size before anything is sent.
  const { uploadId } = await client.mandates.startPaper({ name: file.name, bytes: file.size }, { signal })
  for await (const { offset, length, base64 } of chunksOf(file)) {
    await client.mandates.paperChunk({ uploadId, offset, base64 }, { signal })
    onSent(offset + length)
  }
  return client.mandates.attachPaper({ id: mandateId, uploadId }, { signal })
}

/** Attaches papers to a power, one after another, in chunks. Cancelled with the page that it was begun on. */
export function usePaperUpload(mandateId: string, onAttached: (name: string) => void) {
  const changed = useMandateChanged()
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
        const answered = await send(mandateId, file, controller.signal, (sent) =>
          setSending({ name, bytes, sent }),
        )
        changed(answered)
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
