import Alert from '@mui/material/Alert'
import { useTranslation } from 'react-i18next'
import type { AppointmentPage } from '#shared/contract/appointments'

/** Says that the visit has just been booked, and how the customer gets to know it. */
export function BookedNotice({ page }: { readonly page: AppointmentPage }) {
  const { t } = useTranslation()
  const written = page.messages.length > 0
  return (
    <Alert severity="success" sx={{ mb: 2 }}>
      {!written
        ? t('appointments:page.bookedSlip')
        : page.mailConfigured
          ? t('appointments:page.bookedMail')
          : t('appointments:page.bookedWaits')}
    </Alert>
  )
}
