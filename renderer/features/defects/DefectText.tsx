import { useTranslation } from 'react-i18next'
import type { TimelineEvent } from '#shared/contract/residents'
import { kinds } from './kinds'

const told = ['reported', 'started', 'done', 'cancelled', 'reopened'] as const

/** What was done with a defect, in the timeline. Leads to the defect. */
export function DefectText({ detail }: { readonly detail: TimelineEvent['detail'] }) {
  const { t } = useTranslation()
  const what = told.find((each) => each === detail.what)
  const kind = kinds.find((each) => each === detail.kind)
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  const head = what === undefined ? t('defects:page.title') : t(`defects:timeline.${what}`)
  const said = [kind && t(`defects:kind.${kind}`), text(detail.goesToName), text(detail.note)].filter(Boolean)
  const { defectId } = detail
  return (
    <>
      {typeof defectId === 'string' ? <a href={`#/defects/${defectId}`}>{head}</a> : head}
      {said.length > 0 && `: ${said.join(', ')}`}
    </>
  )
}
