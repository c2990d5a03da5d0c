import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { AppointmentPage } from '#shared/contract/appointments'
import { useFormat } from '../../app/format'
import { Section } from '../../components/Section'
import { newestFirst } from './days'

/** The messages about a visit, each with where it is and what is wrong with it. */
export function AppointmentMessages({ page }: { readonly page: AppointmentPage }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { messages, mailConfigured } = page
  return (
    <Section title={t('appointments:messages.title')}>
      {messages.length === 0 && (
        <Typography color="text.secondary">{t('appointments:messages.none')}</Typography>
      )}
      {messages.length > 0 && !mailConfigured && (
        <Typography sx={{ mb: 1 }}>{t('appointments:messages.notConfigured')}</Typography>
      )}
      {messages.length > 0 && (
        <>
          <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
            {newestFirst(messages).map(({ id, kind, state, problem, at }) => (
              <Typography
                component="li"
                variant="body2"
                key={id}
                sx={{
                  display: 'grid',
                  gridTemplateColumns: '150px minmax(0, 1fr)',
                  columnGap: 2,
                  py: 0.5,
                  borderBottom: 1,
                  borderColor: 'divider',
                }}
              >
                <span>{format.dateTime(at)}</span>
                <span>
                  {[
                    `${t(`appointments:messages.kind.${kind}`)}: ${t(`appointments:messages.state.${state}`)}`,
                    problem !== null && t(`appointments:messages.problem.${problem}`),
                  ]
                    .filter(Boolean)
                    .join(', ')}
                </span>
              </Typography>
            ))}
          </Box>
          <Typography sx={{ mt: 1 }}>
            <Link href="#/outbox">{t('appointments:messages.toOutbox')}</Link>
          </Typography>
        </>
      )}
    </Section>
  )
}
