import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Stack from '@mui/material/Stack'
import { type FormEvent, useEffect, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { ResidentPage } from '#shared/contract/residents'
import { useFormat } from '../../app/format'
import { useShortcut } from '../../app/shortcuts'
import { useDiscard } from '../../components/ConfirmDialog'
import { ErrorSummary } from '../../components/ErrorSummary'
import { SelectInput, TextInput } from '../../components/FormField'
import { KeyHint } from '../../components/KeyHint'
import { announce } from '../../components/Live'
import { type CheckedField, checkedFields } from './contactChanges'
import { languageChoices } from './languages'
import { MeanwhileNotice } from './MeanwhileNotice'
import { useContactsForm } from './useContactsForm'
import type { Revealed } from './useReveal'

interface ContactsFormProps {
  readonly page: ResidentPage
  readonly revealed: Revealed | null
  readonly onDone: () => void
}

/** Corrects contact details. Only what is changed is sent; Ctrl+Enter saves, Esc asks before typed work is thrown away. */
export function ContactsForm({ page, revealed, onDone }: ContactsFormProps) {
  const { t } = useTranslation()
  const { language } = useFormat()
  const id = useId()
  const form = useContactsForm(page, revealed, () => {
    announce(t('residents:contacts.saved'))
    onDone()
  })
  const { values, base } = form
  const discard = useDiscard(form.dirty, () => {
    form.throwAway()
    onDone()
  })
  useShortcut('ctrl+enter', form.submit)
  useShortcut('escape', discard.request)
  useEffect(() => document.getElementById(`${id}-phone`)?.focus(), [id])

  const unknown = page.hidden === 'all' && revealed === null
  const problem = (field: CheckedField) => {
    const name = form.problems[field]
    return name === undefined ? undefined : t(`refusals:${name}`)
  }
  const text = (field: CheckedField) => ({
    id: `${id}-${field}`,
    value: values[field],
    optional: true,
    autoComplete: 'off',
    error: problem(field),
    onBlur: () => form.check(field),
    onChange: (event: { readonly target: { readonly value: string } }) =>
      form.set({ [field]: event.target.value }),
  })
  const items = checkedFields.flatMap((field) => {
    const wrong = problem(field)
    return wrong === undefined
      ? []
      : [{ id: `${id}-${field}`, text: `${t(`residents:contacts.${field}`)}: ${wrong}` }]
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    form.submit()
  }
  return (
    <form onSubmit={submit} noValidate aria-label={t('residents:contacts.edit')}>
      {form.attempt > 0 && <ErrorSummary items={items} error={form.error} attempt={form.attempt} />}
      <MeanwhileNotice others={form.others} onTake={form.takeTheirs} />
      <TextInput
        {...text('phone')}
        label={t('residents:contacts.phone')}
        hint={unknown ? t('residents:contacts.hiddenHint') : undefined}
        inputMode="tel"
        maxLength={40}
        width={280}
      />
      <TextInput
        {...text('email')}
        label={t('residents:contacts.email')}
        hint={unknown ? t('residents:contacts.hiddenHint') : undefined}
        inputMode="email"
        maxLength={254}
        width={400}
      />
      <SelectInput
        id={`${id}-language`}
        label={t('residents:contacts.language')}
        value={values.language}
        onChange={(event) => form.set({ language: event.target.value })}
        options={languageChoices(base.language, language)}
        width={280}
      />
      <TextInput
        {...text('iban')}
        label={t('residents:contacts.iban')}
        hint={
          base.ibanEnding === null
            ? t('residents:contacts.ibanHintNone')
            : t('residents:contacts.ibanHint', { ending: base.ibanEnding })
        }
        disabled={values.removeIban}
        maxLength={42}
        width={400}
      />
      {base.ibanEnding !== null && (
        <FormControlLabel
          sx={{ mt: -1, mb: 1 }}
          label={t('residents:contacts.removeIban')}
          control={
            <Checkbox
              checked={values.removeIban}
              onChange={(event) => form.set({ removeIban: event.target.checked })}
            />
          }
        />
      )}
      <Stack direction="row" sx={{ gap: 1 }}>
        <Button type="submit" variant="contained" loading={form.busy} aria-keyshortcuts="Control+Enter">
          {form.others.length > 0 ? t('residents:contacts.saveAnyway') : t('common:action.save')}
          <KeyHint keys="Ctrl+Enter" />
        </Button>
        <Button onClick={discard.request} aria-keyshortcuts="Escape">
          {t('common:action.cancel')}
          <KeyHint keys="Esc" />
        </Button>
      </Stack>
      {discard.dialog}
    </form>
  )
}
