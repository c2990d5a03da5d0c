import { useTranslation } from 'react-i18next'
import type { DoorSummary } from '#shared/contract/doors'
import type { client } from '../../app/client'
import { useFormat } from '../../app/format'

type Fee = Awaited<ReturnType<typeof client.doors.form>>['fee']

/** What an opening costs, in words. */
export function useFeeWords() {
  const { t } = useTranslation()
  const format = useFormat()
  return {
    /** Now, and why that much. */
    now: ({ cents, dayKind, dayName, problem }: Fee) => {
      if (cents === null) return t(`doors:fee.${problem ?? 'gap'}`)
      const day = dayName === null ? t(`doors:dayKind.${dayKind}`) : t(`system:holiday.${dayName}`)
      return t('doors:fee.now', { fee: format.euros(cents), day })
    },
    of: ({ feeCents }: Pick<DoorSummary, 'feeCents'>) =>
      feeCents === null ? t('doors:fee.none') : format.euros(feeCents),
  }
}
