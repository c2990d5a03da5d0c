import type { TFunction } from 'i18next'
import type { OutboxMessage } from '#shared/contract/outbox'

/** What a message is about: what that is called, and the page where it is dealt with. */
export function aboutOf(message: OutboxMessage, t: TFunction) {
  const { requestId, keyHandoffId, defectId, taskId, visitId } = message
  if (requestId !== null)
    return { name: t('requests:page.title'), open: t('requests:page.open'), href: `#/requests/${requestId}` }
  if (keyHandoffId !== null)
    return { name: t('keys:title'), open: t('keys:openHandoff'), href: `#/keys/handoffs/${keyHandoffId}` }
  if (defectId !== null)
    return { name: t('defects:page.title'), open: t('outbox:openDefect'), href: `#/defects/${defectId}` }
  if (taskId !== null)
    return { name: t('tasks:page.title'), open: t('outbox:openTask'), href: `#/tasks/${taskId}` }
  return { name: t('outbox:visit'), open: t('outbox:openVisit'), href: `#/appointments/${visitId}` }
}
