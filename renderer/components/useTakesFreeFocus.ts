import { type RefObject, useEffect, useRef } from 'react'

const usableElements = ':is(a[href], button, input, select, textarea, [tabindex="0"]):not(:disabled)'

/**
 * The element that takes the focus when it can be used, unless the person has it somewhere they can use already: a dialog
 * that has just been opened has it as a whole, and a button that went away or was disabled leaves it nowhere.
 */
export function useTakesFreeFocus<Element extends HTMLElement>(usable = true): RefObject<Element | null> {
  const element = useRef<Element>(null)
  useEffect(() => {
    if (usable && !document.activeElement?.matches(usableElements)) element.current?.focus()
  }, [usable])
  return element
}
