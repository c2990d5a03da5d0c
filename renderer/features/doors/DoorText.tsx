import { useTranslation } from 'react-i18next'
import type { TimelineEvent } from '#shared/contract/residents'

const told = ['ordered', 'opened', 'cancelled'] as const

/** What was done with a door opening, in the timeline. Leads to it. */
export function DoorText({ detail }: { readonly detail: TimelineEvent['detail'] }) {
  const { t } = useTranslation()
  const what = told.find((each) => each === detail.what)
  const head = what === undefined ? t('doors:one') : t(`doors:timeline.${what}`)
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  const said = [text(detail.dispatchedTo), text(detail.note)].filter(Boolean)
  const { doorOpeningId } = detail
  return (
    <>
      {typeof doorOpeningId === 'string' ? <a href={`#/doors/${doorOpeningId}`}>{head}</a> : head}
      {said.length > 0 && `: ${said.join(', ')}`}
    </>
  )
}
