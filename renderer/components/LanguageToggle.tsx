import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import { useTranslation } from 'react-i18next'
import type { Language } from '#shared/contract/base'
import { languageNames, languages } from '../i18n/index'

interface LanguageToggleProps {
  readonly value: Language
  readonly onChange: (language: Language) => void
}

/** In which language something is read out, which need not be the program's. */
export function LanguageToggle({ value, onChange }: LanguageToggleProps) {
  const { t } = useTranslation()
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      value={value}
      aria-label={t('common:language')}
      onChange={(_, chosen: Language | null) => {
        if (chosen !== null) onChange(chosen)
      }}
    >
      {languages.map((each) => (
        <ToggleButton
          key={each}
          value={each}
          lang={each}
          sx={{ py: 0.25, textTransform: 'none', color: 'text.primary' }}
        >
          {languageNames[each]}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
