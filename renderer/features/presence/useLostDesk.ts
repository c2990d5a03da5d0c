import { useEffect, useRef, useState } from 'react'
import type { VisitDay } from '#shared/contract/visits'

let leaving = false

/** Says that the desk is being given back here, or is not after all: that is no loss to tell of. */
export function noteLeaving(isLeaving: boolean) {
  leaving = isLeaving
}

/** The service desk that was mine and is not any more, although it was not given back here; null when there is none. */
export function useLostDesk(day: VisitDay | undefined) {
  const had = useRef<{ readonly desk: number; readonly day: string } | null>(null)
  const [lost, setLost] = useState<number | null>(null)
  const mine = day?.myDesk
  const today = day?.day
  useEffect(() => {
    if (mine === undefined || today === undefined) return
    const before = had.current
    had.current = mine === null ? null : { desk: mine, day: today }
    if (mine !== null) setLost(null)
    // At midnight every desk is free: nobody is asked whether they still sit there.
    else if (before?.day === today && !leaving) setLost(before.desk)
    leaving = false
  }, [mine, today])
  return { lost, forget: () => setLost(null) }
}
