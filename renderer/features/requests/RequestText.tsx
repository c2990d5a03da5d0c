import { useTranslation } from 'react-i18next'
import type { TimelineEvent } from '#shared/contract/residents'
import { requestDestinations, requestKinds } from '#shared/rules/requestKinds'
import { useFormat } from '../../app/format'

const told = ['made', 'done', 'cancelled'] as const
const cancelledBy = ['customer', 'heka'] as const
const oneOf = <Name extends string>(names: readonly Name[], value: unknown): Name | undefined =>
  names.find((name) => name === value)

/** What was done with a service request, in the timeline. Leads to the request. */
export function RequestText({ detail }: { readonly detail: TimelineEvent['detail'] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const what = oneOf(told, detail.what)
  const kind = oneOf(requestKinds, detail.kind)
  const goesTo = oneOf(requestDestinations, detail.goesTo)
  const by = oneOf(cancelledBy, detail.by)
  const text = (key: string) => {
    const value = detail[key]
    return typeof value === 'string' ? value : ''
  }
  const said = [
    kind && t(`requests:kind.${kind}`),
    what === 'made' && text('name'),
    what === 'made' && goesTo && t(`requests:goesTo.${goesTo}`),
    text('lastDay') !== '' && t('requests:lastDayIs', { day: format.day(text('lastDay')) }),
    what === 'cancelled' && by && t(`requests:cancelledBy.${by}`),
    text('note'),
  ].filter(Boolean)
  const head = what === undefined ? t('requests:page.title') : t(`requests:timeline.${what}`)
  const { requestId } = detail
  return (
    <>
      {typeof requestId === 'string' ? <a href={`#/requests/${requestId}`}>{head}</a> : head}
      {said.length > 0 && `: ${said.join(', ')}`}
    </>
  )
}
