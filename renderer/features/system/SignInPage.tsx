import Alert from '@mui/material/Alert'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../app/client'
import { LossBar } from '../../app/LossBar'
import { loadPages } from '../../app/Pages'
import { OutsidePage } from './OutsidePage'
import { SignInForm } from './SignInForm'

/** Signing in at this desk. */
export function SignInPage() {
  const { t } = useTranslation()
  const status = useQuery(api.system.status.queryOptions())
  useEffect(() => {
    // While the password is typed.
    const waiting = requestIdleCallback(() => {
      // What cannot be loaded now is told when it is to be shown.
      loadPages().catch(() => undefined)
    })
    return () => cancelIdleCallback(waiting)
  }, [])
  return (
    <OutsidePage title={t('system:signIn.title')}>
      <LossBar />
      {status.data?.register === 'practice' && (
        <Alert severity="warning" sx={{ mb: 2 }}>
          {t('common:practice.long')}
        </Alert>
      )}
      <SignInForm />
    </OutsidePage>
  )
}
