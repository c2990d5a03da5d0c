import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ServiceDesk, VisitView } from '#shared/contract/visits'
import { type VisitReason, visitReasons } from '#shared/rules/visitReasons'
import { api } from '../../app/client'
import { isNamed } from '../../app/errors'
import { SelectInput, TextInput } from '../../components/FormField'
import { announce } from '../../components/Live'
import { ActError } from './ActError'
import { FormDialog } from './FormDialog'

interface TransferDialogProps {
  readonly visit: VisitView
  readonly desks: readonly ServiceDesk[]
  readonly onTransferred: () => void
  readonly onClose: () => void
}

/** Hands a visit over to another desk, or back to the queue about something else. They are called before the others. */
export function TransferDialog({ visit, desks, onTransferred, onClose }: TransferDialogProps) {
  const { t } = useTranslation()
  const id = useId()
  const queryClient = useQueryClient()
  const [toDesk, setToDesk] = useState('')
  const [reason, setReason] = useState(visit.reason)
  const [note, setNote] = useState('')
  const transfer = useMutation({
    ...api.visits.transfer.mutationOptions(),
    onSettled: () => queryClient.invalidateQueries({ queryKey: api.visits.key() }),
    gcTime: 0,
  })
  const save = () =>
    transfer.mutate(
      {
        id: visit.id,
        version: visit.version,
        toDesk: toDesk === '' ? null : Number(toDesk),
        reason: reason === visit.reason ? null : reason,
        note,
      },
      {
        onSuccess: () => {
          announce(t('visits:transfer.announce', { number: visit.number }))
          onTransferred()
        },
      },
    )
  const others = desks.filter(({ deskNo }) => deskNo !== visit.deskNo)
  return (
    <FormDialog
      title={t('visits:transfer.title', { number: visit.number })}
      save={t('visits:act.transfer')}
      dirty={note.trim() !== ''}
      busy={transfer.isPending}
      onSave={save}
      onClose={onClose}
    >
      {!isNamed(transfer.error, 'nothingToTransfer') && <ActError error={transfer.error} />}
      <SelectInput
        id={`${id}-desk`}
        label={t('visits:transfer.desk')}
        error={isNamed(transfer.error, 'nothingToTransfer') ? t('refusals:nothingToTransfer') : undefined}
        value={toDesk}
        onChange={(event) => setToDesk(event.target.value)}
        options={[
          { value: '', text: t('visits:transfer.anyDesk') },
          ...others.map(({ deskNo, staffName }) => ({
            value: String(deskNo),
            text: `${t('visits:desk.name', { desk: deskNo })}: ${staffName ?? t('visits:desk.free')}`,
          })),
        ]}
      />
      <SelectInput
        id={`${id}-reason`}
        label={t('visits:walkIn.reason')}
        value={reason}
        onChange={(event) => setReason(event.target.value as VisitReason)}
        options={visitReasons.map((value) => ({ value, text: t(`appointments:reason.${value}`) }))}
      />
      <TextInput
        id={`${id}-note`}
        label={t('visits:transfer.note')}
        hint={t('visits:transfer.noteHint')}
        optional
        multiline
        minRows={2}
        maxRows={8}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
    </FormDialog>
  )
}
