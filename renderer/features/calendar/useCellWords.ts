import { useTranslation } from 'react-i18next'
import type { VisitView } from '#shared/contract/visits'
import { asOyLane } from '#shared/rules/visitTimetable'
import { noonOf, useFormat } from '../../app/format'

/** How the calendar says days, desks, times and visits. */
export function useCellWords() {
  const { t } = useTranslation()
  const format = useFormat()
  const desk = (lane: number | null) =>
    lane === null
      ? t('calendar:desk.any')
      : lane === asOyLane
        ? t('calendar:desk.asOy')
        : t('calendar:desk.number', { number: lane })
  const shortDay = (day: string) => `${format.weekday(noonOf(day))} ${format.dayAndMonth(noonOf(day))}`
  const span = ({ startsAt, endsAt }: Pick<VisitView, 'startsAt' | 'endsAt'>) =>
    startsAt === null || endsAt === null ? '' : `${format.time(startsAt)}–${format.time(endsAt)}`
  return {
    desk,
    shortDay,
    longDay: (day: string) => `${format.weekdayLong(noonOf(day))} ${format.day(day)}`,
    span,
    /** A moment and a desk in one line. */
    place: (startsAt: Date, lane: number | null) =>
      t('calendar:cell.place', {
        weekday: format.weekday(startsAt),
        date: format.dayAndMonth(startsAt),
        time: format.time(startsAt),
        desk: desk(lane),
      }),
    reason: (visit: Pick<VisitView, 'reason'>) => t(`calendar:reason.${visit.reason}`),
    state: (visit: Pick<VisitView, 'state'>) => t(`calendar:state.${visit.state}`),
    name: (visit: Pick<VisitView, 'name'>) => (visit.name === '' ? t('calendar:cell.noName') : visit.name),
  }
}
