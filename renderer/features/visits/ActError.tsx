import Alert from '@mui/material/Alert'
import { useTranslation } from 'react-i18next'
import { isNamed } from '../../app/errors'
import { ErrorText } from '../../components/ErrorText'

/** Why something was not done with a visit. That somebody else was first is nobody's mistake, and is said as it is. */
export function ActError({ error }: { readonly error: unknown }) {
  const { t } = useTranslation()
  if (!isNamed(error ?? null, 'CHANGED_MEANWHILE')) return <ErrorText error={error} />
  return (
    <Alert severity="warning" sx={{ mb: 2 }}>
      {t('visits:meanwhile')}
    </Alert>
  )
}
