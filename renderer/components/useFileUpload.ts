import { useEffect, useRef, useState } from 'react'

/** A file on its way: how many of its bytes have gone. */
export interface Sending {
  readonly name: string
  readonly bytes: number
  readonly sent: number
}

/** What a try to attach a file ended with, and which file it was. */
export interface Failed {
  readonly name: string
  readonly error: unknown
}

/** Sends one file and gives the desk's answer; stops when `signal` says so. */
export type SendFile<Answered> = (
  file: File,
  signal: AbortSignal,
  onSent: (bytes: number) => void,
) => Promise<Answered>

/** Attaches files to something, one after another. Cancelled with the page that it was begun on; the first that fails ends it. */
export function useFileUpload<Answered>(
  send: SendFile<Answered>,
  onAttached: (answered: Answered, name: string) => void,
) {
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
        onAttached(await send(file, controller.signal, (sent) => setSending({ name, bytes, sent })), name)
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
