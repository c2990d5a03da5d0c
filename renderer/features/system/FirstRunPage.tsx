import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Typography from '@mui/material/Typography'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useHashLocation } from 'wouter/use-hash-location'
import type { DatabaseState } from '#shared/contract/database'
import { api } from '../../app/client'
import { queryClient } from '../../app/queryClient'
import { takeSession } from '../../app/session'
import { ErrorSummary } from '../../components/ErrorSummary'
import { TextInput } from '../../components/FormField'
import { PasswordInput } from '../../components/PasswordInput'
import { DatabaseForm } from '../database/DatabaseForm'
import { shortestPassword } from '../staff/newPassword'
import { OutsidePage } from './OutsidePage'

const fields = ['name', 'username', 'password'] as const

/** The first run: where the data is to be kept, this computer unless somebody says otherwise, and who is first there. */
export default function FirstRunPage({ database }: { readonly database: DatabaseState }) {
  const { t } = useTranslation()
  return (
    <OutsidePage title={t('system:firstRun.title')}>
      <DatabaseForm key={database.kind} database={database} outside inUse={<FirstAdministrator />} />
    </OutsidePage>
  )
}

/** A new database: its first administrator. What to do next is said on the page for today. */
function FirstAdministrator() {
  const { t } = useTranslation()
  const [, navigate] = useHashLocation()
  const form = useForm({
    mode: 'onBlur',
    defaultValues: { name: '', username: '', password: '', servesResidents: true },
  })
  const { errors, submitCount } = form.formState
  const create = useMutation(
    api.staff.createFirstAdministrator.mutationOptions({
      onSuccess: (session) => {
        navigate('/')
        takeSession(session)
        void queryClient.invalidateQueries({ queryKey: api.system.status.key() })
      },
      // Somebody else was first: the desk now knows a person, and asks who is signing in.
      onError: () => queryClient.invalidateQueries({ queryKey: api.system.status.key() }),
    }),
  )
  const problem = (field: (typeof fields)[number]) => {
    const type = errors[field]?.type
    if (type === undefined) return undefined
    return type === 'minLength' ? t('system:newPassword.tooShort') : t('common:fieldProblem.required')
  }
  const wrong = submitCount === 0 ? [] : fields.filter((field) => problem(field) !== undefined)
  const summary = wrong.map((field) => ({
    id: `first-${field}`,
    text: `${t(`system:firstRun.${field}`)}: ${problem(field)}`,
  }))
  const filled = (text: string) => text.trim() !== ''

  return (
    <>
      <Typography sx={{ mb: 2 }}>{t('system:firstRun.text')}</Typography>
      <Box
        component="form"
        noValidate
        onSubmit={(event) => void form.handleSubmit((input) => create.mutate(input))(event)}
      >
        <ErrorSummary items={summary} error={create.error} attempt={submitCount} />
        <TextInput
          {...form.register('name', { validate: filled })}
          id="first-name"
          label={t('system:firstRun.name')}
          autoComplete="name"
          autoFocus
          maxLength={120}
          error={problem('name')}
        />
        <TextInput
          {...form.register('username', { validate: filled })}
          id="first-username"
          label={t('system:firstRun.username')}
          hint={t('system:firstRun.usernameHint')}
          autoComplete="username"
          maxLength={60}
          error={problem('username')}
        />
        <PasswordInput
          {...form.register('password', { required: true, minLength: shortestPassword })}
          id="first-password"
          label={t('system:firstRun.password')}
          hint={t('system:newPassword.hint')}
          autoComplete="new-password"
          error={problem('password')}
        />
        <FormControlLabel
          control={<Checkbox defaultChecked {...form.register('servesResidents')} />}
          label={t('system:firstRun.servesResidents')}
        />
        <Typography variant="body2" color="textSecondary" sx={{ ml: 4, mb: 2 }}>
          {t('system:firstRun.servesResidentsHint')}
        </Typography>
        <Button type="submit" variant="contained" fullWidth loading={create.isPending}>
          {t('system:firstRun.submit')}
        </Button>
      </Box>
    </>
  )
}
