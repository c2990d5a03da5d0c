import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { DoorCancelReason, DoorPage } from '#shared/contract/doors'
import { api } from '../../app/client'
import { announce } from '../../components/Live'
import { ReasonForm } from '../visits/ReasonForm'
import { useDoorChanged } from './useDoorChanged'

const reasons = [
  'foundKeys',
  'noPhotoId',
  'notThere',
  'mistake',
  'other',
] as const satisfies readonly DoorCancelReason[]

/** No door was opened: why. */
export function CancelDoor({ door, onClose }: { readonly door: DoorPage; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const changed = useDoorChanged()
  const cancel = useMutation({ ...api.doors.cancel.mutationOptions(), gcTime: 0 })
  const { id, version } = door
  return (
    <ReasonForm
      title={t('doors:cancel.title')}
      save={t('doors:act.cancel')}
      label={t('doors:cancel.why')}
      reasons={reasons}
      nameOf={(each) => t(`doors:cancelled.${each}`)}
      required={t('doors:cancel.whyRequired')}
      noteLabel={t('defects:note')}
      noteNeeded={(because) => because === 'other'}
      maxLength={500}
      busy={cancel.isPending}
      error={cancel.error}
      onSave={(because, note) =>
        cancel.mutate(
          { id, version, because, note },
          {
            onSuccess: (answered) => {
              changed(answered)
              announce(t('doors:cancel.said'))
              onClose()
            },
            onError: () =>
              void queryClient.invalidateQueries({ queryKey: api.doors.read.key({ input: { id } }) }),
          },
        )
      }
      onClose={onClose}
    />
  )
}
