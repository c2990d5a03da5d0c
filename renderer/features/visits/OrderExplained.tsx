import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { lateMinutes } from '#shared/rules/arrival'
import { bookedInARow } from '#shared/rules/callNext'

const parts = ['transferred', 'booked', 'row', 'late', 'early'] as const

/** How the order of calling is decided (shared/rules/callNext), for who asks. */
export function OrderExplained() {
  const { t } = useTranslation()
  return (
    <Box component="details" sx={{ mt: 2 }}>
      <Box component="summary" sx={{ cursor: 'pointer', minHeight: 24, fontWeight: 600 }}>
        {t('visits:order.title')}
      </Box>
      <Box component="ol" sx={{ mt: 1, mb: 0, pl: 3 }}>
        {parts.map((part) => (
          <Typography component="li" key={part} sx={{ mb: 0.5 }}>
            {t(`visits:order.${part}`, { booked: bookedInARow, minutes: lateMinutes })}
          </Typography>
        ))}
      </Box>
    </Box>
  )
}
