import { useEffect, useRef } from 'react'
import { handOverScan, takeScans } from './scanHandover'

/**
 * On a page that can check somebody's document: a document that is scanned while no check is open calls `begin`, and the check
 * that opens then takes it. `begin` returns false when no check can open now; what was scanned is then forgotten.
 */
export function useScanBegins(checking: boolean, begin: () => boolean) {
  const latest = useRef(begin)
  useEffect(() => {
    latest.current = begin
  })
  useEffect(() => {
    if (checking) return
    return takeScans((text) => {
      if (latest.current()) setTimeout(() => handOverScan(text))
    })
  }, [checking])
}
