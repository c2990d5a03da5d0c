import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DoorCancelReason, DoorPage } from '#shared/contract/doors'
import { api } from '../../app/client'
import { isNamed } from '../../app/errors'
import { ErrorText } from '../../components/ErrorText'
import { TextInput } from '../../components/FormField'
import { announce } from '../../components/Live'
import { DigitChoice } from '../visits/DigitChoice'
import { FormDialog } from '../visits/FormDialog'
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
  const fieldId = useId()
  const queryClient = useQueryClient()
  const changed = useDoorChanged()
  const [because, setBecause] = useState<DoorCancelReason | ''>('')
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const { id, version } = door
  const cancel = useMutation({ ...api.doors.cancel.mutationOptions(), gcTime: 0 })
  const noteNeeded = because === 'other' && note.trim() === ''
  return (
    <FormDialog
      title={t('doors:cancel.title')}
      save={t('doors:act.cancel')}
      dirty={note.trim() !== ''}
      busy={cancel.isPending}
      onSave={() => {
        setTried(true)
        if (because === '' || noteNeeded) {
          document.getElementById(because === '' ? `${fieldId}-why` : fieldId)?.focus()
          return
        }
        cancel.mutate(
          { id, version, because, note: note.trim() },
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
      }}
      onClose={onClose}
    >
      {!isNamed(cancel.error, 'noteRequired') && <ErrorText error={cancel.error} />}
      <DigitChoice
        id={`${fieldId}-why`}
        label={t('doors:cancel.why')}
        values={reasons}
        value={because}
        nameOf={(each) => t(`doors:cancelled.${each}`)}
        error={tried && because === '' ? t('doors:cancel.whyRequired') : undefined}
        onChoose={setBecause}
      />
      <TextInput
        id={fieldId}
        label={t('defects:note')}
        optional={because !== 'other'}
        error={
          (tried && noteNeeded) || isNamed(cancel.error, 'noteRequired')
            ? t('refusals:noteRequired')
            : undefined
        }
        multiline
        minRows={2}
        maxRows={6}
        maxLength={500}
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
    </FormDialog>
  )
}
