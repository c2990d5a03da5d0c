import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Session } from '#shared/contract/staff'
import { api } from '../../app/client'
import { hasUnkeptDrafts } from '../../app/drafts'
import { isNamed } from '../../app/errors'
import { LossBar } from '../../app/LossBar'
import { takeSession } from '../../app/session'
import { lockIsTold } from '../../app/useIdleLock'
import { ErrorText } from '../../components/ErrorText'
import { PasswordInput } from '../../components/PasswordInput'
import { DraftsWillGo } from './DraftsWillGo'
import { OutsidePage } from './OutsidePage'
import { SignInForm } from './SignInForm'

/** What stands before the pages while the desk is locked: the same person's password, or another person. */
export function LockScreen({ session }: { readonly session: Session }) {
  const { t } = useTranslation()
  const [another, setAnother] = useState(false)
  const [password, setPassword] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const unlock = useMutation(
    api.staff.unlock.mutationOptions({
      onMutate: lockIsTold,
      onSuccess: takeSession,
      onError: () => {
        setPassword('')
        field.current?.focus()
      },
    }),
  )
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (password === '') field.current?.focus()
    else unlock.mutate({ password })
  }

  if (another) {
    return (
      <OutsidePage title={t('system:switchUser.title')}>
        <LossBar />
        {hasUnkeptDrafts() && <DraftsWillGo name={session.name} />}
        <SignInForm except={session.username} />
        <Button fullWidth sx={{ mt: 1 }} onClick={() => setAnother(false)}>
          {t('system:lock.back', { name: session.name })}
        </Button>
      </OutsidePage>
    )
  }
  return (
    <OutsidePage title={t('system:lock.title')}>
      <LossBar />
      <Typography sx={{ mb: 2 }}>{t('system:lock.text', { name: session.name })}</Typography>
      <Box component="form" noValidate onSubmit={submit}>
        {isNamed(unlock.error, 'signInFailed') ? (
          <Alert severity="error" sx={{ mb: 2 }}>
            {t('system:lock.wrongPassword')}
          </Alert>
        ) : (
          <ErrorText error={unlock.error} />
        )}
        {/* Lets a password manager know whose password is asked for. */}
        <input type="text" autoComplete="username" value={session.username} readOnly hidden />
        <PasswordInput
          id="unlock-password"
          ref={field}
          label={t('system:signIn.password')}
          autoComplete="current-password"
          autoFocus
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <Button type="submit" variant="contained" fullWidth loading={unlock.isPending}>
          {t('system:lock.unlock')}
        </Button>
        <Button fullWidth sx={{ mt: 1 }} onClick={() => setAnother(true)}>
          {t('system:switchUser.title')}
        </Button>
      </Box>
    </OutsidePage>
  )
}
