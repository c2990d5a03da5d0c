import { ORPCError } from '@orpc/client'
import { client } from '../../app/client'
import { type SendFile, useFileUpload } from '../../components/useFileUpload'
import { chunksOf } from '../register/chunks'
import { type Answered, useMandateChanged } from './useMandateChanged'

/** The power that has the same paper already, when that is why it was refused. */
export function samePaperOf(error: unknown): string | null {
  if (!(error instanceof ORPCError) || error.code !== 'REFUSED') return null
  const { refusal, mandateId } = (error.data ?? {}) as { refusal?: unknown; mandateId?: unknown }
  return refusal === 'samePaper' && typeof mandateId === 'string' ? mandateId : null
}

const sendTo =
  (id: string): SendFile<Answered> =>
  async (file, signal, onSent) => {
    // The desk looks at the size before anything is sent.
    const { uploadId } = await client.mandates.startPaper({ name: file.name, bytes: file.size }, { signal })
    for await (const { offset, length, base64 } of chunksOf(file)) {
      await client.mandates.paperChunk({ uploadId, offset, base64 }, { signal })
      onSent(offset + length)
    }
    return client.mandates.attachPaper({ id, uploadId }, { signal })
  }

/** Attaches papers to a power, one after another, in chunks. */
export function usePaperUpload(mandateId: string, onAttached: (name: string) => void) {
  const changed = useMandateChanged()
  return useFileUpload(sendTo(mandateId), (answered, name) => {
    changed(answered)
    onAttached(name)
  })
}
