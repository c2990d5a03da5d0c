import { useTranslation } from 'react-i18next'
import { useFormat } from '../../app/format'
import type { DayHours } from './layout'

/** Why a day has no appointments, or what the lead says of it; null for an ordinary day. */
export function useDayWords() {
  const { t } = useTranslation()
  const { time } = useFormat()
  return ({ closedBecause, holiday, note, periods }: DayHours): string | null => {
    switch (closedBecause) {
      case null:
        return note
      case 'weekday':
        return t('calendar:day.closed')
      case 'holiday':
      case 'eve':
        return t('calendar:day.closedFor', { reason: t(`system:holiday.${holiday}`) })
      case 'exception':
        return t('calendar:day.closedFor', { reason: note })
      case 'walkInOnly': {
        const hours = periods.map(({ from, to }) => `${time(from)}–${time(to)}`).join(', ')
        const words = t('calendar:day.walkIn', { hours })
        return note === null ? words : `${words}. ${note}`
      }
    }
  }
}
