import { type PointerEvent, useEffect, useRef, useState } from 'react'
import type { VisitView } from '#shared/contract/visits'

/** A step of a desk's time by its place in the grid. */
export interface Step {
  readonly column: number
  readonly row: number
}

/** Where the pointer has come with a visit, and the step that the visit would begin in; null outside the days. */
export interface Dragged {
  readonly x: number
  readonly y: number
  readonly step: Step | null
}

interface DragActions {
  readonly onBegin: (visit: VisitView) => void
  readonly onOver: (step: Step | null) => void
  readonly onDrop: (step: Step | null) => void
}

/** A press that trembles is a press; this far it is a drag, pixels. */
const farEnough = 6

/** The step under a point of the window: cells carry `data-column` and `data-row`, and may be several rows high. */
function stepAt(x: number, y: number): Step | null {
  const cell = document.elementFromPoint(x, y)?.closest<HTMLTableCellElement>('td[data-row]')
  if (!cell) return null
  const { top, height } = cell.getBoundingClientRect()
  const within = Math.floor(((y - top) / height) * cell.rowSpan)
  return {
    column: Number(cell.dataset.column),
    row: Number(cell.dataset.row) + Math.min(Math.max(within, 0), cell.rowSpan - 1),
  }
}

/**
 * Drags a visit with a mouse or a pen; a finger scrolls, and has the menu. `active` is false as soon as the move has ended
 * otherwise, such as with Esc.
 */
export function useDrag(active: boolean, actions: DragActions) {
  const latest = useRef(actions)
  useEffect(() => {
    latest.current = actions
  })
  const [dragged, setDragged] = useState<Dragged | null>(null)
  const ending = useRef<AbortController>(undefined)
  const justDropped = useRef(false)
  const end = () => {
    ending.current?.abort()
    setDragged(null)
  }
  useEffect(() => {
    if (!active) setDragged(null)
  }, [active])
  useEffect(() => () => ending.current?.abort(), [])

  const press = (event: PointerEvent, visit: VisitView, row: number) => {
    if (event.button !== 0 || event.pointerType === 'touch' || visit.state !== 'booked') return
    const { clientX, clientY } = event
    const grabbed = (stepAt(clientX, clientY)?.row ?? row) - row
    const listening = new AbortController()
    ending.current?.abort()
    ending.current = listening
    let begun = false
    let step: Step | null = null
    const { signal } = listening
    window.addEventListener(
      'pointermove',
      (move) => {
        const { clientX: x, clientY: y } = move
        if (!begun && Math.hypot(x - clientX, y - clientY) < farEnough) return
        if (!begun) latest.current.onBegin(visit)
        begun = true
        const under = stepAt(x, y)
        step = under && { column: under.column, row: under.row - grabbed }
        setDragged({ x, y, step })
        latest.current.onOver(step)
      },
      { signal },
    )
    window.addEventListener(
      'pointerup',
      () => {
        end()
        if (!begun) return
        // The press that ends a drag is no click on what is under it.
        justDropped.current = true
        setTimeout(() => {
          justDropped.current = false
        })
        latest.current.onDrop(step)
      },
      { signal },
    )
    window.addEventListener('pointercancel', end, { signal })
    window.addEventListener('keydown', (key) => key.key === 'Escape' && end(), { signal, capture: true })
  }
  return { dragged, press, wasDrag: () => justDropped.current }
}
