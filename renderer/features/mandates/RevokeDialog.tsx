import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MandatePage } from '#shared/contract/mandateViews'
import { helsinkiDay, parseFinnishDay } from '#shared/rules/localDay'
import { api } from '../../app/client'
import { errorName } from '../../app/errors'
import { deskNow } from '../../app/useNow'
import { ErrorText } from '../../components/ErrorText'
import { SelectInput, TextInput } from '../../components/FormField'
import { announce } from '../../components/Live'
import { typedDay } from '../timetable/times'
import { DigitChoice } from '../visits/DigitChoice'
import { FormDialog } from '../visits/FormDialog'
import { revokedBy, revokedHow } from './eventWords'
import { useMandateChanged } from './useMandateChanged'

interface RevokeDialogProps {
  readonly mandate: MandatePage
  readonly onClose: () => void
}

/** Takes a power back: on whose word, how it was said and on which day. */
export function RevokeDialog({ mandate, onClose }: RevokeDialogProps) {
  const { t } = useTranslation()
  const id = useId()
  const queryClient = useQueryClient()
  const changed = useMandateChanged()
  const today = helsinkiDay(deskNow())
  const [by, setBy] = useState<(typeof revokedBy)[number] | ''>('')
  const [how, setHow] = useState<(typeof revokedHow)[number]>('atCounter')
  const [day, setDay] = useState(typedDay(today))
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const revoke = useMutation({ ...api.mandates.revoke.mutationOptions(), gcTime: 0 })
  // Only of an estate there are parties to it.
  const estate = mandate.scopes.includes('estate')
  const choices = revokedBy.filter((each) => estate || each !== 'estateParty')
  const on = parseFinnishDay(day)
  const dayProblem =
    on === null
      ? t('mandates:problem.dayFormat')
      : on > today
        ? t('refusals:revokedInFuture')
        : on < mandate.signedOn
          ? t('refusals:revokedBeforeSigned')
          : undefined
  const save = () => {
    setTried(true)
    if (by === '' || on === null || dayProblem !== undefined) {
      document.getElementById(by === '' ? `${id}-by` : `${id}-on`)?.focus()
      return
    }
    revoke.mutate(
      { id: mandate.id, version: mandate.version, by, how, on, note: note.trim() },
      {
        onSuccess: (answered) => {
          changed(answered)
          announce(t('mandates:revoke.revoked'))
          onClose()
        },
        onError: () =>
          void queryClient.invalidateQueries({
            queryKey: api.mandates.read.key({ input: { id: mandate.id } }),
          }),
      },
    )
  }
  const ofDay = errorName(revoke.error).field === 'on'
  return (
    <FormDialog
      title={t('mandates:revoke.title')}
      save={t('mandates:action.revoke')}
      dirty={note.trim() !== ''}
      busy={revoke.isPending}
      onSave={save}
      onClose={onClose}
    >
      {!ofDay && <ErrorText error={revoke.error} />}
      <DigitChoice
        id={`${id}-by`}
        label={t('mandates:revoke.by')}
        values={choices}
        value={by}
        nameOf={(each) => t(`mandates:revokedBy.${each}`)}
        error={tried && by === '' ? t('mandates:revoke.byRequired') : undefined}
        onChoose={setBy}
      />
      <SelectInput
        id={`${id}-how`}
        label={t('mandates:revoke.how')}
        value={how}
        width={280}
        onChange={(event) => setHow(event.target.value as (typeof revokedHow)[number])}
        options={revokedHow.map((value) => ({ value, text: t(`mandates:revokedHow.${value}`) }))}
      />
      <TextInput
        id={`${id}-on`}
        label={t('mandates:revoke.on')}
        hint={t('mandates:form.dayHint')}
        error={tried || ofDay ? dayProblem : undefined}
        value={day}
        width={160}
        maxLength={10}
        autoComplete="off"
        onChange={(event) => setDay(event.target.value)}
      />
      <TextInput
        id={`${id}-note`}
        label={t('mandates:note')}
        optional
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
