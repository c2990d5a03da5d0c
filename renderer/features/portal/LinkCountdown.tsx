import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../app/format'
import { nextChange, timeLeft } from './countdown'

interface LinkCountdownProps {
  readonly expiresAt: Date
  /** The program's clock when it was told, and when that was by this computer's, milliseconds. */
  readonly now: Date
  readonly toldAt: number
  readonly onExpired: () => void
}

/** Until when the confirmation link lives, counting down by the program's clock. */
export function LinkCountdown({ expiresAt, now, toldAt, onExpired }: LinkCountdownProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const [elapsed, setElapsed] = useState(() => Date.now() - toldAt)
  const current = new Date(now.getTime() + Math.max(0, elapsed))
  const left = timeLeft(expiresAt, current)
  const wait = nextChange(expiresAt, current)

  // biome-ignore lint/correctness/useExhaustiveDependencies: every look at the clock sets the next one
  useEffect(() => {
    if (left === null) {
      onExpired()
      return
    }
    const timer = setTimeout(() => setElapsed(Date.now() - toldAt), wait)
    return () => clearTimeout(timer)
  }, [elapsed, toldAt, expiresAt.getTime(), now.getTime()])

  const when = format.dateTime(expiresAt)
  if (left === null) return <>{t('portal:link.expired', { when })}</>
  return (
    <>
      {left.hours === 0
        ? t('portal:link.minutesLeft', { when, minutes: left.minutes })
        : t('portal:link.hoursLeft', { when, hours: left.hours, minutes: left.minutes })}
    </>
  )
}
