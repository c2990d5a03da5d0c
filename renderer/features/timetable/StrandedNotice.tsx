import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StrandedAppointment } from '#shared/contract/timetable'
import { StrandedList } from './StrandedList'

interface StrandedNoticeProps {
  readonly stranded: readonly StrandedAppointment[]
  /** Whether the list is open at first. Default no: it is long, and the page has other business. */
  readonly open?: boolean
}

/** How many appointments have a time that is not there any more, and which; each is moved on its own page. */
export function StrandedNotice({ stranded, open = false }: StrandedNoticeProps) {
  const { t } = useTranslation()
  const [shown, setShown] = useState(open)
  return (
    <Alert
      severity="warning"
      sx={{ mb: 2, '& .MuiAlert-message': { flex: 1 } }}
      action={
        <Button color="inherit" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {shown ? t('timetable:stranded.hide') : t('timetable:stranded.show')}
        </Button>
      }
    >
      <AlertTitle sx={{ mb: shown ? 1 : 0 }}>
        {t('timetable:stranded.title', { count: stranded.length })}
      </AlertTitle>
      {shown && <StrandedList stranded={stranded} linked />}
    </Alert>
  )
}
