import { type RefObject, useEffect, useRef, useState } from 'react'

/**
 * Takes files that are dropped anywhere on the page, which the browser would otherwise open in its place. Gives whether
 * some are being dragged over it now. `place` is any element of the page: behind the lock nothing is taken.
 */
export function useFileDrop(
  place: RefObject<Element | null>,
  take: (files: readonly File[]) => void,
): boolean {
  const [over, setOver] = useState(false)
  const latest = useRef(take)
  useEffect(() => {
    latest.current = take
  })
  useEffect(() => {
    const open = () => place.current?.closest('[inert]') === null
    const onDrag = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') !== true) return
      event.preventDefault()
      event.dataTransfer.dropEffect = open() ? 'copy' : 'none'
      setOver(open())
    }
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const onDrop = (event: DragEvent) => {
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length === 0) return
      event.preventDefault()
      setOver(false)
      if (open()) latest.current(files)
    }
    addEventListener('dragover', onDrag)
    addEventListener('dragleave', onLeave)
    addEventListener('drop', onDrop)
    return () => {
      removeEventListener('dragover', onDrag)
      removeEventListener('dragleave', onLeave)
      removeEventListener('drop', onDrop)
    }
  }, [place])
  return over
}
