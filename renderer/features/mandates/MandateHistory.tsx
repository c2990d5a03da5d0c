import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { MandatePage } from '#shared/contract/mandateViews'
import { useFormat } from '../../app/format'
import { Section } from '../../components/Section'
import { eventWords } from './eventWords'

/** Everything that was done with a power and asked about it, the newest first: when, what and who. */
export function MandateHistory({ history }: Pick<MandatePage, 'history'>) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Section title={t('mandates:history')}>
      <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {history.map((event, at) => (
          <Typography
            component="li"
            variant="body2"
            // biome-ignore lint/suspicious/noArrayIndexKey: two things can be done in the same moment
            key={`${event.at.getTime()} ${at}`}
            sx={{
              display: 'grid',
              gridTemplateColumns: '140px minmax(0, 1fr) auto',
              columnGap: 2,
              py: 0.5,
              borderBottom: 1,
              borderColor: 'divider',
            }}
          >
            <span>{format.dateTime(event.at)}</span>
            <Box sx={{ overflowWrap: 'anywhere' }}>{eventWords(t, event.what, event.detail)}</Box>
            <Box component="span" sx={{ color: 'text.secondary' }}>
              {event.by}
            </Box>
          </Typography>
        ))}
      </Box>
    </Section>
  )
}
