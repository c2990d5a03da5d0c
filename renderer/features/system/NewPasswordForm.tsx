import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Session } from '#shared/contract/staff'
import { api } from '../../app/client'
import { errorName } from '../../app/errors'
import { takeSession } from '../../app/session'
import { ErrorSummary } from '../../components/ErrorSummary'
import { announce } from '../../components/Live'
import { PasswordInput } from '../../components/PasswordInput'
import { shortestPassword } from '../staff/newPassword'

const fields = ['current', 'next'] as const

interface NewPasswordFormProps {
  readonly username: string
  readonly onDone?: (session: Session) => void
  /** A way out beside the button that saves. */
  readonly cancel?: ReactNode
}

/** The present password and a new one, at least twelve characters, any of them. */
export function NewPasswordForm({ username, onDone, cancel }: NewPasswordFormProps) {
  const { t } = useTranslation()
  const form = useForm({ mode: 'onBlur', defaultValues: { current: '', next: '' } })
  const { errors, submitCount } = form.formState
  const change = useMutation(
    api.staff.changeOwnPassword.mutationOptions({
      onSuccess: (session) => {
        announce(t('system:newPassword.saved'))
        takeSession(session)
        onDone?.(session)
      },
    }),
  )
  const refused = change.error === null ? null : errorName(change.error)
  const problem = (field: 'current' | 'next') => {
    const type = errors[field]?.type
    if (type !== undefined) {
      return type === 'minLength' ? t('system:newPassword.tooShort') : t('common:fieldProblem.required')
    }
    if (refused?.field !== field) return undefined
    return refused.name === 'signInFailed' ? t('system:lock.wrongPassword') : t(`refusals:${refused.name}`)
  }
  const wrong = submitCount === 0 ? [] : fields.filter((field) => problem(field) !== undefined)
  const items = wrong.map((id) => ({ id, text: `${t(`system:newPassword.${id}`)}: ${problem(id)}` }))

  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => void form.handleSubmit((input) => change.mutate(input))(event)}
    >
      <ErrorSummary items={items} error={change.error} attempt={submitCount} />
      <input type="text" autoComplete="username" value={username} readOnly hidden />
      <PasswordInput
        {...form.register('current', { required: true })}
        id="current"
        label={t('system:newPassword.current')}
        autoComplete="current-password"
        autoFocus
        error={problem('current')}
      />
      <PasswordInput
        {...form.register('next', { required: true, minLength: shortestPassword })}
        id="next"
        label={t('system:newPassword.next')}
        hint={t('system:newPassword.hint')}
        autoComplete="new-password"
        error={problem('next')}
      />
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Button type="submit" variant="contained" loading={change.isPending}>
          {t('system:newPassword.save')}
        </Button>
        {cancel}
      </Box>
    </Box>
  )
}
