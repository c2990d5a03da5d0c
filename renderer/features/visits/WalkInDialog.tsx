import Typography from '@mui/material/Typography'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '#shared/contract/base'
import type { VisitView } from '#shared/contract/visits'
import { type VisitReason, visitReasons } from '#shared/rules/visitReasons'
import { api } from '../../app/client'
import { SelectInput, TextInput } from '../../components/FormField'
import { languageNames, languages } from '../../i18n'
import { ActError } from './ActError'
import { DigitChoice } from './DigitChoice'
import { FormDialog } from './FormDialog'

/** What is known of who takes a number. */
export interface WalkIn {
  readonly residentId: string | null
  readonly personKind: VisitView['personKind']
  readonly name: string
  readonly reason: VisitReason | ''
  readonly language: Language
}

/** Somebody of whom nothing is known. */
export const anybody: WalkIn = { residentId: null, personKind: null, name: '', reason: '', language: 'fi' }

interface WalkInDialogProps {
  readonly walkIn: WalkIn
  readonly onGiven: (visit: VisitView) => void
  readonly onClose: () => void
}

/** Gives a number to who came without an appointment: what it is about, and no more than they care to say. */
export function WalkInDialog({ walkIn, onGiven, onClose }: WalkInDialogProps) {
  const { t } = useTranslation()
  const id = useId()
  const queryClient = useQueryClient()
  const [values, setValues] = useState({ ...walkIn, additionalInformation: '' })
  const [missing, setMissing] = useState(false)
  const give = useMutation({
    ...api.visits.giveNumber.mutationOptions(),
    onSettled: () => queryClient.invalidateQueries({ queryKey: api.visits.key() }),
    gcTime: 0,
  })
  const { residentId, personKind, reason, language, additionalInformation } = values
  const name = values.name.trim()
  const save = () => {
    setMissing(reason === '')
    if (reason === '') return
    const person =
      residentId === null && name !== '' ? { kind: personKind ?? ('other' as const), name } : null
    give.mutate(
      { residentId, person, reason, language, additionalInformation },
      { onSuccess: ({ visit }) => onGiven(visit) },
    )
  }
  return (
    <FormDialog
      title={t('visits:walkIn.title')}
      save={t('visits:walkIn.give')}
      dirty={name !== walkIn.name.trim() || additionalInformation.trim() !== ''}
      busy={give.isPending}
      onSave={save}
      onClose={onClose}
    >
      <ActError error={give.error} />
      {residentId !== null && <Typography sx={{ mb: 2, fontWeight: 600 }}>{walkIn.name}</Typography>}
      <DigitChoice
        id={`${id}-reason`}
        label={t('visits:walkIn.reason')}
        values={visitReasons}
        value={reason}
        nameOf={(each) => t(`appointments:reason.${each}`)}
        error={missing ? t('visits:walkIn.reasonMissing') : undefined}
        onChoose={(chosen) => {
          setMissing(false)
          setValues({ ...values, reason: chosen })
        }}
      />
      {residentId === null && (
        <TextInput
          id={`${id}-name`}
          label={t('visits:walkIn.name')}
          optional
          value={values.name}
          autoComplete="off"
          maxLength={120}
          onChange={(event) => setValues({ ...values, name: event.target.value })}
        />
      )}
      <SelectInput
        id={`${id}-language`}
        label={t('visits:language')}
        value={language}
        width={200}
        onChange={(event) => setValues({ ...values, language: event.target.value as Language })}
        options={languages.map((value) => ({ value, text: languageNames[value] }))}
      />
      <TextInput
        id={`${id}-info`}
        label={t('visits:additionalInformation')}
        optional
        multiline
        minRows={2}
        maxRows={6}
        maxLength={2000}
        value={additionalInformation}
        onChange={(event) => setValues({ ...values, additionalInformation: event.target.value })}
      />
    </FormDialog>
  )
}
