import TvIcon from '@mui/icons-material/TvOutlined'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'

/** Opens the waiting room's board beside the program: a browser opens a window for it, the desktop program its own. */
export function BoardButton() {
  const { t } = useTranslation()
  return (
    <Button
      variant="outlined"
      startIcon={<TvIcon />}
      onClick={() => window.open('/board', '_blank', 'noopener')}
    >
      {t('visits:board')}
    </Button>
  )
}
