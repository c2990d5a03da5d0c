import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VisitView } from '#shared/contract/visits'
import { api } from '../../app/client'
import { TextInput } from '../../components/FormField'
import { announce } from '../../components/Live'
import { ActError } from './ActError'
import { DigitChoice } from './DigitChoice'
import { FormDialog } from './FormDialog'

// As in the contract, whose own list would bring its schemas along.
const outcomes = ['done', 'continues', 'referred', 'notDone'] as const satisfies readonly NonNullable<
  VisitView['outcome']
>[]

interface FinishDialogProps {
  readonly visit: VisitView
  readonly onFinished: () => void
  readonly onClose: () => void
}

/** Ends a visit: how it ended, and what the next one to read of it should know. */
export function FinishDialog({ visit, onFinished, onClose }: FinishDialogProps) {
  const { t } = useTranslation()
  const id = useId()
  const queryClient = useQueryClient()
  const [outcome, setOutcome] = useState<(typeof outcomes)[number]>('done')
  const [note, setNote] = useState('')
  const finish = useMutation({
    ...api.visits.finish.mutationOptions(),
    onSettled: () => queryClient.invalidateQueries({ queryKey: api.visits.key() }),
    gcTime: 0,
  })
  const save = () =>
    finish.mutate(
      { id: visit.id, version: visit.version, outcome, note },
      {
        onSuccess: () => {
          announce(t('visits:finish.announce', { number: visit.number }))
          onFinished()
        },
      },
    )
  return (
    <FormDialog
      title={t('visits:finish.title', { number: visit.number })}
      save={t('visits:act.finish')}
      dirty={note.trim() !== ''}
      busy={finish.isPending}
      onSave={save}
      onClose={onClose}
    >
      <ActError error={finish.error} />
      <DigitChoice
        id={`${id}-outcome`}
        label={t('visits:finish.outcome')}
        values={outcomes}
        value={outcome}
        nameOf={(each) => t(`visits:outcome.${each}`)}
        onChoose={setOutcome}
      />
      <TextInput
        id={`${id}-note`}
        label={t('visits:finish.note')}
        hint={t('visits:finish.noteHint')}
        optional
        multiline
        minRows={3}
        maxRows={10}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
    </FormDialog>
  )
}
