import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import { useTranslation } from 'react-i18next'
import { chooseLanguage, languageNames, languages } from '../../i18n/index'

/** The languages by their own names, on the dark bar of the pages before the frame. */
export function LanguageChoice() {
  const { t, i18n } = useTranslation()
  return (
    <Box role="group" aria-label={t('common:language')} sx={{ display: 'flex', gap: 0.5 }}>
      {languages.map((language) => (
        <ButtonBase
          key={language}
          lang={language}
          aria-pressed={i18n.language === language}
          onClick={() => void chooseLanguage(language)}
          sx={{
            px: 1.5,
            minHeight: 36,
            fontSize: 16,
            borderBottom: '3px solid transparent',
            '&[aria-pressed=true]': { borderBottomColor: '#ffffff', fontWeight: 600 },
            '&:focus-visible': { outlineColor: '#ffffff' },
          }}
        >
          {languageNames[language]}
        </ButtonBase>
      ))}
    </Box>
  )
}
