import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Page } from '../../components/Page'

/** An address that has no page, or whose page this person has no use for. */
export function NoSuchPage() {
  const { t } = useTranslation()
  const title = t('system:noSuchPage.title')
  return (
    <Page title={title} windowTitle={title} width="text">
      <Typography sx={{ mb: 2 }}>{t('system:noSuchPage.text')}</Typography>
      <Link href="/">{t('system:noSuchPage.toToday')}</Link>
    </Page>
  )
}
