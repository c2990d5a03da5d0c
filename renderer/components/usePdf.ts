import { useCallback, useEffect, useState } from 'react'
import type { PdfDocument } from './pdfReader'

/** A PDF as `PdfView` shows it and `PdfButtons` print and save it. */
export interface Pdf {
  /** The file in the memory of this page, as a link saves it; null until it is there. */
  readonly address: string | null
  /** The pages; null until they can be shown. */
  readonly document: PdfDocument | null
  /** It cannot be read, shown or printed. */
  readonly failed: boolean
  readonly fail: () => void
  /** Reads it again after it failed. */
  readonly retry: () => void
}

const nothing = { address: null, document: null, failed: false } as const

const toBytes = (base64: string) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))

/** Opens a PDF that the desk gave in base64; undefined while it is on its way. The reader is loaded with the first one. */
export function usePdf(base64: string | undefined): Pdf {
  const [state, setState] = useState<Pick<Pdf, 'address' | 'document' | 'failed'>>(nothing)
  const [attempt, setAttempt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt reads the same file again
  useEffect(() => {
    if (base64 === undefined) return
    let gone = false
    const bytes = toBytes(base64)
    const address = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }))
    setState({ ...nothing, address })
    const opening = import('./pdfReader').then(({ openPdf }) => openPdf(bytes))
    opening.then(
      (document) => {
        if (!gone) setState({ address, document, failed: false })
      },
      () => {
        if (!gone) setState({ address, document: null, failed: true })
      },
    )
    return () => {
      gone = true
      setState(nothing)
      URL.revokeObjectURL(address)
      opening.then(
        (document) => document.close(),
        () => undefined,
      )
    }
  }, [base64, attempt])
  const fail = useCallback(() => setState((now) => ({ ...now, document: null, failed: true })), [])
  const retry = useCallback(() => setAttempt((before) => before + 1), [])
  return { ...state, fail, retry }
}
