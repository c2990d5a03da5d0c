import { useTranslation } from 'react-i18next'
import type { AsOyPeriod, ServicePeriod } from '#shared/rules/visitTimetable'
import { useFormat } from '../../app/format'
import type { PeriodProblem } from './periods'
import { timeText } from './times'

/** How hours and what is wrong with them are said. */
export function usePeriodWords() {
  const { t } = useTranslation()
  const { language } = useFormat()
  const span = ({ from, to }: AsOyPeriod) => `${timeText(from, language)}–${timeText(to, language)}`
  return {
    span,
    /** One opening: 9.00–12.00 ajanvarauksella, 3 tiskiä. */
    period: (period: ServicePeriod) =>
      t('timetable:period.line', {
        span: span(period),
        access: t(`timetable:access.${period.access}`),
        desks: t('timetable:period.desksCount', { count: period.desks }),
      }),
    problem: (problem: PeriodProblem): string => {
      switch (problem) {
        case 'periodEndsFirst':
        case 'periodsOverlap':
        case 'moreDesksThanThere':
          return t(`refusals:${problem}`)
        default:
          return t(`timetable:problem.${problem}`)
      }
    },
  }
}
