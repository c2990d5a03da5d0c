import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestPage, requestCancelledBy } from '#shared/contract/requests'
import { api } from '../../app/client'
import { isNamed } from '../../app/errors'
import { ErrorText } from '../../components/ErrorText'
import { TextInput } from '../../components/FormField'
import { announce } from '../../components/Live'
import { useTakesFocus } from '../residents/useTakesFocus'
import { DigitChoice } from '../visits/DigitChoice'
import { FormDialog } from '../visits/FormDialog'
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
  const fieldId = useId()
  const input = useTakesFocus<HTMLInputElement>()
  const [note, setNote] = useState('')
  const { id, version } = request
  const ending = useEnding(id, t('requests:done.said'), onClose)
  const done = useMutation({ ...api.requests.markDone.mutationOptions(), gcTime: 0 })
  return (
    <FormDialog
      title={t('requests:done.title')}
      save={t('requests:action.done')}
      dirty={note.trim() !== ''}
      busy={done.isPending}
      onSave={() => done.mutate({ id, version, note: note.trim() }, ending)}
      onClose={onClose}
    >
      <ErrorText error={done.error} />
      <TextInput
        ref={input}
        id={fieldId}
        label={t('requests:done.note')}
        optional
        multiline
        minRows={3}
        maxRows={8}
        maxLength={1000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
    </FormDialog>
  )
}

const cancelledBy = ['customer', 'heka'] as const satisfies readonly (typeof requestCancelledBy)[number][]

/** Cancels a request: on whose word, and why. */
export function CancelDialog({ request, onClose }: DialogProps) {
  const { t } = useTranslation()
  const fieldId = useId()
  const [by, setBy] = useState<(typeof cancelledBy)[number] | ''>('')
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const { id, version } = request
  const ending = useEnding(id, t('requests:cancel.said'), onClose)
  const cancel = useMutation({ ...api.requests.cancel.mutationOptions(), gcTime: 0 })
  const missing = tried && note.trim() === '' ? t('refusals:noteRequired') : undefined
  const save = () => {
    setTried(true)
    if (by === '' || note.trim() === '') {
      document.getElementById(by === '' ? `${fieldId}-by` : fieldId)?.focus()
      return
    }
    cancel.mutate({ id, version, by, note: note.trim() }, ending)
  }
  return (
    <FormDialog
      title={t('requests:cancel.title')}
      save={t('requests:action.cancel')}
      dirty={note.trim() !== ''}
      busy={cancel.isPending}
      onSave={save}
      onClose={onClose}
    >
      {!isNamed(cancel.error, 'noteRequired') && <ErrorText error={cancel.error} />}
      <DigitChoice
        id={`${fieldId}-by`}
        label={t('requests:cancel.by')}
        values={cancelledBy}
        value={by}
        nameOf={(each) => t(`requests:cancelledBy.${each}`)}
        error={tried && by === '' ? t('requests:cancel.byRequired') : undefined}
        onChoose={setBy}
      />
      <TextInput
        id={fieldId}
        label={t('requests:cancel.why')}
        error={missing}
        multiline
        minRows={2}
        maxRows={8}
        maxLength={1000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
    </FormDialog>
  )
}
