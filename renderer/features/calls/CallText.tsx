import { useTranslation } from 'react-i18next'
import type { TimelineEvent } from '#shared/contract/residents'
import { outcomes, topics } from './logForm'

/** A call in the timeline: what it was about and what came of it. Leads to the call. */
export function CallText({ detail }: { readonly detail: TimelineEvent['detail'] }) {
  const { t } = useTranslation()
  const topic = topics.find((each) => each === detail.topic)
  const outcome = [...outcomes, 'handedOver' as const].find((each) => each === detail.outcome)
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  const said = [
    text(detail.callerName),
    topic && t(`calls:topic.${topic}`),
    outcome && t(`calls:outcome.${outcome}`),
    text(detail.said).split('\n')[0],
  ].filter(Boolean)
  const { callId } = detail
  return (
    <>
      {typeof callId === 'string' ? <a href={`#/calls/${callId}`}>{t('calls:call')}</a> : t('calls:call')}
      {said.length > 0 && `: ${said.join(', ')}`}
    </>
  )
}
