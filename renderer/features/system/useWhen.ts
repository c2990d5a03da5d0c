import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../app/format'

const dayMs = 86_400_000

/** Says when something happens as one says it today: the time, tomorrow and the time, the weekday and the day. */
export function useWhen() {
  const { t } = useTranslation()
  const { date, time, weekday, dayAndMonth } = useFormat()
  return useCallback(
    (instant: Date, now: Date) => {
      const day = date(instant)
      if (day === date(now)) return t('system:when.today', { time: time(instant) })
      if (day === date(new Date(now.getTime() + dayMs)))
        return t('system:when.tomorrow', { time: time(instant) })
      return t('system:when.day', {
        weekday: weekday(instant),
        date: dayAndMonth(instant),
        time: time(instant),
      })
    },
    [t, date, time, weekday, dayAndMonth],
  )
}
