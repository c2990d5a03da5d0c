import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Language } from '#shared/contract/base'
import { api } from '../../app/client'

const toBytes = (base64: string) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))

/** The leaflet in a language, as an address in the memory of this page that a frame shows or a link saves. */
export function useLeaflet(language: Language) {
  const query = useQuery(api.portal.leaflet.queryOptions({ input: { language } }))
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    if (query.data === undefined) return
    const made = URL.createObjectURL(new Blob([toBytes(query.data.pdfBase64)], { type: 'application/pdf' }))
    setAddress(made)
    return () => {
      setAddress(null)
      URL.revokeObjectURL(made)
    }
  }, [query.data])
  return { address, error: query.error, retry: () => void query.refetch() }
}

/** Whether a PDF can be seen in a frame here: not without a viewer, nor when the page's policy refuses the frame. */
export function useCanShowPdf(): boolean {
  const [refused, setRefused] = useState(false)
  useEffect(() => {
    const notice = ({ effectiveDirective }: SecurityPolicyViolationEvent) => {
      if (/^(frame|child|object)-src/.test(effectiveDirective)) setRefused(true)
    }
    document.addEventListener('securitypolicyviolation', notice)
    return () => document.removeEventListener('securitypolicyviolation', notice)
  }, [])
  return navigator.pdfViewerEnabled && !refused
}
