import { useTranslation } from 'react-i18next'
import { useFormat } from '../../app/format'
import { useWhen } from '../system/useWhen'
import type { Arrival } from './useArrivals'
import { useDuration } from './useDuration'

/** How one who has come stands to their booking: in a word for the list, and in a sentence that says what follows. */
export function useStandingWords() {
  const { t } = useTranslation()
  const { time, date } = useFormat()
  const when = useWhen()
  const duration = useDuration()

  const word = ({ standing }: Arrival) => t(`visits:standing.${standing ?? 'notBooked'}`)

  const sentence = ({ visit, standing, minutes }: Arrival, now: Date): string => {
    if (visit === null) return t('visits:arrival.notBooked')
    const at = visit.startsAt ?? visit.bookedAt
    switch (standing) {
      case 'onTime':
        return t('visits:arrival.onTime', { time: time(at) })
      case 'early':
        return t('visits:arrival.early', { time: time(at), early: duration(minutes ?? 0) })
      case 'late':
        return t('visits:arrival.late', { time: time(at), late: duration(minutes ?? 0) })
      case 'wrongDayBefore':
        return t('visits:arrival.wrongDayBefore', { when: when(at, now) })
      case 'wrongDayAfter':
        return t('visits:arrival.wrongDayAfter', { day: date(at), time: time(at) })
      case 'alreadyIn':
        return t('visits:arrival.alreadyIn', {
          number: visit.number,
          state: t(`appointments:state.${visit.state}`),
        })
      case 'noShowToday':
        return t('visits:arrival.noShowToday')
      case 'over':
        return t('visits:arrival.over')
      case 'cancelled':
        return t('visits:arrival.cancelled')
    }
  }
  return { word, sentence }
}
