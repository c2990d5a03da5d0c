import PersonIcon from '@mui/icons-material/PersonOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type SubmitEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../app/client'
import { takeSession } from '../../app/session'
import { lockIsTold } from '../../app/useIdleLock'
import { ErrorText } from '../../components/ErrorText'
import { TextInput } from '../../components/FormField'
import { PasswordInput } from '../../components/PasswordInput'

interface SignInFormProps {
  /** The username that is not offered among the recent ones: the person who is signed in now. */
  readonly except?: string
  readonly onSignedIn?: () => void
}

/** Who, and their password. Those who last signed in here are a button each: then only the password is typed. */
export function SignInForm({ except, onSignedIn }: SignInFormProps) {
  const { t } = useTranslation()
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [missing, setMissing] = useState(false)
  const usernameField = useRef<HTMLInputElement>(null)
  const passwordField = useRef<HTMLInputElement>(null)
  const recent = useQuery(api.staff.recentAtThisDesk.queryOptions())
  const offered = recent.data?.filter((person) => person.username !== except) ?? []

  const signIn = useMutation(
    api.staff.signIn.mutationOptions({
      onMutate: lockIsTold,
      onSuccess: (session) => {
        takeSession(session)
        void recent.refetch()
        onSignedIn?.()
      },
      onError: () => {
        setPassword('')
        passwordField.current?.focus()
      },
    }),
  )

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const first = username.trim() === '' ? usernameField : password === '' ? passwordField : null
    setMissing(first !== null)
    if (first !== null) first.current?.focus()
    else signIn.mutate({ username, password })
  }

  const missingText = (value: string) =>
    missing && value.trim() === '' ? t('common:fieldProblem.required') : undefined

  return (
    <Box component="form" noValidate onSubmit={submit}>
      <ErrorText error={signIn.error} />
      {offered.length > 0 && (
        <Box role="group" aria-labelledby="recent-people" sx={{ mb: 2 }}>
          <Typography id="recent-people" sx={{ fontWeight: 600, mb: 0.5 }}>
            {t('system:signIn.recent')}
          </Typography>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
            {offered.map((person) => (
              <Button
                key={person.username}
                variant={person.username === username ? 'contained' : 'outlined'}
                aria-pressed={person.username === username}
                startIcon={<PersonIcon />}
                onClick={() => {
                  setUsername(person.username)
                  passwordField.current?.focus()
                }}
              >
                {person.name}
              </Button>
            ))}
          </Box>
        </Box>
      )}
      <TextInput
        id="username"
        ref={usernameField}
        label={t('system:signIn.username')}
        autoComplete="username"
        autoFocus
        value={username}
        error={missingText(username)}
        onChange={(event) => setUsername(event.target.value)}
      />
      <PasswordInput
        id="password"
        ref={passwordField}
        label={t('system:signIn.password')}
        autoComplete="current-password"
        value={password}
        error={missingText(password)}
        onChange={(event) => setPassword(event.target.value)}
      />
      <Button type="submit" variant="contained" fullWidth loading={signIn.isPending}>
        {t('system:signIn.submit')}
      </Button>
    </Box>
  )
}
