import { useTranslation } from 'react-i18next'
import type { LeaseView } from '#shared/contract/residents'
import { useFormat } from '../../app/format'
import { leaseWords } from './leaseWords'

/** A lease's state in words with its days. */
export function LeaseState({ lease }: { readonly lease: LeaseView }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { key, day, notice } = leaseWords(lease)
  return (
    <>
      {t(`residents:leaseState.${key}`, {
        day: day === null ? '' : format.day(day),
        notice: notice === null ? '' : format.day(notice),
      })}
    </>
  )
}
