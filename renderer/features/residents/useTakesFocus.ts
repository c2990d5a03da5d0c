import { type RefObject, useEffect, useRef } from 'react'

/**
 * The element that takes the focus when it appears, such as the button of the next step. After the page's own heading,
 * which takes it on arrival: who listens hears the heading first, who presses Enter goes on.
 */
export function useTakesFocus<Element extends HTMLElement>(): RefObject<Element | null> {
  const element = useRef<Element>(null)
  useEffect(() => {
    const timer = setTimeout(() => element.current?.focus())
    return () => clearTimeout(timer)
  }, [])
  return element
}
