import { useState } from 'react'

/** Which fields have been left: what stands in a field is not called wrong before that, or before a try to save. */
export function useLeft() {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [attempt, setAttempt] = useState(0)
  return {
    attempt,
    isLeft: (id: string) => attempt > 0 || left.has(id),
    leave: (id: string) => setLeft((before) => new Set([...before, id])),
    /** Notes a try to save. */
    tried: () => setAttempt((tries) => tries + 1),
  }
}
