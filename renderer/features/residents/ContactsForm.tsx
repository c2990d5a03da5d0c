import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Stack from '@mui/material/Stack'
import { type FormEvent, useEffect, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { ResidentPage } from '#shared/contract/residents'
import { formatPhone, normalisePhone } from '#shared/rules/contacts'
import { useFormat } from '../../app/format'
import { useShortcut } from '../../app/shortcuts'
import { ChangedMeanwhile } from '../../components/ChangedMeanwhile'
import { useDiscard } from '../../components/ConfirmDialog'
import { ErrorSummary } from '../../components/ErrorSummary'
import { SelectInput, TextInput } from '../../components/FormField'
import { KeyHint } from '../../components/KeyHint'
import { announce } from '../../components/Live'
import {
  type CheckedField,
  type ContactField,
  type ContactValues,
  checkedFields,
  textOf,
} from './contactChanges'
import { languageChoices, languageName } from './languages'
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
  const { values, now, together } = form
  const discard = useDiscard(together.dirty, () => {
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
    value: textOf(field, values),
    optional: true,
    autoComplete: 'off',
    error: problem(field),
    onBlur: () => form.check(field),
    onChange: (event: { readonly target: { readonly value: string } }) =>
      form.set(
        field === 'iban'
          ? { iban: { ...values.iban, typed: event.target.value } }
          : { [field]: event.target.value },
      ),
  })
  const items = checkedFields.flatMap((field) => {
    const wrong = problem(field)
    return wrong === undefined
      ? []
      : [{ id: `${id}-${field}`, text: `${t(`residents:contacts.${field}`)}: ${wrong}` }]
  })
  const shown = (field: ContactField, of: ContactValues, column: 'was' | 'mine' | 'theirs') => {
    if (field === 'language') return languageName(of.language, language)
    if (field === 'iban') {
      // Also of a number that was typed here only its end.
      const ending = column === 'mine' ? of.iban.typed.trim().slice(-4) : of.iban.ending
      if (column === 'mine' && of.iban.remove) return t('residents:meanwhile.removed')
      return ending && t('residents:contacts.ibanEnding', { ending })
    }
    if (column === 'theirs' && of.withheld) return t('residents:meanwhile.withheld')
    if (column === 'was' && of.withheld && !of.revealed) return t('residents:hidden.short')
    if (field === 'email') return of.email
    const phone = normalisePhone(of.phone)
    return phone.ok ? formatPhone(phone.value) : of.phone
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    form.submit()
  }
  return (
    <form onSubmit={submit} noValidate aria-label={t('residents:contacts.edit')}>
      {form.attempt > 0 && <ErrorSummary items={items} error={form.error} attempt={form.attempt} />}
      <ChangedMeanwhile
        together={together}
        by={form.by}
        refused={form.refused}
        label={(field) => t(`residents:contacts.${field}`)}
        show={shown}
      />
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
        options={languageChoices(now.language, language)}
        width={280}
      />
      <TextInput
        {...text('iban')}
        label={t('residents:contacts.iban')}
        hint={
          now.iban.ending === null
            ? t('residents:contacts.ibanHintNone')
            : t('residents:contacts.ibanHint', { ending: now.iban.ending })
        }
        disabled={values.iban.remove}
        maxLength={42}
        width={400}
      />
      {now.iban.ending !== null && (
        <FormControlLabel
          sx={{ mt: -1, mb: 1 }}
          label={t('residents:contacts.removeIban')}
          control={
            <Checkbox
              checked={values.iban.remove}
              onChange={(event) => form.set({ iban: { ...values.iban, remove: event.target.checked } })}
            />
          }
        />
      )}
      <Stack direction="row" sx={{ gap: 1 }}>
        <Button type="submit" variant="contained" loading={form.busy} aria-keyshortcuts="Control+Enter">
          {t('common:action.save')}
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
