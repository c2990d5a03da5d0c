import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { facts } from '#shared/rules/facts'
import { linkLifetimeHours, portalPasswordRule } from '#shared/rules/portalRegistration'
import { Section } from '../../components/Section'

/** What staff tell the resident: the link's life, the password rule, what cannot be changed. */
export function Notes() {
  const { t } = useTranslation()
  const lines = [
    t('portal:notes.address', { address: facts.contactPoints.portal.address }),
    t('portal:notes.link', { hours: linkLifetimeHours }),
    t('portal:notes.office'),
    t('portal:notes.password', { length: portalPasswordRule.minLength }),
    t('portal:notes.username'),
    t('portal:notes.newEmail'),
    t('portal:notes.payments'),
  ]
  return (
    <Section title={t('portal:notes.title')}>
      <Typography sx={{ mb: 1 }}>{t('portal:notes.intro')}</Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {lines.map((line) => (
          <Typography component="li" key={line} sx={{ mb: 0.5 }}>
            {line}
          </Typography>
        ))}
      </Box>
    </Section>
  )
}
