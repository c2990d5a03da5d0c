import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../app/format'
import { Section } from '../../components/Section'
import { type HistoryEvent, newestFirst } from './days'
import { type Told, toldBy } from './historyDetail'
import { useWhenText } from './whenText'

/** Everything that was done with a visit, the newest first: when, what, before and after, and who. */
export function AppointmentHistory({ history }: { readonly history: readonly HistoryEvent[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useToldWords()
  return (
    <Section title={t('appointments:history.title')}>
      <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {newestFirst(history).map((event) => (
          <Typography
            component="li"
            variant="body2"
            key={`${event.at.getTime()} ${event.what}`}
            sx={{
              display: 'grid',
              gridTemplateColumns: '150px minmax(0, 1fr) auto',
              columnGap: 2,
              py: 0.5,
              borderBottom: 1,
              borderColor: 'divider',
            }}
          >
            <span>{format.dateTime(event.at)}</span>
            <Box sx={{ overflowWrap: 'anywhere' }}>
              {[t(`appointments:history.what.${event.what}`), toldBy(event).map(words).join(', ')]
                .filter(Boolean)
                .join(': ')}
            </Box>
            <Box component="span" sx={{ color: 'text.secondary' }}>
              {event.by}
            </Box>
          </Typography>
        ))}
      </Box>
    </Section>
  )
}

/** Puts what an event tells into words, before → after where there is a before. */
function useToldWords() {
  const { t } = useTranslation()
  const when = useWhenText()
  const fromTo = (before: string | null, now: string) =>
    before === null ? now : t('appointments:history.moved', { before, after: now })
  return (told: Told): string => {
    switch (told.kind) {
      case 'time':
        return fromTo(told.before && when(told.before), when(told.now))
      case 'desk':
        return fromTo(
          told.before === null ? null : t('appointments:history.desk', { desk: told.before }),
          t('appointments:history.desk', { desk: told.now }),
        )
      case 'reason':
        return fromTo(t(`appointments:reason.${told.before}`), t(`appointments:reason.${told.now}`))
      case 'cancelledBy':
        return t(`appointments:history.by.${told.by}`)
      case 'field':
        return t(`appointments:history.fields.${told.field}`)
      case 'outcome':
        return t(`appointments:outcome.${told.outcome}`)
      case 'words':
        return told.words
    }
  }
}
