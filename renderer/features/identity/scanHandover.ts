// What a scanner read, on its way to the check. It is in memory until the check takes it, and never anywhere else.
let waiting: string | null = null
let taker: ((text: string) => void) | null = null
let timer: ReturnType<typeof setTimeout> | undefined

const longestWait = 10_000

function forget() {
  waiting = null
}

/** Gives a scanned zone to the identity check, which may still be opening. What nobody takes is soon forgotten. */
export function handOverScan(text: string) {
  if (taker !== null) {
    taker(text)
    return
  }
  waiting = text
  clearTimeout(timer)
  // Holds no text itself, or it would be in memory as long as the timer after it was taken.
  timer = setTimeout(forget, longestWait)
}

/** Takes what is scanned from now on, and what is waiting. Returns how to stop. */
export function takeScans(take: (text: string) => void): () => void {
  taker = take
  if (waiting !== null) {
    const text = waiting
    waiting = null
    take(text)
  }
  return () => {
    if (taker === take) taker = null
  }
}
