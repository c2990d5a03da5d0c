import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HandoffPage } from '#shared/contract/keyHandoffViews'
import type { KeyCancelReason } from '#shared/contract/keyTerms'
import { api } from '../../app/client'
import { isNamed } from '../../app/errors'
import { ErrorText } from '../../components/ErrorText'
import { TextInput } from '../../components/FormField'
import { announce } from '../../components/Live'
import { NoteForm } from '../tasks/NoteForm'
import { DigitChoice } from '../visits/DigitChoice'
import { FormDialog } from '../visits/FormDialog'
import { type Answered, useKeysChanged } from './useKeysChanged'

interface DialogProps {
  readonly handoff: HandoffPage
  readonly onClose: () => void
}

/** What a command about a hand-off does with its answer. */
export function useHandoffAct(said: string, onClose: () => void) {
  const changed = useKeysChanged()
  return {
    onSuccess: (answered: Pick<Answered, 'residentId' | 'handoff'>) => {
      changed.handoff(answered)
      announce(said)
      onClose()
    },
    onError: changed.again,
  }
}

/** Everything is counted: the hand-off is over. */
export function SettleDialog({ handoff, onClose }: DialogProps) {
  const { t } = useTranslation()
  const act = useHandoffAct(t('keys:settle.said'), onClose)
  const settle = useMutation({ ...api.keys.settleHandoff.mutationOptions(), gcTime: 0 })
  const { id, version } = handoff
  return (
    <NoteForm
      title={t('keys:settle.title')}
      label={t('keys:settle.note')}
      save={t('keys:action.settle')}
      required={false}
      maxLength={1000}
      busy={settle.isPending}
      error={settle.error}
      onSave={(note) => settle.mutate({ id, version, note }, act)}
      onClose={onClose}
    />
  )
}

const reasons = [
  'terminationWithdrawn',
  'leaseTransferred',
  'mistake',
  'other',
] as const satisfies readonly KeyCancelReason[]

/** Cancels a hand-off, and why; whoever was told is told. */
export function CancelHandoffDialog({ handoff, onClose }: DialogProps) {
  const { t } = useTranslation()
  const fieldId = useId()
  const [because, setBecause] = useState<KeyCancelReason | ''>('')
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const act = useHandoffAct(t('keys:cancel.said'), onClose)
  const cancel = useMutation({ ...api.keys.cancelHandoff.mutationOptions(), gcTime: 0 })
  const { id, version } = handoff
  const noteMissing = because === 'other' && note.trim() === ''
  const save = () => {
    setTried(true)
    if (because === '' || noteMissing) {
      document.getElementById(because === '' ? `${fieldId}-because` : fieldId)?.focus()
      return
    }
    cancel.mutate({ id, version, because, note: note.trim() }, act)
  }
  return (
    <FormDialog
      title={t('keys:cancel.title')}
      save={t('keys:action.cancel')}
      dirty={note.trim() !== ''}
      busy={cancel.isPending}
      onSave={save}
      onClose={onClose}
    >
      {!isNamed(cancel.error, 'noteRequired') && <ErrorText error={cancel.error} />}
      <DigitChoice
        id={`${fieldId}-because`}
        label={t('keys:cancel.because')}
        values={reasons}
        value={because}
        nameOf={(each) => t(`keys:because.${each}`)}
        error={tried && because === '' ? t('keys:cancel.becauseRequired') : undefined}
        onChoose={setBecause}
      />
      <TextInput
        id={fieldId}
        label={t('keys:cancel.note')}
        optional={because !== 'other'}
        error={
          (tried && noteMissing) || isNamed(cancel.error, 'noteRequired')
            ? t('refusals:noteRequired')
            : undefined
        }
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
