import { useTranslation } from 'react-i18next'
import type { VisitDay } from '#shared/contract/visits'
import { useFormat } from '../../app/format'
import { useWhen } from '../system/useWhen'

/** Says whether numbers are given now and until when, or when one may come without an appointment. */
export function useWalkInHours() {
  const { t } = useTranslation()
  const { time } = useFormat()
  const when = useWhen()
  return ({ now: open, until, next }: VisitDay['walkIns'], now: Date): string => {
    if (open && until !== null) return t('visits:walkIn.now', { until: time(until) })
    if (next === null) return t('visits:walkIn.none')
    return t('visits:walkIn.next', { from: when(next.from, now), to: time(next.to) })
  }
}
