import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MandatePage } from '#shared/contract/mandateViews'
import { api } from '../../app/client'
import { ErrorText } from '../../components/ErrorText'
import { TextInput } from '../../components/FormField'
import { announce } from '../../components/Live'
import { DigitChoice } from '../visits/DigitChoice'
import { FormDialog } from '../visits/FormDialog'
import { refusedBecause } from './eventWords'
import { useMandateChanged } from './useMandateChanged'

interface RefuseDialogProps {
  readonly mandate: MandatePage
  readonly onClose: () => void
}

/** Does not accept a received power, for a reason. */
export function RefuseDialog({ mandate, onClose }: RefuseDialogProps) {
  const { t } = useTranslation()
  const id = useId()
  const queryClient = useQueryClient()
  const changed = useMandateChanged()
  const [why, setWhy] = useState<(typeof refusedBecause)[number] | ''>('')
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const refuse = useMutation({ ...api.mandates.refuse.mutationOptions(), gcTime: 0 })
  const noteMissing = why === 'other' && note.trim() === ''
  const save = () => {
    setTried(true)
    if (why === '' || noteMissing) {
      document.getElementById(noteMissing ? `${id}-note` : `${id}-why`)?.focus()
      return
    }
    refuse.mutate(
      { id: mandate.id, version: mandate.version, why, note: note.trim() },
      {
        onSuccess: (answered) => {
          changed(answered)
          announce(t('mandates:refuse.refused'))
          onClose()
        },
        onError: () =>
          void queryClient.invalidateQueries({
            queryKey: api.mandates.read.key({ input: { id: mandate.id } }),
          }),
      },
    )
  }
  return (
    <FormDialog
      title={t('mandates:refuse.title')}
      save={t('mandates:action.refuse')}
      dirty={note.trim() !== ''}
      busy={refuse.isPending}
      onSave={save}
      onClose={onClose}
    >
      <ErrorText error={refuse.error} />
      <DigitChoice
        id={`${id}-why`}
        label={t('mandates:refuse.because')}
        values={refusedBecause}
        value={why}
        nameOf={(each) => t(`mandates:refusedBecause.${each}`)}
        error={tried && why === '' ? t('mandates:refuse.becauseRequired') : undefined}
        onChoose={setWhy}
      />
      <TextInput
        id={`${id}-note`}
        label={t('mandates:note')}
        hint={t('mandates:refuse.noteHint')}
        error={tried && noteMissing ? t('refusals:noteRequired') : undefined}
        optional={why !== 'other'}
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
