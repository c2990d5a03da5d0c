import { useEffect, useRef } from 'react'
import { continuesScan, feedKey, isWholeZone, noScan, type ScanState, shortestScan } from './scanKeys'

type Field = HTMLInputElement | HTMLTextAreaElement

/** The text field that keys would go to; null for other places, where letters would be shortcuts. */
const fieldOf = (target: EventTarget | null): Field | null =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && /^(text|search|email|tel|url|)$/.test(target.type))
    ? target
    : null

/** Puts a field back to what it was before the scanner's first letters, as if it had been typed. */
function restore(field: Field, value: string) {
  const own = field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype
  Object.getOwnPropertyDescriptor(own, 'value')?.set?.call(field, value)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

const passwordField = (target: EventTarget | null) =>
  target instanceof HTMLInputElement && target.type === 'password'

/** A pause that ends a scan whose last Enter the scanner does not send, milliseconds. */
const endsAfter = 400
/** Keys of Enter that come this soon after a scan are the scanner's: none of them may answer a question, milliseconds. */
const enterIgnored = 250

/**
 * Catches what a scanner of documents types, wherever the focus is: the keys reach no field and no shortcut, and letters
 * that got into a field before the scanner was recognised are taken out again. `active` says whether to listen now.
 */
export function useDocumentScanner(onScan: (text: string) => void, active: () => boolean) {
  const latest = useRef({ onScan, active })
  useEffect(() => {
    latest.current = { onScan, active }
  })

  useEffect(() => {
    let state: ScanState = noScan
    // Before each key that may turn out to be the scanner's first: the field it went to, and what stood there.
    let befores: { readonly field: Field | null; readonly value: string }[] = []
    let timer: ReturnType<typeof setTimeout> | undefined
    let doneAt = Number.NEGATIVE_INFINITY

    const finish = () => {
      clearTimeout(timer)
      const { text } = state
      state = noScan
      doneAt = performance.now()
      if (text.replace(/\s/g, '').length >= shortestScan) latest.current.onScan(text.trim())
    }
    const swallow = (event: KeyboardEvent) => {
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.isComposing || passwordField(event.target)) return
      if (!latest.current.active()) return
      const at = event.timeStamp
      if (event.key === 'Enter' && at - doneAt < enterIgnored) return swallow(event)
      const before = state
      state = feedKey(before, event.key, at)
      if (state === before || state === noScan) return
      const field = fieldOf(event.target)
      if (state.text.length === 1) befores = []
      if (!before.recognised) befores.push({ field, value: field?.value ?? '' })
      if (!state.recognised) {
        if (field === null && before.text !== '' && continuesScan(before, at)) swallow(event)
        return
      }
      swallow(event)
      if (!before.recognised) {
        // What a person typed right before it stays.
        const first = befores[befores.length - state.text.length]
        if (first?.field) restore(first.field, first.value)
        befores = []
      }
      clearTimeout(timer)
      timer = setTimeout(finish, isWholeZone(state.text) ? endsAfter : endsAfter * 4)
      if (event.key === 'Enter' && isWholeZone(state.text)) finish()
    }
    // Before every other listener, so that no shortcut acts on a scanner's letters.
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => {
      clearTimeout(timer)
      window.removeEventListener('keydown', onKeyDown, { capture: true })
    }
  }, [])
}
