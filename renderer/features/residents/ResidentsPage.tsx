import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../app/format'
import { KeyHint } from '../../components/KeyHint'
import { Page } from '../../components/Page'
import { Section } from '../../components/Section'
import { useOpenedLately } from './lately'

const kinds = ['name', 'address', 'phone', 'email', 'birthDate', 'code', 'lease'] as const

/** What the search field finds residents by, and whom this person opened lately. */
export function ResidentsPage() {
  const { t } = useTranslation()
  return (
    <Page title={t('residents:title')} windowTitle={t('residents:title')} width="text">
      <Typography sx={{ mb: 2 }}>
        {t('residents:help.intro')}
        <KeyHint keys="/" />
        <KeyHint keys="Ctrl+K" />
      </Typography>
      <OpenedLately />
      <Section title={t('residents:help.title')}>
        <Box
          component="dl"
          sx={{ m: 0, display: 'grid', gridTemplateColumns: '180px 1fr', columnGap: 2, rowGap: 1 }}
        >
          {kinds.map((kind) => (
            <Box key={kind} sx={{ display: 'contents' }}>
              <Typography component="dt" sx={{ fontWeight: 600 }}>
                {t(`residents:help.${kind}.name`)}
              </Typography>
              <Box component="dd" sx={{ m: 0 }}>
                <Typography>{t(`residents:help.${kind}.text`)}</Typography>
                <Typography color="text.secondary">
                  {t('residents:help.example', { example: t(`residents:help.${kind}.example`) })}
                </Typography>
              </Box>
            </Box>
          ))}
        </Box>
        <Typography sx={{ mt: 2 }}>{t('residents:help.together')}</Typography>
        <Typography sx={{ mt: 1 }}>{t('residents:help.hidden')}</Typography>
      </Section>
    </Page>
  )
}

function OpenedLately() {
  const { t } = useTranslation()
  const format = useFormat()
  const opened = useOpenedLately()
  return (
    <Section title={t('residents:lately.title')}>
      {opened.length === 0 ? (
        <Typography color="text.secondary">{t('residents:lately.none')}</Typography>
      ) : (
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {opened.map(({ id, name, birthDate }) => (
            <Box component="li" key={id} sx={{ py: 0.5 }}>
              <Link href={`#/residents/${id}`}>{name}</Link>
              {birthDate !== null && (
                <Typography component="span" color="text.secondary" sx={{ ml: 1 }}>
                  {t('residents:bornOn', { day: format.day(birthDate) })}
                </Typography>
              )}
            </Box>
          ))}
        </Box>
      )}
    </Section>
  )
}
