import { useTranslation } from 'react-i18next'
import type { TimelineEvent } from '#shared/contract/residents'

const told = ['made', 'done', 'cancelled', 'reopened', 'sent'] as const

/** What was done with a task, in the timeline. Leads to the task. */
export function TaskText({ detail }: { readonly detail: TimelineEvent['detail'] }) {
  const { t } = useTranslation()
  const what = told.find((each) => each === detail.what)
  const head = what === undefined ? t('tasks:page.title') : t(`tasks:timeline.${what}`)
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  const said = [text(detail.subject), text(detail.note)].filter(Boolean)
  const { taskId } = detail
  return (
    <>
      {typeof taskId === 'string' ? <a href={`#/tasks/${taskId}`}>{head}</a> : head}
      {said.length > 0 && `: ${said.join(', ')}`}
    </>
  )
}
