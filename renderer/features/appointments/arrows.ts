import type { KeyboardEvent } from 'react'

const moves: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowRight: (at, last) => Math.min(at + 1, last),
  ArrowLeft: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
}

/** Moves the focus among the buttons of a row with the arrow keys, Home and End; Tab takes the row as one stop. */
export function moveByArrows(event: KeyboardEvent<HTMLElement>) {
  const move = moves[event.key]
  if (move === undefined) return
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const at = event.target instanceof HTMLButtonElement ? buttons.indexOf(event.target) : -1
  if (at === -1) return
  event.preventDefault()
  buttons[move(at, buttons.length - 1)]?.focus()
}
