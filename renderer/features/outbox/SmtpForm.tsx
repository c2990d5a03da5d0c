import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { SmtpSettings } from '#shared/contract/outbox'
import { api } from '../../app/client'
import { errorName } from '../../app/errors'
import { queryClient } from '../../app/queryClient'
import { useShortcut } from '../../app/shortcuts'
import { ConfirmDialog } from '../../components/ConfirmDialog'
import { ErrorSummary } from '../../components/ErrorSummary'
import { FieldGroup, TextInput } from '../../components/FormField'
import { announce } from '../../components/Live'
import { PasswordInput } from '../../components/PasswordInput'
import { inputFrom, portFor, portOf, securities, typedFrom } from './smtpForm'
import { TestResult } from './TestResult'

const fields = ['host', 'security', 'port', 'username', 'password', 'senderName', 'senderAddress'] as const
type Field = (typeof fields)[number]

const filled = (text: string) => text.trim() !== ''

/** The SMTP server as it is set, tried and saved. */
export function SmtpForm({ smtp }: { readonly smtp: SmtpSettings | null }) {
  const { t } = useTranslation()
  const [removing, setRemoving] = useState(false)
  const form = useForm({ mode: 'onBlur', defaultValues: typedFrom(smtp) })
  const { errors, submitCount, isDirty } = form.formState
  // What another administrator saves meanwhile comes in, but not over what is typed here.
  const { reset } = form
  const untouched = useRef(true)
  useEffect(() => {
    untouched.current = !isDirty
  }, [isDirty])
  useEffect(() => {
    if (untouched.current) reset(typedFrom(smtp))
  }, [smtp, reset])
  const test = useMutation(api.outbox.test.mutationOptions())
  const save = useMutation(
    api.outbox.saveSettings.mutationOptions({
      onSuccess: (saved) => {
        announce(t('common:saved'))
        setRemoving(false)
        reset(typedFrom(saved.smtp))
        queryClient.setQueryData(api.outbox.readSettings.queryKey(), saved)
        void queryClient.invalidateQueries({ queryKey: api.outbox.list.key() })
      },
    }),
  )
  const tryIt = form.handleSubmit((typed) => {
    save.reset()
    test.mutate({ smtp: inputFrom(typed) })
  })
  const saveIt = form.handleSubmit((typed) => {
    test.reset()
    save.mutate({ smtp: inputFrom(typed) })
  })
  useShortcut('ctrl+enter', () => void saveIt(), { enabled: isDirty })

  const error = save.error ?? test.error
  const refused = error === null ? null : errorName(error)
  const problem = (field: Field) => {
    if (errors[field] !== undefined) {
      return field === 'port' ? t('outbox:smtp.portWrong') : t('common:fieldProblem.required')
    }
    return refused?.field === field ? t(`refusals:${refused.name}`) : undefined
  }
  const wrong = submitCount === 0 ? [] : fields.filter((field) => problem(field) !== undefined)
  const items = wrong.map((field) => ({
    id: `smtp-${field}`,
    text: `${t(`outbox:smtp.${field}`)}: ${problem(field)}`,
  }))
  return (
    <Box component="form" noValidate autoComplete="off" onSubmit={(event) => void saveIt(event)}>
      <ErrorSummary items={items} error={error} attempt={submitCount} />
      <TextInput
        {...form.register('host', { validate: filled })}
        id="smtp-host"
        label={t('outbox:smtp.host')}
        hint={t('outbox:smtp.hostHint')}
        maxLength={253}
        width={400}
        error={problem('host')}
      />
      <Controller
        control={form.control}
        name="security"
        render={({ field: { value, onChange } }) => (
          <FieldGroup id="smtp-security" label={t('outbox:smtp.security')} error={problem('security')}>
            <RadioGroup
              value={value}
              onChange={(_, next) => {
                const security = securities.find((each) => each === next) ?? value
                onChange(security)
                form.setValue('port', portFor(security, form.getValues('port')), { shouldDirty: true })
              }}
            >
              {securities.map((security) => (
                <FormControlLabel
                  key={security}
                  value={security}
                  control={<Radio />}
                  label={t(`outbox:smtp.securities.${security}`)}
                />
              ))}
            </RadioGroup>
          </FieldGroup>
        )}
      />
      <TextInput
        {...form.register('port', { validate: (text) => portOf(text) !== null })}
        id="smtp-port"
        label={t('outbox:smtp.port')}
        inputMode="numeric"
        maxLength={5}
        width={120}
        error={problem('port')}
      />
      <TextInput
        {...form.register('username')}
        id="smtp-username"
        label={t('outbox:smtp.username')}
        hint={t('outbox:smtp.usernameHint')}
        optional
        autoComplete="off"
        maxLength={254}
        width={400}
        error={problem('username')}
      />
      <PasswordInput
        {...form.register('password')}
        id="smtp-password"
        label={t('outbox:smtp.password')}
        hint={smtp?.hasPassword ? t('outbox:smtp.passwordKept') : t('outbox:smtp.passwordNone')}
        optional
        autoComplete="new-password"
        maxLength={500}
        width={400}
        error={problem('password')}
      />
      <TextInput
        {...form.register('senderName', { validate: filled })}
        id="smtp-senderName"
        label={t('outbox:smtp.senderName')}
        hint={t('outbox:smtp.senderNameHint')}
        maxLength={100}
        width={400}
        error={problem('senderName')}
      />
      <TextInput
        {...form.register('senderAddress', { validate: filled })}
        id="smtp-senderAddress"
        label={t('outbox:smtp.senderAddress')}
        inputMode="email"
        maxLength={254}
        width={400}
        error={problem('senderAddress')}
      />
      {test.data !== undefined && <TestResult problem={test.data.problem} />}
      {save.isSuccess && !isDirty && (
        <Alert severity="success" sx={{ mb: 2 }}>
          {save.data.smtp === null ? t('outbox:smtp.removed') : t('outbox:smtp.saved')}
        </Alert>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button type="submit" variant="contained" disabled={!isDirty} loading={save.isPending && !removing}>
          {t('common:action.save')}
        </Button>
        <Button variant="outlined" loading={test.isPending} onClick={() => void tryIt()}>
          {t('outbox:smtp.test')}
        </Button>
        {smtp !== null && (
          <Button color="error" onClick={() => setRemoving(true)}>
            {t('outbox:smtp.remove')}
          </Button>
        )}
      </Box>
      <ConfirmDialog
        open={removing}
        title={t('outbox:smtp.removeTitle')}
        confirm={t('outbox:smtp.remove')}
        danger
        busy={save.isPending}
        onConfirm={() => save.mutate({ smtp: null }, { onError: () => setRemoving(false) })}
        onCancel={() => setRemoving(false)}
      >
        {t('outbox:smtp.removeText')}
      </ConfirmDialog>
    </Box>
  )
}
