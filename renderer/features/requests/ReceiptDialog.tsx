import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '#shared/contract/base'
import type { RequestPage } from '#shared/contract/requests'
import { api } from '../../app/client'
import { useFormat } from '../../app/format'
import { SelectInput } from '../../components/FormField'
import { KeyHint } from '../../components/KeyHint'
import { PdfDialog } from '../../components/PdfDialog'
import { languageNames, languages } from '../../i18n/index'

interface ReceiptDialogProps {
  readonly request: RequestPage
  readonly onClose: () => void
}

/** The receipt for whoever asked, in the language they read, to look at, to print and to save. */
export function ReceiptDialog({ request, onClose }: ReceiptDialogProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const [language, setLanguage] = useState<Language>(format.language)
  const receipt = useQuery(
    api.requests.receipt.queryOptions({
      input: { id: request.id, language },
      staleTime: 'static',
      gcTime: 0,
    }),
  )
  return (
    <PdfDialog
      title={t('requests:action.receipt')}
      read={receipt}
      fileName={`${t('requests:receipt.fileName')}.pdf`}
      close={
        <>
          {t('requests:receipt.close')}
          <KeyHint keys="Esc" />
        </>
      }
      onClose={onClose}
    >
      <SelectInput
        id="receipt-language"
        label={t('common:language')}
        value={language}
        width={240}
        onChange={(event) => setLanguage(languages.find((each) => each === event.target.value) ?? language)}
        options={languages.map((value) => ({ value, text: languageNames[value] }))}
      />
    </PdfDialog>
  )
}
