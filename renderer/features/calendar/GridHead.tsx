import Link from '@mui/material/Link'
import { useTranslation } from 'react-i18next'
import { helsinkiDay } from '#shared/rules/localDay'
import { asOyLane } from '#shared/rules/visitTimetable'
import { useNow } from '../../app/useNow'
import type { Column, DayHours } from './layout'
import type { View } from './place'
import { useCellWords } from './useCellWords'
import { useDayWords } from './useDayWords'

interface GridHeadProps {
  readonly view: View
  readonly days: readonly DayHours[]
  readonly columns: readonly Column[]
  readonly onDay: (day: string) => void
}

/** The days with what is to be said of them, and under each its desks. */
export function GridHead({ view, days, columns, onDay }: GridHeadProps) {
  const { t } = useTranslation()
  const words = useCellWords()
  const dayWords = useDayWords()
  const today = helsinkiDay(useNow())
  const begins = (index: number) => index > 0 && columns[index - 1]?.day !== columns[index]?.day
  return (
    <thead>
      {view === 'week' && (
        <tr>
          <th className="time" rowSpan={2} scope="col">
            {t('calendar:cell.time')}
          </th>
          {days.map((hours, index) => (
            <th
              key={hours.day}
              scope="colgroup"
              colSpan={columns.filter(({ day }) => day === hours.day).length}
              className={index > 0 ? 'dayBegins' : undefined}
              aria-current={hours.day === today ? 'date' : undefined}
            >
              <Link
                component="button"
                type="button"
                onClick={() => onDay(hours.day)}
                sx={{ font: 'inherit', minHeight: 24 }}
              >
                {words.shortDay(hours.day)}
                {hours.day === today && ` (${t('calendar:day.today')})`}
              </Link>
              <p>{dayWords(hours)}</p>
            </th>
          ))}
        </tr>
      )}
      <tr>
        {view === 'day' && (
          <th className="time" scope="col">
            {t('calendar:cell.time')}
          </th>
        )}
        {columns.map(({ day, lane }, index) => (
          <th key={`${day}/${lane}`} scope="col" className={begins(index) ? 'dayBegins' : undefined}>
            {lane === null
              ? t('calendar:desk.none')
              : view === 'day' || lane === asOyLane
                ? words.desk(lane)
                : t('calendar:desk.short', { number: lane })}
          </th>
        ))}
      </tr>
    </thead>
  )
}
