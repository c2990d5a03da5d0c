import { useTranslation } from 'react-i18next'
import { useFormat } from '../../app/format'
import type { TypedPeriod } from './periods'
import { readTime, timeText } from './times'

interface TypedPeriodsProps {
  readonly periods: readonly TypedPeriod[]
  /** For the As Oy team, whose hours are times only. */
  readonly spansOnly?: boolean
}

/** Hours that stand in a form, to be read: what is right as it is written everywhere, the rest as it was typed. */
export function TypedPeriods({ periods, spansOnly = false }: TypedPeriodsProps) {
  const { t } = useTranslation()
  const { language } = useFormat()
  const time = (text: string) => {
    const read = readTime(text)
    return read === null ? text : timeText(read, language)
  }
  if (periods.length === 0) return t('timetable:period.none')
  return periods.map(({ from, to, access, desks }, index) => {
    const span = `${time(from)}–${time(to)}`
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: a period is what stands in its row
      <div key={index}>
        {spansOnly
          ? span
          : t('timetable:period.line', {
              span,
              access: t(`timetable:access.${access}`),
              desks: t('timetable:period.desksCount', { count: Number(desks) }),
            })}
      </div>
    )
  })
}
