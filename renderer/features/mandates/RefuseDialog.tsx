import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { MandatePage } from '#shared/contract/mandateViews'
import { api } from '../../app/client'
import { announce } from '../../components/Live'
import { ReasonForm } from '../visits/ReasonForm'
import { refusedBecause } from './eventWords'
import { useMandateChanged } from './useMandateChanged'

interface RefuseDialogProps {
  readonly mandate: MandatePage
  readonly onClose: () => void
}

/** Does not accept a received power, for a reason. */
export function RefuseDialog({ mandate, onClose }: RefuseDialogProps) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const changed = useMandateChanged()
  const refuse = useMutation({ ...api.mandates.refuse.mutationOptions(), gcTime: 0 })
  const { id, version } = mandate
  return (
    <ReasonForm
      title={t('mandates:refuse.title')}
      save={t('mandates:action.refuse')}
      label={t('mandates:refuse.because')}
      reasons={refusedBecause}
      nameOf={(each) => t(`mandates:refusedBecause.${each}`)}
      required={t('mandates:refuse.becauseRequired')}
      noteLabel={t('mandates:note')}
      noteHint={t('mandates:refuse.noteHint')}
      noteNeeded={(why) => why === 'other'}
      maxLength={1000}
      busy={refuse.isPending}
      error={refuse.error}
      onSave={(why, note) =>
        refuse.mutate(
          { id, version, why, note },
          {
            onSuccess: (answered) => {
              changed(answered)
              announce(t('mandates:refuse.refused'))
              onClose()
            },
            onError: () =>
              void queryClient.invalidateQueries({ queryKey: api.mandates.read.key({ input: { id } }) }),
          },
        )
      }
      onClose={onClose}
    />
  )
}
