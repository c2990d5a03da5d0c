import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../app/client'
import { CopyButton } from '../../components/CopyButton'

/** Why the wanted register cannot be put into this database, and how it gets one of its own. */
export function OtherFolder({ wanted }: { readonly wanted: 'real' | 'practice' }) {
  const { t } = useTranslation()
  const status = useQuery(api.system.status.queryOptions())
  const command = `npm start -- --data ${t('register:otherFolder.folder')}`
  return (
    <>
      <Typography>
        {wanted === 'real' ? t('refusals:practiceRegisterLoaded') : t('refusals:realRegisterLoaded')}
      </Typography>
      <Typography sx={{ mt: 1 }}>{t('register:otherFolder.how')}</Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, my: 0.5 }}>
        <Box
          component="code"
          sx={{
            px: 1,
            py: 0.5,
            border: 1,
            borderColor: 'divider',
            bgcolor: 'background.paper',
            color: 'text.primary',
          }}
        >
          {command}
        </Box>
        <CopyButton text={command} />
      </Box>
      {status.data !== undefined && (
        <Typography variant="body2">
          {t('register:otherFolder.present', { folder: status.data.dataDir })}
        </Typography>
      )}
    </>
  )
}
