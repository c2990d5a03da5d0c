import { useCallback } from 'react'
import { useFormat } from '../../app/format'

/** Writes when a visit is: ke 2.12.2026 klo 9.15–9.45, without the end when it is not known. */
export function useWhenText() {
  const { weekday, dateTime, time } = useFormat()
  return useCallback(
    (startsAt: Date, endsAt: Date | null = null) =>
      `${weekday(startsAt)} ${dateTime(startsAt)}${endsAt === null ? '' : `–${time(endsAt)}`}`,
    [weekday, dateTime, time],
  )
}
