import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { KeyHint } from '../../components/KeyHint'
import { Section } from '../../components/Section'

/** How a resident is found: from anywhere, with a few letters of what one knows. */
export function SearchHelp() {
  const { t } = useTranslation()
  return (
    <Section title={t('system:search.title')}>
      <Typography sx={{ mb: 1 }}>
        {t('system:search.keys')}
        <KeyHint keys="Ctrl+K" />
        <KeyHint keys="/" />
      </Typography>
      <Typography sx={{ mb: 1 }}>{t('system:search.what')}</Typography>
      <Box component="ul" sx={{ m: 0, pl: 3 }}>
        {(['name', 'code', 'phone', 'lease'] as const).map((example) => (
          <li key={example}>{t(`system:search.${example}`)}</li>
        ))}
      </Box>
    </Section>
  )
}
