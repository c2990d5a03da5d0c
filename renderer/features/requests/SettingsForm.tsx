import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestSettings } from '#shared/contract/requests'
import { requestKinds } from '#shared/rules/requestKinds'
import { api } from '../../app/client'
import { errorName, isNamed } from '../../app/errors'
import { queryClient } from '../../app/queryClient'
import { useShortcut } from '../../app/shortcuts'
import { ChangedMeanwhile } from '../../components/ChangedMeanwhile'
import { ErrorSummary } from '../../components/ErrorSummary'
import { FieldGroup, TextInput } from '../../components/FormField'
import { announce } from '../../components/Live'
import type { Kept } from '../../components/threeWay'
import { useLeft } from '../../components/useLeft'
import { useTogether } from '../../components/useTogether'
import { KindRows } from './KindRows'
import {
  addressees,
  mostOf,
  type SettingsField,
  type SettingsValues,
  settingsComparing,
  settingsOf,
  typedSettings,
  wrongSettings,
} from './settingsForm'

const idOf = (field: SettingsField) => `request-settings-${field}`

/** Where each kind goes and until when, the addresses, and the notice rule. Ctrl+Enter saves. */
export function SettingsForm({ settings }: { readonly settings: RequestSettings }) {
  const { t } = useTranslation()
  const [kindsShown, setKindsShown] = useState(false)
  const [kept, keep] = useState<Kept<SettingsValues> | null>(null)
  const save = useMutation(
    api.requests.saveSettings.mutationOptions({
      onSuccess: (saved) => {
        announce(t('common:saved'))
        keep(null)
        queryClient.setQueryData(api.requests.readSettings.queryKey(), saved)
      },
      onError: () => void queryClient.invalidateQueries({ queryKey: api.requests.readSettings.key() }),
    }),
  )
  const read = typedSettings(settings)
  const together = useTogether({
    kept,
    keep,
    opened: { base: read, values: read },
    now: read,
    comparing: settingsComparing,
    saving: save.isPending,
  })
  const { values, dirty } = together
  const label = (field: SettingsField): string => {
    const addressee = addressees.find((each) => field === `email-${each}`)
    if (addressee) return t(`requests:settings.email.${addressee}`)
    const kind = requestKinds.find((each) => field === `goesTo-${each}` || field === `days-${each}`)
    if (!kind) return t(`requests:settings.${field as 'months' | 'countedFrom'}`)
    const part = field.startsWith('days-') ? t('requests:settings.days') : t('requests:column.goesTo')
    return `${t(`requests:kind.${kind}`)} – ${part}`
  }
  const numberText = (field: SettingsField) => t('requests:settings.number', { most: mostOf(field) ?? 0 })
  const found = wrongSettings(values).map((field) => ({
    id: idOf(field),
    text: `${label(field)}: ${numberText(field)}`,
  }))
  const left = useLeft(found)
  const refused = save.error === null ? null : errorName(save.error)
  const refusedField = addressees
    .map((each) => `email-${each}` as const)
    .find((field) => refused?.field !== undefined && field.endsWith(`-${refused.field}`))
  const meanwhile = isNamed(save.error, 'CHANGED_MEANWHILE')
  const set = (field: SettingsField, text: string) => {
    together.set({ [field]: text })
    if (save.error !== null) save.reset()
  }
  const problem = (field: SettingsField) => {
    if (field === refusedField) return t(`refusals:${refused?.name}`)
    return left.isLeft(idOf(field)) && found.some(({ id }) => id === idOf(field))
      ? numberText(field)
      : undefined
  }
  const saveIt = () => {
    if (save.isPending) return
    if (left.tried() && together.settled()) save.mutate(settingsOf(values, settings.version))
  }
  useShortcut('ctrl+enter', saveIt, { enabled: dirty })
  const text = (field: SettingsField) => ({
    id: idOf(field),
    label: label(field),
    value: values[field],
    error: problem(field),
    autoComplete: 'off',
    onChange: ({ target }: { readonly target: { readonly value: string } }) => set(field, target.value),
    onBlur: () => left.leave(idOf(field)),
  })
  const shown = (field: SettingsField, of: SettingsValues) => {
    const value = of[field]
    if (field.startsWith('goesTo-')) return t(`requests:goesTo.${value}`)
    return field === 'countedFrom' ? t(`requests:settings.counted.${value}`) : value
  }
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault()
        saveIt()
      }}
    >
      <ErrorSummary
        items={
          refusedField
            ? [{ id: idOf(refusedField), text: `${label(refusedField)}: ${t(`refusals:${refused?.name}`)}` }]
            : left.items
        }
        error={meanwhile && together.shown ? null : save.error}
        attempt={left.attempt}
      />
      <ChangedMeanwhile together={together} refused={meanwhile} label={label} show={shown} />
      {addressees.map((each) => (
        <TextInput
          key={each}
          {...text(`email-${each}`)}
          {...(each === 'leaseControl' ? { hint: t('requests:settings.emailHint') } : {})}
          optional
          inputMode="email"
          maxLength={254}
          width={400}
        />
      ))}
      <TextInput
        {...text('months')}
        hint={t('requests:settings.monthsHint')}
        inputMode="numeric"
        maxLength={2}
        width={100}
      />
      <FieldGroup id={idOf('countedFrom')} label={label('countedFrom')}>
        <RadioGroup value={values.countedFrom} onChange={(_, next) => set('countedFrom', next)}>
          {(['monthEnd', 'day'] as const).map((each) => (
            <FormControlLabel
              key={each}
              value={each}
              control={<Radio size="small" />}
              label={t(`requests:settings.counted.${each}`)}
            />
          ))}
        </RadioGroup>
      </FieldGroup>
      <Box sx={{ mb: 2 }}>
        <Button aria-expanded={kindsShown} onClick={() => setKindsShown(!kindsShown)}>
          {t('requests:settings.kinds')}
        </Button>
        {kindsShown && <KindRows idOf={idOf} values={values} label={label} problem={problem} onSet={set} />}
      </Box>
      {save.isSuccess && !dirty && (
        <Alert severity="success" sx={{ mb: 2 }}>
          {t('requests:settings.saved')}
        </Alert>
      )}
      <Button type="submit" variant="contained" disabled={!dirty} loading={save.isPending}>
        {t('common:action.save')}
      </Button>
    </Box>
  )
}
