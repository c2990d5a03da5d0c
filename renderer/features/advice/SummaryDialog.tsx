import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AdviceFigures } from '#shared/contract/advice'
import type { Language } from '#shared/contract/base'
import { api } from '../../app/client'
import { useFormat } from '../../app/format'
import { CopyButton } from '../../components/CopyButton'
import { SelectInput } from '../../components/FormField'
import { KeyHint } from '../../components/KeyHint'
import { PdfDialog } from '../../components/PdfDialog'
import { languageNames, languages } from '../../i18n/index'

interface SummaryDialogProps {
  readonly figures: AdviceFigures
  readonly onClose: () => void
}

/** What was told, in the language the applicant reads, to print, to save and to copy. Nothing of it is stored. */
export function SummaryDialog({ figures, onClose }: SummaryDialogProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const [language, setLanguage] = useState<Language>(format.language)
  const summary = useQuery(
    api.advice.summary.queryOptions({ input: { language, figures }, staleTime: 'static', gcTime: 0 }),
  )
  return (
    <PdfDialog
      title={t('advice:summary.title')}
      read={summary}
      fileName={`${t('advice:summary.fileName')}-${language}.pdf`}
      close={
        <>
          {t('advice:summary.close')}
          <KeyHint keys="Esc" />
        </>
      }
      onClose={onClose}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, alignItems: 'center' }}>
        <Box sx={{ width: 240 }}>
          <SelectInput
            id="advice-language"
            label={t('common:language')}
            value={language}
            onChange={(event) =>
              setLanguage(languages.find((each) => each === event.target.value) ?? language)
            }
            options={languages.map((value) => ({ value, text: languageNames[value] }))}
          />
        </Box>
        {summary.data && <CopyButton text={summary.data.text} />}
        <Typography variant="body2" color="textSecondary" sx={{ flex: '1 1 260px' }}>
          {t('advice:summary.note')}
        </Typography>
      </Box>
    </PdfDialog>
  )
}
