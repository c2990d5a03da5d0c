import { useTranslation } from 'react-i18next'
import type { TimelineEvent } from '#shared/contract/residents'
import { visitReasons } from '#shared/rules/visitReasons'
import { useFormat } from '../../app/format'
import { textIn } from './eventDetail'

const told = ['booked', 'moved', 'cancelled', 'changed', 'arrived', 'noShow', 'finished'] as const
const outcomes = ['done', 'continues', 'referred', 'notDone'] as const

/** What was done with a visit of the resident: when it is, what about, and how it ended. The time leads to the visit. */
export function VisitText({ detail }: { readonly detail: TimelineEvent['detail'] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const what = told.find((each) => each === detail.what) ?? 'other'
  const reason = visitReasons.find((each) => each === detail.reason)
  const outcome = outcomes.find((each) => each === detail.outcome)
  const at = new Date(textIn(detail, 'startsAt'))
  const id = textIn(detail, 'visitId')
  const visit = [
    Number.isNaN(at.getTime()) ? t('appointments:visits.walkIn') : format.dateTime(at),
    reason && t(`appointments:reason.${reason}`),
    outcome && t(`appointments:outcome.${outcome}`),
  ]
    .filter(Boolean)
    .join(', ')
  return (
    <>
      {t(`appointments:timeline.${what}`)}: {id === '' ? visit : <a href={`#/appointments/${id}`}>{visit}</a>}
    </>
  )
}
