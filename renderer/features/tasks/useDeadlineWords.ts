import { useTranslation } from 'react-i18next'
import type { DeadlineReason } from '#shared/rules/workingHours'
import { noonOf, useFormat } from '../../app/format'

/** A deadline and its reasons in words. */
export function useDeadlineWords() {
  const { t } = useTranslation()
  const format = useFormat()
  const day = (each: string) => `${format.weekday(noonOf(each))} ${format.dayAndMonth(noonOf(each))}`
  const skippedWords = ({ why, day: on, name }: DeadlineReason) => {
    if (on === null) return ''
    switch (why) {
      case 'holiday':
      case 'eve':
        return `${day(on)} ${t(`system:holiday.${name}`)}`
      case 'exception':
        return name === null || name === '' ? `${day(on)} ${t('tasks:due.closed')}` : `${day(on)} ${name}`
      case 'madeAfterHours':
        return `${day(on)} ${t('tasks:due.madeAfterHours')}`
      case 'noHours':
        return `${day(on)} ${t('tasks:due.noHours')}`
      default:
        return day(on)
    }
  }
  return {
    /** Weekday, day and time of a moment. */
    at: (moment: Date) => `${format.weekday(moment)} ${format.dateTime(moment)}`,
    because: (because: readonly DeadlineReason[]) => {
      const [first, ...rest] = because
      const count = first?.amount ?? 0
      const isCounted = first !== undefined && first.day === null
      return {
        counted: !isCounted
          ? ''
          : first.why === 'countedHours'
            ? t('tasks:due.countedHours', { count })
            : t('tasks:due.countedDays', { count }),
        skipped: (isCounted ? rest : because).map(skippedWords).filter(Boolean),
      }
    },
  }
}
