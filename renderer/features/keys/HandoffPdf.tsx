import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '#shared/contract/base'
import { api } from '../../app/client'
import { SelectInput } from '../../components/FormField'
import { KeyHint } from '../../components/KeyHint'
import { PdfDialog } from '../../components/PdfDialog'
import { languageNames, languages } from '../../i18n/index'

type Papers = 'instructions' | 'receipt' | 'reminderLetter'

interface HandoffPdfProps {
  readonly handoff: { readonly id: string; readonly version: number }
  readonly what: Papers
  /** The language that it is shown in first: that of whoever gets it. */
  readonly language: Language
  readonly onClose: () => void
}

/** A paper of a hand-off in the language of whoever gets it, to look at, to print and to save. */
export function HandoffPdf({ handoff, what, language: theirs, onClose }: HandoffPdfProps) {
  const { t } = useTranslation()
  const [language, setLanguage] = useState<Language>(theirs)
  const paper = useQuery({
    ...api.keys[what].queryOptions({ input: { id: handoff.id, language } }),
    staleTime: 'static',
    gcTime: 0,
  })
  return (
    <PdfDialog
      title={t(`keys:paper.${what}`)}
      read={paper}
      fileName={`${t(`keys:paper.file.${what}`)}.pdf`}
      close={
        <>
          {t('keys:paper.close')}
          <KeyHint keys="Esc" />
        </>
      }
      onClose={onClose}
    >
      <SelectInput
        id="paper-language"
        label={t('common:language')}
        value={language}
        width={240}
        onChange={(event) => setLanguage(languages.find((each) => each === event.target.value) ?? language)}
        options={languages.map((value) => ({ value, text: languageNames[value] }))}
      />
    </PdfDialog>
  )
}
