import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { RequestPage, requestCancelledBy } from '#shared/contract/requests'
import { api } from '../../app/client'
import { announce } from '../../components/Live'
import { NoteForm } from '../tasks/NoteForm'
import { ReasonForm } from '../visits/ReasonForm'
import { type Answered, useRequestChanged } from './useRequestChanged'

interface DialogProps {
  readonly request: RequestPage
  readonly onClose: () => void
}

/** What a command that ends a request does with its answer. */
function useEnding(id: string, said: string, onClose: () => void) {
  const queryClient = useQueryClient()
  const changed = useRequestChanged()
  return {
    onSuccess: (answered: Answered) => {
      changed(answered)
      announce(said)
      onClose()
    },
    onError: () => void queryClient.invalidateQueries({ queryKey: api.requests.read.key({ input: { id } }) }),
  }
}

/** Whoever it went to has answered. */
export function DoneDialog({ request, onClose }: DialogProps) {
  const { t } = useTranslation()
  const { id, version } = request
  const ending = useEnding(id, t('requests:done.said'), onClose)
  const done = useMutation({ ...api.requests.markDone.mutationOptions(), gcTime: 0 })
  return (
    <NoteForm
      title={t('requests:done.title')}
      label={t('requests:done.note')}
      save={t('requests:action.done')}
      required={false}
      maxLength={1000}
      busy={done.isPending}
      error={done.error}
      onSave={(note) => done.mutate({ id, version, note }, ending)}
      onClose={onClose}
    />
  )
}

const cancelledBy = ['customer', 'heka'] as const satisfies readonly (typeof requestCancelledBy)[number][]

/** Cancels a request: on whose word, and why. */
export function CancelDialog({ request, onClose }: DialogProps) {
  const { t } = useTranslation()
  const { id, version } = request
  const ending = useEnding(id, t('requests:cancel.said'), onClose)
  const cancel = useMutation({ ...api.requests.cancel.mutationOptions(), gcTime: 0 })
  return (
    <ReasonForm
      title={t('requests:cancel.title')}
      save={t('requests:action.cancel')}
      label={t('requests:cancel.by')}
      reasons={cancelledBy}
      nameOf={(each) => t(`requests:cancelledBy.${each}`)}
      required={t('requests:cancel.byRequired')}
      noteLabel={t('requests:cancel.why')}
      noteNeeded={() => true}
      maxLength={1000}
      busy={cancel.isPending}
      error={cancel.error}
      onSave={(by, note) => cancel.mutate({ id, version, by, note }, ending)}
      onClose={onClose}
    />
  )
}
