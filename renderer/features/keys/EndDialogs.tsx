import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { HandoffPage } from '#shared/contract/keyHandoffViews'
import type { KeyCancelReason } from '#shared/contract/keyTerms'
import { api } from '../../app/client'
import { announce } from '../../components/Live'
import { NoteForm } from '../tasks/NoteForm'
import { ReasonForm } from '../visits/ReasonForm'
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
  const act = useHandoffAct(t('keys:cancel.said'), onClose)
  const cancel = useMutation({ ...api.keys.cancelHandoff.mutationOptions(), gcTime: 0 })
  const { id, version } = handoff
  return (
    <ReasonForm
      title={t('keys:cancel.title')}
      save={t('keys:action.cancel')}
      label={t('keys:cancel.because')}
      reasons={reasons}
      nameOf={(each) => t(`keys:because.${each}`)}
      required={t('keys:cancel.becauseRequired')}
      noteLabel={t('keys:cancel.note')}
      noteNeeded={(because) => because === 'other'}
      maxLength={1000}
      busy={cancel.isPending}
      error={cancel.error}
      onSave={(because, note) => cancel.mutate({ id, version, because, note }, act)}
      onClose={onClose}
    />
  )
}
