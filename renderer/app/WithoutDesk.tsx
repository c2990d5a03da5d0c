import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { OutsidePage } from '../features/system/OutsidePage'
import { errorName } from './errors'
import { queryClient } from './queryClient'

/** What is said when the page has come up but the desk behind it has not. */
export function WithoutDesk({ error }: { readonly error: unknown }) {
  const { t } = useTranslation()
  const { name } = errorName(error)
  if (name === 'notLaunched') {
    return (
      <OutsidePage title={t('system:notLaunched.title')}>
        <Typography sx={{ mb: 2 }}>{t('system:notLaunched.text')}</Typography>
        <Box component="ul" sx={{ pl: 3, m: 0 }}>
          <li>{t('system:notLaunched.icon')}</li>
          <li>
            {t('system:notLaunched.command')} <code>npm start -- --web</code>
          </li>
        </Box>
      </OutsidePage>
    )
  }
  return (
    <OutsidePage title={t('system:unreachable.title')}>
      <Alert severity="error" sx={{ mb: 2 }}>
        {t(`refusals:${name}`)}
      </Alert>
      <Typography sx={{ mb: 2 }}>{t('system:unreachable.text')}</Typography>
      <Button variant="contained" onClick={() => void queryClient.refetchQueries()}>
        {t('common:action.retry')}
      </Button>
    </OutsidePage>
  )
}
