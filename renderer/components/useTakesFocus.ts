import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'

/**
 * The element that takes the focus when it appears, such as the button of the next step. On a page after the page's own
 * heading, which takes it on arrival: who listens hears the heading first, who presses Enter goes on. In a dialog before
 * it is painted, so that Enter pressed right after the key that opened it is not lost.
 */
export function useTakesFocus<Element extends HTMLElement>(): RefObject<Element | null> {
  const element = useRef<Element>(null)
  useLayoutEffect(() => {
    if (element.current?.closest('[role=dialog]')) element.current.focus()
  }, [])
  useEffect(() => {
    // Every effect of the same drawing, the heading's too, has run before the microtask.
    if (!element.current?.closest('[role=dialog]')) queueMicrotask(() => element.current?.focus())
  }, [])
  return element
}
