import PrintIcon from '@mui/icons-material/PrintOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import { type ReactNode, type SubmitEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ResidentPage } from '#shared/contract/residents'
import { useShortcut } from '../../app/shortcuts'
import { ChangedMeanwhile } from '../../components/ChangedMeanwhile'
import { useDiscard } from '../../components/ConfirmDialog'
import { ErrorSummary } from '../../components/ErrorSummary'
import { SelectInput, TextInput } from '../../components/FormField'
import { KeyHint } from '../../components/KeyHint'
import { EstateFields, ObjectFields, ScopeFields } from './ContentFields'
import { arrivals } from './eventWords'
import { GranteeRows } from './GranteeRows'
import { granteeField } from './mandateForm'
import { mandateToSignOf } from './mandateToSign'
import { isEstate, type MandateField, type MandateValues, mandateFields, partiesOf } from './mandateValues'
import { FormDialog, paperLanguage } from './PrintDialogs'
import type { MandateFormState } from './useMandateForm'
import { useMandateWords } from './useMandateWords'

interface MandateFormProps {
  readonly form: MandateFormState
  /** The form's name to those who listen. */
  readonly name: string
  readonly person: ResidentPage
  /** It may still have to be signed: what is typed can be printed for that. */
  readonly toSign: boolean
  readonly onLeave: () => void
}

/** What a power on paper says. Ctrl+Enter saves, Esc asks before typed work is thrown away. */
export function MandateForm({ form, name, person, toSign, onLeave }: MandateFormProps) {
  const { t } = useTranslation()
  const { values, together } = form
  const died = person.marks.includes('deceased')
  const discard = useDiscard(form.dirty, () => {
    form.throwAway()
    onLeave()
  })
  useShortcut('ctrl+enter', form.submit)
  useShortcut('escape', discard.request)
  const [printing, setPrinting] = useState(false)
  useShortcut('ctrl+p', () => setPrinting(true), { enabled: toSign })
  const first = form.idOf(granteeField(values.grantees[0]?.key ?? 0, 'resident'))
  // biome-ignore lint/correctness/useExhaustiveDependencies: only as the form is opened, after the heading took the focus
  useEffect(() => {
    const timer = setTimeout(() => document.getElementById(first)?.focus())
    return () => clearTimeout(timer)
  }, [])
  const shown = useShown()
  const label = useLabel()
  const items = form.items.map(({ id, text }) => ({
    id,
    text: [label(id.slice(form.idOf('').length)), text].filter(Boolean).join(': '),
  }))
  const day = (field: 'signedOn' | 'validFrom' | 'validUntil') => ({
    id: form.idOf(field),
    label: t(`mandates:form.${field}`),
    value: values[field],
    error: form.problem(field),
    autoComplete: 'off',
    maxLength: 10,
    width: 160,
    onBlur: () => values[field] !== '' && form.leave(field),
    onChange: (event: { readonly target: { readonly value: string } }) =>
      form.set({ [field]: event.target.value }),
  })
  return (
    <form
      noValidate
      aria-label={name}
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault()
        form.submit()
      }}
    >
      {form.attempt > 0 && <ErrorSummary items={items} error={form.error} attempt={form.attempt} />}
      <ChangedMeanwhile
        together={together}
        refused={form.changedMeanwhile}
        label={(field) => t(`mandates:field.${field}`)}
        show={shown}
      />
      <GranteeRows form={form} />
      <ScopeFields form={form} />
      {isEstate(values) && <EstateFields form={form} died={died} />}
      <ObjectFields form={form} leases={person.leases} />
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: 'repeat(3, 1fr)' }, columnGap: 2 }}>
        <TextInput {...day('signedOn')} hint={t('mandates:form.dayHint')} />
        <TextInput {...day('validFrom')} hint={t('mandates:form.validFromHint')} optional />
        <TextInput {...day('validUntil')} hint={t('mandates:form.validUntilHint')} optional />
      </Box>
      <SelectInput
        id={form.idOf('arrived')}
        label={t('mandates:field.arrived')}
        error={form.problem('arrived')}
        value={values.arrived}
        width={400}
        onChange={(event) => form.set({ arrived: event.target.value as MandateValues['arrived'] })}
        options={[
          ...(values.arrived === '' ? [{ value: '', text: t('mandates:form.choose') }] : []),
          ...arrivals.map((value) => ({ value, text: t(`mandates:arrived.${value}`) })),
        ]}
      />
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
        <Button type="submit" variant="contained" loading={form.busy} aria-keyshortcuts="Control+Enter">
          {t('mandates:form.save')}
          <KeyHint keys="Ctrl+Enter" />
        </Button>
        <Button onClick={discard.request} aria-keyshortcuts="Escape">
          {t('common:action.cancel')}
          <KeyHint keys="Esc" />
        </Button>
        {toSign && (
          <Button
            startIcon={<PrintIcon />}
            onClick={() => setPrinting(true)}
            aria-keyshortcuts="Control+P"
            sx={{ ml: 'auto' }}
          >
            {t('mandates:print.form')}
            <KeyHint keys="Ctrl+P" />
          </Button>
        )}
      </Stack>
      {discard.dialog}
      {printing && (
        <FormDialog
          residentId={person.id}
          language={paperLanguage(person.contacts.language ?? '')}
          content={mandateToSignOf(values, form.bornOf, { today: person.today, died })}
          onClose={() => setPrinting(false)}
        />
      )}
    </form>
  )
}

const granteeFields = ['firstNames', 'lastName', 'born', 'phone', 'email'] as const

/** What a field is called in the summary, by the end of its id; nothing where what is wrong says it. */
function useLabel() {
  const { t } = useTranslation()
  return (at: string): string | null => {
    const ofGrantee = granteeFields.find((field) => at.startsWith('grantee-') && at.endsWith(`-${field}`))
    if (ofGrantee) return t(`mandates:form.${ofGrantee}`)
    const field = mandateFields.find((each) => each === at)
    return field ? t(`mandates:field.${field}`) : null
  }
}

/** What a field says, for those who changed it at the same time. */
function useShown() {
  const { t } = useTranslation()
  const words = useMandateWords()
  return (field: MandateField, values: MandateValues): ReactNode => {
    switch (field) {
      case 'grantees':
        return values.grantees
          .map(({ resident, firstNames, lastName, born, phone, email }) =>
            [resident?.name ?? `${firstNames} ${lastName}`.trim(), resident ? '' : born, phone, email]
              .filter(Boolean)
              .join(', '),
          )
          .join('; ')
      case 'otherGrantors':
        return values.otherGrantors.map(({ name }) => name).join(', ')
      case 'parties':
        return partiesOf(values).join(', ')
      case 'general':
        return values.general ? t('mandates:form.yes') : t('mandates:form.no')
      case 'scopes':
        return values.scopes.map(words.scope).join(', ')
      case 'object': {
        const { kind, leaseNo, name } = values.object
        if (kind === 'everything') return t('mandates:object.everything')
        return words.object({ kind, leaseNo, name })
      }
      case 'arrived':
        return values.arrived && t(`mandates:arrived.${values.arrived}`)
      default:
        return values[field]
    }
  }
}
