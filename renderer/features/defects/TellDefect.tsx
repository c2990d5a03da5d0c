import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '#shared/contract/base'
import { api } from '../../app/client'
import { useFormat } from '../../app/format'
import { CopyButton } from '../../components/CopyButton'
import { ErrorText } from '../../components/ErrorText'
import { LanguageToggle } from '../../components/LanguageToggle'
import { Section } from '../../components/Section'
import { LinesSkeleton } from '../../components/Skeletons'

/** What the resident is told of a defect, to read aloud, in the language that they speak. */
export function TellDefect({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [language, setLanguage] = useState<Language>(format.language)
  const tell = useQuery(api.defects.tell.queryOptions({ input: { id, language } }))
  return (
    <Section
      title={t('defects:tell.title')}
      actions={<LanguageToggle value={language} onChange={setLanguage} />}
    >
      <ErrorText error={tell.error} onRetry={() => void tell.refetch()} />
      {tell.data ? (
        <Box>
          <Typography lang={language} sx={{ whiteSpace: 'pre-line', fontSize: 18, maxWidth: 720, mb: 1 }}>
            {tell.data.text}
          </Typography>
          <CopyButton key={tell.data.text} text={tell.data.text} />
        </Box>
      ) : (
        !tell.isError && <LinesSkeleton lines={3} />
      )}
    </Section>
  )
}
