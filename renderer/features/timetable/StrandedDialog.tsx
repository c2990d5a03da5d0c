import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { StrandedAppointment } from '#shared/contract/timetable'
import { ConfirmDialog } from '../../components/ConfirmDialog'
import { StrandedList } from './StrandedList'

interface StrandedDialogProps {
  readonly stranded: readonly StrandedAppointment[]
  readonly busy: boolean
  readonly onConfirm: () => void
  readonly onCancel: () => void
}

/** Asks before a change that takes the time of appointments away. */
export function StrandedDialog({ stranded, busy, onConfirm, onCancel }: StrandedDialogProps) {
  const { t } = useTranslation()
  return (
    <ConfirmDialog
      open
      title={t('timetable:stranded.ask', { count: stranded.length })}
      confirm={t('timetable:stranded.saveAnyway')}
      danger
      busy={busy}
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      <Typography sx={{ mb: 1.5 }}>{t('timetable:stranded.stay')}</Typography>
      <StrandedList stranded={stranded} linked={false} />
    </ConfirmDialog>
  )
}
