import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../../components/ConfirmDialog'
import { FigureList } from './FigureList'
import { totalsOf } from './figures'
import type { Found } from './useImport'

interface ConfirmImportProps {
  readonly open: boolean
  readonly found: Found
  readonly onConfirm: () => void
  readonly onCancel: () => void
}

/** The last question before anything is written: the figures, and that it is all or nothing. */
export function ConfirmImport({ open, found, onConfirm, onCancel }: ConfirmImportProps) {
  const { t } = useTranslation()
  const { source, preview } = found
  return (
    <ConfirmDialog
      open={open}
      title={source.kind === 'practice' ? t('register:import.practiceTitle') : t('register:import.title')}
      confirm={t('register:import.confirm')}
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      <FigureList when="before" figures={totalsOf(preview)} />
      <Typography sx={{ mt: 1 }}>{t('register:import.allOrNothing')}</Typography>
      <Typography sx={{ mt: 1 }}>
        {source.kind === 'practice' ? t('register:import.staysPractice') : t('register:import.staysReal')}
      </Typography>
    </ConfirmDialog>
  )
}
