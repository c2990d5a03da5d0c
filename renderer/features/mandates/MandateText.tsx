import { useTranslation } from 'react-i18next'
import type { TimelineEvent } from '#shared/contract/residents'
import { eventWords } from './eventWords'

/** What was done with a resident's power, or asked about one, in the timeline. Leads to the power when there is one. */
export function MandateText({ detail }: { readonly detail: TimelineEvent['detail'] }) {
  const { t } = useTranslation()
  const words = eventWords(t, detail.what, detail)
  const { mandateId } = detail
  if (typeof mandateId !== 'string') return words
  const [head = '', ...rest] = words.split(': ')
  return (
    <>
      <a href={`#/mandates/${mandateId}`}>{head}</a>
      {rest.length > 0 && `: ${rest.join(': ')}`}
    </>
  )
}
