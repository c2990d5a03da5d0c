import { useEffect, useState } from 'react'

/** How far this computer's clock is ahead of the desk's, as the desk said it the last time. Milliseconds. */
let ahead = 0
const listeners = new Set<() => void>()

/** Less than this is nothing that anybody sees. Milliseconds. */
const noticed = 500

/** Notes how far this computer's clock is ahead of the one that the desk goes by: the database's. */
export function noteClockAhead(milliseconds: number) {
  if (Math.abs(milliseconds - ahead) < noticed) return
  ahead = milliseconds
  for (const listener of listeners) listener()
}

/** The time now by the desk's clock, which its own times are by. A wrong clock of this computer does not show in it. */
export const deskNow = (): Date => new Date(Date.now() - ahead)

/** As `deskNow`, renewed as each full minute begins. */
export function useNow(): Date {
  const [now, setNow] = useState(deskNow)
  useEffect(() => {
    const renew = () => setNow(deskNow())
    const timer = setTimeout(renew, 60_000 - (now.getTime() % 60_000) + 50)
    listeners.add(renew)
    return () => {
      clearTimeout(timer)
      listeners.delete(renew)
    }
  }, [now])
  return now
}
