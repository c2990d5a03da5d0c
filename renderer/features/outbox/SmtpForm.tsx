import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MailSettings } from '#shared/contract/outbox'
import { api } from '../../app/client'
import { errorName, isNamed } from '../../app/errors'
import { queryClient } from '../../app/queryClient'
import { useShortcut } from '../../app/shortcuts'
import { ChangedMeanwhile } from '../../components/ChangedMeanwhile'
import { ConfirmDialog } from '../../components/ConfirmDialog'
import { ErrorSummary } from '../../components/ErrorSummary'
import { FieldGroup, TextInput } from '../../components/FormField'
import { announce } from '../../components/Live'
import { PasswordInput } from '../../components/PasswordInput'
import type { Kept } from '../../components/threeWay'
import { useLeft } from '../../components/useLeft'
import { useTogether } from '../../components/useTogether'
import {
  inputFrom,
  portFor,
  portOf,
  type SmtpField,
  type SmtpTyped,
  securities,
  smtpComparing,
  smtpFields,
  typedFrom,
} from './smtpForm'
import { TestResult } from './TestResult'

/** The fields that must be filled in; the port must also be one. */
const needed = ['host', 'port', 'senderName', 'senderAddress'] as const

/** The SMTP server as it is set, tried and saved. */
export function SmtpForm({ mail }: { readonly mail: MailSettings }) {
  const { t } = useTranslation()
  const { smtp, version } = mail
  /** The version that is to be removed, while it is asked about. */
  const [removing, setRemoving] = useState<number | null>(null)
  const [kept, keep] = useState<Kept<SmtpTyped> | null>(null)
  const test = useMutation(api.outbox.test.mutationOptions())
  const save = useMutation(
    api.outbox.saveSettings.mutationOptions({
      onSuccess: (saved) => {
        announce(t('common:saved'))
        setRemoving(null)
        keep(null)
        queryClient.setQueryData(api.outbox.readSettings.queryKey(), saved)
        void queryClient.invalidateQueries({ queryKey: api.outbox.list.key() })
      },
      onError: () => {
        setRemoving(null)
        void queryClient.invalidateQueries({ queryKey: api.outbox.readSettings.key() })
      },
    }),
  )
  const read = typedFrom(mail)
  // A server that was there when the form was begun has been removed.
  const isRemoved = smtp === null && kept?.base?.isSet === true
  const all = useTogether({
    kept,
    keep,
    opened: { base: read, values: read },
    now: isRemoved ? null : read,
    comparing: smtpComparing,
    saving: save.isPending,
  })
  const { values, dirty } = all
  // A password that was not typed here was changed only if there is one now and was not, or the other way round.
  const changed = all.changed.filter(
    ({ field, mine, was, now }) =>
      field !== 'password' || mine !== null || was?.hasPassword !== now.hasPassword,
  )
  const together = { ...all, changed, shown: all.gone || changed.length > 0 }
  const set = (part: Partial<SmtpTyped>) => {
    together.set(part)
    if (save.error !== null) save.reset()
    if (test.error !== null) test.reset()
  }

  const isWrong = (field: (typeof needed)[number]) =>
    field === 'port' ? portOf(values.port) === null : values[field].trim() === ''
  const said = (field: SmtpField) =>
    field === 'port' ? t('outbox:smtp.portWrong') : t('common:fieldProblem.required')
  const item = (field: SmtpField, wrong: string) => ({
    id: `smtp-${field}`,
    text: `${t(`outbox:smtp.${field}`)}: ${wrong}`,
  })
  const form = useLeft(needed.filter(isWrong).map((field) => item(field, said(field))))
  const right = () => form.tried() && together.settled()
  const tryIt = () => {
    save.reset()
    if (right()) test.mutate({ smtp: inputFrom(values) })
  }
  const saveIt = () => {
    if (save.isPending) return
    test.reset()
    if (together.givenUp) keep(null)
    else if (right()) save.mutate({ version, smtp: inputFrom(values) })
  }
  useShortcut('ctrl+enter', saveIt, { enabled: dirty })

  const error = save.error ?? test.error
  const meanwhile = isNamed(save.error, 'CHANGED_MEANWHILE')
  const refused = error === null ? null : errorName(error)
  const refusedField = smtpFields.find((field) => field === refused?.field)
  const problem = (field: SmtpField) => {
    if (needed.some((each) => each === field && isWrong(each)) && form.isLeft(`smtp-${field}`))
      return said(field)
    return field === refusedField ? t(`refusals:${refused?.name}`) : undefined
  }
  const items = refusedField === undefined ? form.items : [item(refusedField, t(`refusals:${refused?.name}`))]
  const text = (field: Exclude<SmtpField, 'security'>) => ({
    id: `smtp-${field}`,
    label: t(`outbox:smtp.${field}`),
    value: values[field],
    error: problem(field),
    onChange: ({ target }: { readonly target: { readonly value: string } }) => set({ [field]: target.value }),
    onBlur: () => form.leave(`smtp-${field}`),
  })
  const shown = (field: SmtpField, of: SmtpTyped, column: 'was' | 'mine' | 'theirs') => {
    if (field === 'security') return t(`outbox:smtp.securities.${of.security}`)
    if (field !== 'password') return of[field]
    if (column === 'mine') return of.password && t('outbox:smtp.passwordTyped')
    if (!of.hasPassword) return ''
    return column === 'was' ? t('outbox:smtp.passwordSet') : t('outbox:smtp.passwordMayBeNew')
  }
  return (
    <Box
      component="form"
      noValidate
      autoComplete="off"
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault()
        saveIt()
      }}
    >
      <ErrorSummary items={items} error={meanwhile && together.shown ? null : error} attempt={form.attempt} />
      <ChangedMeanwhile
        together={together}
        refused={meanwhile}
        label={(field) => t(`outbox:smtp.${field}`)}
        show={shown}
      />
      <TextInput {...text('host')} hint={t('outbox:smtp.hostHint')} maxLength={253} width={400} />
      <FieldGroup id="smtp-security" label={t('outbox:smtp.security')} error={problem('security')}>
        <RadioGroup
          value={values.security}
          onChange={(_, next) => {
            const security = securities.find((each) => each === next) ?? values.security
            set({ security, port: portFor(security, values.port) })
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
      <TextInput {...text('port')} inputMode="numeric" maxLength={5} width={120} />
      <TextInput
        {...text('username')}
        hint={t('outbox:smtp.usernameHint')}
        optional
        autoComplete="off"
        maxLength={254}
        width={400}
      />
      <PasswordInput
        {...text('password')}
        hint={smtp?.hasPassword ? t('outbox:smtp.passwordKept') : t('outbox:smtp.passwordNone')}
        optional
        autoComplete="new-password"
        maxLength={500}
        width={400}
      />
      <TextInput {...text('senderName')} hint={t('outbox:smtp.senderNameHint')} maxLength={100} width={400} />
      <TextInput {...text('senderAddress')} inputMode="email" maxLength={254} width={400} />
      {test.data !== undefined && <TestResult problem={test.data.problem} />}
      {save.isSuccess && !dirty && (
        <Alert severity="success" sx={{ mb: 2 }}>
          {save.data.smtp === null ? t('outbox:smtp.removed') : t('outbox:smtp.saved')}
        </Alert>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button
          type="submit"
          variant="contained"
          disabled={!dirty}
          loading={save.isPending && removing === null}
        >
          {t('common:action.save')}
        </Button>
        <Button variant="outlined" loading={test.isPending} onClick={tryIt}>
          {t('outbox:smtp.test')}
        </Button>
        {smtp !== null && (
          <Button color="error" onClick={() => setRemoving(version)}>
            {t('outbox:smtp.remove')}
          </Button>
        )}
      </Box>
      <ConfirmDialog
        open={removing !== null}
        title={t('outbox:smtp.removeTitle')}
        confirm={t('outbox:smtp.remove')}
        danger
        busy={save.isPending}
        onConfirm={() => removing !== null && save.mutate({ version: removing, smtp: null })}
        onCancel={() => setRemoving(null)}
      >
        {t('outbox:smtp.removeText')}
      </ConfirmDialog>
    </Box>
  )
}
