import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useMutation } from '@tanstack/react-query'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { DatabaseChoice } from '#shared/contract/database'
import { api } from '../../app/client'
import { errorName } from '../../app/errors'
import { useShortcut } from '../../app/shortcuts'
import { ErrorSummary } from '../../components/ErrorSummary'
import { TextInput } from '../../components/FormField'
import { PasswordInput } from '../../components/PasswordInput'
import { portOf } from '../outbox/smtpForm'
import { inputFrom, isKeptFor, typedFrom } from './serverForm'
import { TestReport } from './TestReport'
import { useProblemText } from './useProblemText'
import { useTake } from './useTake'

const fields = ['host', 'port', 'database', 'user', 'password', 'authority'] as const
type Field = (typeof fields)[number]

const filled = (text: string) => text.trim() !== ''

interface ServerFormProps {
  /** The choice as it is now. */
  readonly choice: DatabaseChoice
  readonly passwordKept: boolean
  /** Nobody is signed in. */
  readonly outside: boolean
}

/** The office's PostgreSQL: where it is, a button that tries it out, and one that takes it into use. */
export function ServerForm({ choice, passwordKept, outside }: ServerFormProps) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const form = useForm({ mode: 'onBlur', defaultValues: typedFrom(choice) })
  const { errors, submitCount, isDirty } = form.formState
  const typedNow = useWatch({ control: form.control })
  const kept = isKeptFor(choice, passwordKept, { ...form.getValues(), ...typedNow })
  const take = useTake(outside)
  const test = useMutation(api.database.test.mutationOptions({ retry: false }))
  const tryIt = form.handleSubmit((typed) => {
    take.reset()
    test.mutate(inputFrom(typed))
  })
  const takeIt = form.handleSubmit((typed) => {
    const { address, password } = inputFrom(typed)
    test.reset()
    take.ask({ choice: { kind: 'postgres', address }, password })
  })
  useShortcut('ctrl+enter', () => void takeIt(), { enabled: isDirty })

  const error = take.error ?? test.error
  const refused = error === null ? null : errorName(error)
  const problem = (field: Field) => {
    if (errors[field] !== undefined)
      return field === 'port' ? t('database:portWrong') : t('common:fieldProblem.required')
    if (refused?.field !== field) return undefined
    return refused.name === 'unreachable' ? problemText(refused.name) : t(`refusals:${refused.name}`)
  }
  const wrong = submitCount === 0 ? [] : fields.filter((field) => problem(field) !== undefined)
  const items = wrong.map((field) => ({
    id: `database-${field}`,
    text: `${t(`database:field.${field}`)}: ${problem(field)}`,
  }))
  return (
    <Box component="form" noValidate autoComplete="off" onSubmit={(event) => void takeIt(event)}>
      <ErrorSummary items={items} error={error} attempt={submitCount} />
      <TextInput
        {...form.register('host', { validate: filled })}
        id="database-host"
        label={t('database:field.host')}
        hint={t('database:hint.host')}
        maxLength={253}
        width={400}
        error={problem('host')}
      />
      <TextInput
        {...form.register('port', { validate: (text) => portOf(text) !== null })}
        id="database-port"
        label={t('database:field.port')}
        inputMode="numeric"
        maxLength={5}
        width={120}
        error={problem('port')}
      />
      <TextInput
        {...form.register('database', { validate: filled })}
        id="database-database"
        label={t('database:field.database')}
        maxLength={63}
        width={400}
        error={problem('database')}
      />
      <TextInput
        {...form.register('user', { validate: filled })}
        id="database-user"
        label={t('database:field.user')}
        hint={t('database:hint.user')}
        autoComplete="off"
        maxLength={63}
        width={400}
        error={problem('user')}
      />
      <PasswordInput
        {...form.register('password', { validate: (text) => kept || text !== '' })}
        id="database-password"
        label={t('database:field.password')}
        hint={kept ? t('database:hint.passwordKept') : t('database:hint.password')}
        optional={kept}
        autoComplete="new-password"
        maxLength={1000}
        width={400}
        error={problem('password')}
      />
      <Box
        component="details"
        open={problem('authority') === undefined ? undefined : true}
        sx={{ mb: 2, '& summary': { cursor: 'pointer', py: 0.5, mb: 1 } }}
      >
        <summary>{t('database:authorityTitle')}</summary>
        <TextInput
          {...form.register('authority')}
          id="database-authority"
          label={t('database:field.authority')}
          hint={t('database:hint.authority')}
          optional
          multiline
          minRows={4}
          maxRows={8}
          maxLength={20_000}
          error={problem('authority')}
        />
      </Box>
      {test.data !== undefined && <TestReport result={test.data} />}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button type="submit" variant="contained">
          {t('database:take')}
        </Button>
        <Button variant="outlined" loading={test.isPending} onClick={() => void tryIt()}>
          {t('database:test.button')}
        </Button>
      </Box>
      {take.dialog}
    </Box>
  )
}
