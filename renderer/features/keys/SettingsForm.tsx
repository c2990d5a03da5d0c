import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeySettings } from '#shared/contract/keyViews'
import { api } from '../../app/client'
import { isNamed } from '../../app/errors'
import { queryClient } from '../../app/queryClient'
import { useShortcut } from '../../app/shortcuts'
import { ChangedMeanwhile } from '../../components/ChangedMeanwhile'
import { ErrorSummary } from '../../components/ErrorSummary'
import { TextInput } from '../../components/FormField'
import { announce } from '../../components/Live'
import type { Kept } from '../../components/threeWay'
import { useLeft } from '../../components/useLeft'
import { useTogether } from '../../components/useTogether'
import { languageNames } from '../../i18n/index'
import {
  type SettingsField,
  type SettingsValues,
  settingsComparing,
  settingsOf,
  textFields,
  typedSettings,
  wrongSettings,
} from './settingsForm'

const idOf = (field: SettingsField) => `key-settings-${field}`
const languageOf = (field: (typeof textFields)[number]) => field.slice('closed-'.length) as 'fi' | 'sv' | 'en'

/** BLC Turva's address, the days of grace and of reminders, and the words that no source gives. Ctrl+Enter saves. */
export function SettingsForm({ settings }: { readonly settings: KeySettings }) {
  const { t } = useTranslation()
  const [kept, keep] = useState<Kept<SettingsValues> | null>(null)
  const save = useMutation(
    api.keys.saveSettings.mutationOptions({
      onSuccess: (saved) => {
        announce(t('common:saved'))
        keep(null)
        queryClient.setQueryData(api.keys.readSettings.queryKey(), saved)
      },
      onError: () => void queryClient.invalidateQueries({ queryKey: api.keys.readSettings.key() }),
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
    const text = textFields.find((each) => each === field)
    if (text) return t('keys:settings.closedText', { language: languageNames[languageOf(text)] })
    return t(`keys:settings.${field}`)
  }
  const found = wrongSettings(values).map((field) => ({
    id: idOf(field),
    text: `${label(field)}: ${t(`keys:settings.wrong.${field}`)}`,
  }))
  const left = useLeft(found)
  const badEmail = isNamed(save.error, 'emailInvalid')
  const meanwhile = isNamed(save.error, 'CHANGED_MEANWHILE')
  const set = (part: Partial<SettingsValues>) => {
    together.set(part)
    if (save.error !== null) save.reset()
  }
  const problem = (field: SettingsField) => {
    if (field === 'blcEmail' && badEmail) return t('refusals:emailInvalid')
    const wrong = wrongSettings(values).find((each) => each === field)
    return wrong && left.isLeft(idOf(wrong)) ? t(`keys:settings.wrong.${wrong}`) : undefined
  }
  const saveIt = () => {
    if (save.isPending) return
    if (left.tried() && together.settled()) save.mutate(settingsOf(values, settings.version))
  }
  useShortcut('ctrl+enter', saveIt, { enabled: dirty })
  const text = (field: Exclude<SettingsField, 'settleWhenCounted'>) => ({
    id: idOf(field),
    label: label(field),
    value: values[field],
    error: problem(field),
    autoComplete: 'off',
    onChange: ({ target }: { readonly target: { readonly value: string } }) => set({ [field]: target.value }),
    onBlur: () => left.leave(idOf(field)),
  })
  return (
    <Box
      component="form"
      noValidate
      aria-label={t('keys:settings.title')}
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault()
        saveIt()
      }}
    >
      <ErrorSummary
        items={
          badEmail
            ? [{ id: idOf('blcEmail'), text: `${label('blcEmail')}: ${t('refusals:emailInvalid')}` }]
            : left.items
        }
        error={meanwhile && together.shown ? null : save.error}
        attempt={left.attempt}
      />
      <ChangedMeanwhile
        together={together}
        refused={meanwhile}
        label={label}
        show={(field, of) =>
          field === 'settleWhenCounted' ? (of[field] ? t('audit:yes') : t('audit:no')) : of[field]
        }
      />
      <TextInput
        {...text('blcEmail')}
        hint={t('keys:settings.blcEmailHint')}
        optional
        inputMode="email"
        maxLength={254}
        width={400}
      />
      <TextInput
        {...text('graceDays')}
        hint={t('keys:settings.graceDaysHint')}
        inputMode="numeric"
        maxLength={2}
        width={100}
      />
      <TextInput
        {...text('reminderDays')}
        hint={t('keys:settings.reminderDaysHint')}
        optional
        maxLength={30}
        width={200}
      />
      <TextInput
        {...text('charge')}
        hint={t('keys:settings.chargeHint')}
        optional
        inputMode="decimal"
        maxLength={12}
        width={160}
      />
      <FormControlLabel
        sx={{ mb: 2 }}
        control={
          <Checkbox
            id={idOf('settleWhenCounted')}
            checked={values.settleWhenCounted}
            onChange={(_, on) => set({ settleWhenCounted: on })}
          />
        }
        label={label('settleWhenCounted')}
      />
      {textFields.map((field, at) => (
        <TextInput
          key={field}
          {...text(field)}
          {...(at === 0 ? { hint: t('keys:settings.closedTextHint') } : {})}
          optional
          multiline
          minRows={2}
          maxRows={6}
          maxLength={600}
        />
      ))}
      {save.isSuccess && !dirty && (
        <Alert severity="success" sx={{ mb: 2 }}>
          {t('common:saved')}
        </Alert>
      )}
      <Button type="submit" variant="contained" disabled={!dirty} loading={save.isPending}>
        {t('common:action.save')}
      </Button>
    </Box>
  )
}
