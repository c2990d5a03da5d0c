import LockIcon from '@mui/icons-material/LockOutlined'
import SchoolIcon from '@mui/icons-material/SchoolOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Mark } from '../components/Mark'
import { SearchField } from '../features/residents/SearchField'
import { OpenNow } from '../features/system/OpenNow'
import { UserMenu } from '../features/system/UserMenu'
import { MyDesk } from '../features/visits/MyDesk'
import { api } from './client'
import { atCounter, serving, useMay } from './session'
import { lockNow } from './useIdleLock'

/** The bar on top: the search, whether we are open, where this is and who is here, and the lock. */
export function TopBar() {
  const { t } = useTranslation()
  const may = useMay()
  const status = useQuery(api.system.status.queryOptions())
  return (
    <Box
      component="header"
      sx={{
        minHeight: 64,
        px: 3,
        py: 0.5,
        display: 'flex',
        alignItems: 'center',
        flexWrap: { xs: 'wrap', lg: 'nowrap' },
        columnGap: 3,
        rowGap: 1,
        bgcolor: 'background.paper',
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      <Box sx={{ flex: '1 1 560px', minWidth: { xs: '100%', sm: 240 }, maxWidth: 560 }}>
        {may(...serving) && <SearchField />}
      </Box>
      {status.data?.register === 'practice' && (
        <Mark tone="warning" icon={<SchoolIcon />} label={t('common:practice.short')} />
      )}
      <Box sx={{ flexGrow: 1 }} />
      {may(...atCounter) && <MyDesk />}
      <OpenNow />
      <Box
        sx={{
          display: 'flex',
          flexDirection: 'column',
          alignItems: 'flex-start',
          minWidth: 0,
          flexShrink: 0,
        }}
      >
        <UserMenu />
        <Typography variant="caption" color="textSecondary" noWrap sx={{ px: 1, maxWidth: 200 }}>
          {status.data?.deskName}
        </Typography>
      </Box>
      <Button variant="outlined" startIcon={<LockIcon />} sx={{ flexShrink: 0 }} onClick={lockNow}>
        {t('common:action.lock')}
      </Button>
    </Box>
  )
}
