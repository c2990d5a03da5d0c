import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

/** Says so many minutes as people do: 12 min, 1 t 5 min. */
export function useDuration() {
  const { t } = useTranslation()
  return useCallback(
    (minutes: number) =>
      minutes < 60
        ? t('visits:duration.minutes', { minutes })
        : t('visits:duration.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 }),
    [t],
  )
}
