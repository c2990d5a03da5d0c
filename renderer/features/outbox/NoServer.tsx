import Alert from '@mui/material/Alert'
import Link from '@mui/material/Link'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../app/session'

/** Says calmly that messages wait because no SMTP server is set, and what to do about it. */
export function NoServer() {
  const { t } = useTranslation()
  const may = useMay()
  return (
    <Alert severity="info" sx={{ mb: 2 }}>
      {t('outbox:noServer.text')}{' '}
      {may('administrator') ? (
        <Link href="#/settings">{t('outbox:noServer.toSettings')}</Link>
      ) : (
        t('outbox:noServer.askAdministrator')
      )}
    </Alert>
  )
}
