import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import { type FormEvent, useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentInput } from '#shared/contract/identity'
import { documentKinds } from '#shared/rules/documents'
import { useShortcut } from '../../app/shortcuts'
import { ErrorSummary } from '../../components/ErrorSummary'
import { SelectInput, TextInput } from '../../components/FormField'
import { KeyHint } from '../../components/KeyHint'
import { CountryField } from './CountryField'
import {
  type ManualField,
  type ManualValues,
  manualDocument,
  manualFields,
  manualProblem,
} from './manualDocument'

interface ManualDocumentProps {
  readonly values: ManualValues
  readonly today: string
  readonly busy: boolean
  readonly onChange: (values: ManualValues) => void
  readonly onDocument: (document: DocumentInput) => void
  readonly onScan: () => void
}

/** A document's details typed from the document itself. Nothing is filled in from the register: it must be compared. */
export function ManualDocument({ values, today, busy, onChange, onDocument, onScan }: ManualDocumentProps) {
  const { t } = useTranslation()
  const id = useId()
  const [left, setLeft] = useState<ReadonlySet<ManualField>>(new Set())
  const [attempt, setAttempt] = useState(0)
  useEffect(() => document.getElementById(`${id}-kind`)?.focus(), [id])

  const problem = (field: ManualField) => {
    const name = attempt > 0 || left.has(field) ? manualProblem(field, values, today) : null
    return name === null ? undefined : t(`identity:manual.problem.${name}`)
  }
  const submit = () => {
    if (busy) return
    setAttempt(attempt + 1)
    const typed = manualDocument(values, today)
    if (typed !== null) onDocument(typed)
  }
  useShortcut('ctrl+enter', submit)
  const leave = (field: ManualField) => () => {
    // An empty field that was only passed is not wrong yet.
    if (values[field] !== '') setLeft((before) => new Set(before).add(field))
  }
  const text = (field: ManualField) => ({
    id: `${id}-${field}`,
    label: t(`identity:manual.${field}`),
    value: values[field],
    error: problem(field),
    autoComplete: 'off',
    onBlur: leave(field),
    onChange: (event: { readonly target: { readonly value: string } }) =>
      onChange({ ...values, [field]: event.target.value }),
  })
  const items =
    attempt === 0
      ? []
      : manualFields.flatMap((field) => {
          const wrong = problem(field)
          return wrong === undefined
            ? []
            : [{ id: `${id}-${field}`, text: `${t(`identity:manual.${field}`)}: ${wrong}` }]
        })
  return (
    <form
      noValidate
      aria-label={t('identity:manual.title')}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        submit()
      }}
    >
      <ErrorSummary items={items} attempt={attempt} />
      <SelectInput
        id={`${id}-kind`}
        label={t('identity:manual.kind')}
        value={values.kind}
        width={400}
        onChange={(event) => onChange({ ...values, kind: event.target.value as ManualValues['kind'] })}
        options={documentKinds.map((value) => ({ value, text: t(`identity:kind.${value}`) }))}
      />
      <CountryField
        id={`${id}-issuingCountry`}
        value={values.issuingCountry}
        error={problem('issuingCountry')}
        onChange={(issuingCountry) => onChange({ ...values, issuingCountry })}
      />
      <TextInput {...text('lastName')} maxLength={120} width={400} />
      <TextInput {...text('firstNames')} maxLength={200} width={400} optional />
      <TextInput {...text('birthDate')} hint={t('identity:manual.dayHint')} maxLength={10} width={160} />
      <TextInput
        {...text('expiresOn')}
        hint={t('identity:manual.expiresHint')}
        maxLength={10}
        width={160}
        optional
      />
      <TextInput
        {...text('personalIdentityCode')}
        hint={t('identity:manual.codeHint')}
        maxLength={11}
        width={200}
        optional
      />
      <Stack direction="row" sx={{ gap: 1 }}>
        <Button type="submit" variant="contained" loading={busy} aria-keyshortcuts="Control+Enter">
          {t('identity:manual.submit')}
          <KeyHint keys="Ctrl+Enter" />
        </Button>
        <Button variant="outlined" onClick={onScan}>
          {t('identity:manual.scanInstead')}
        </Button>
      </Stack>
    </form>
  )
}
