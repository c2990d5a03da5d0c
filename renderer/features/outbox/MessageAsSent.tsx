import EventIcon from '@mui/icons-material/EventOutlined'
import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Language } from '#shared/contract/base'

interface MessageAsSentProps {
  readonly subject: string
  readonly text: string
  readonly hasCalendarEntry: boolean
  readonly language: Language
}

/** The message itself, word for word. */
export function MessageAsSent({ subject, text, hasCalendarEntry, language }: MessageAsSentProps) {
  const { t } = useTranslation()
  return (
    <Paper component="section" variant="outlined" aria-label={t('outbox:asSent')} sx={{ mt: 2, p: 2 }}>
      <Typography variant="h3" lang={language} sx={{ mb: 1, overflowWrap: 'anywhere' }}>
        {subject}
      </Typography>
      <Typography lang={language} sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {text}
      </Typography>
      {hasCalendarEntry && (
        <Box sx={{ mt: 2, display: 'flex', alignItems: 'center', gap: 1 }}>
          <EventIcon fontSize="small" aria-hidden />
          <Typography variant="body2">{t('outbox:calendarEntry')}</Typography>
        </Box>
      )}
    </Paper>
  )
}
