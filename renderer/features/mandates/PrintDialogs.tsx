import { useQuery } from '@tanstack/react-query'
import { type ComponentProps, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '#shared/contract/base'
import type { MandateToSign } from '#shared/contract/mandateViews'
import { api } from '../../app/client'
import { SelectInput } from '../../components/FormField'
import { KeyHint } from '../../components/KeyHint'
import { PdfDialog } from '../../components/PdfDialog'
import { languageNames, languages } from '../../i18n'

/** The language of a paper for a resident: their own when the paper is there in it, otherwise English. */
export const paperLanguage = (residentLanguage: string): Language =>
  languages.find((language) => language === residentLanguage) ?? 'en'

// Read once for as long as the dialog is open: read again, it would flicker and be another look at the resident.
const once = { staleTime: 'static', gcTime: 0 } as const

interface DialogProps {
  readonly language: Language
  readonly onClose: () => void
}

/** The form of a power with nothing written on it. */
export function BlankFormDialog({ language: first, onClose }: DialogProps) {
  const [language, setLanguage] = useState(first)
  const read = useQuery(api.mandates.blankForm.queryOptions({ input: { language }, ...once }))
  return (
    <PaperDialog kind="blank" read={read} language={language} onLanguage={setLanguage} onClose={onClose} />
  )
}

interface FormDialogProps extends DialogProps {
  readonly residentId: string
  readonly content: MandateToSign
}

/** The form of a power with what was typed, to be signed. */
export function FormDialog({ language: first, residentId, content, onClose }: FormDialogProps) {
  const [language, setLanguage] = useState(first)
  const read = useQuery(
    api.mandates.form.queryOptions({ input: { residentId, language, ...content }, ...once }),
  )
  return (
    <PaperDialog kind="form" read={read} language={language} onLanguage={setLanguage} onClose={onClose} />
  )
}

/** The grantor's receipt for a power. */
export function ReceiptDialog({ language: first, id, onClose }: DialogProps & { readonly id: string }) {
  const [language, setLanguage] = useState(first)
  const read = useQuery(api.mandates.receipt.queryOptions({ input: { id, language }, ...once }))
  return (
    <PaperDialog kind="receipt" read={read} language={language} onLanguage={setLanguage} onClose={onClose} />
  )
}

interface PaperDialogProps extends DialogProps {
  readonly kind: 'blank' | 'form' | 'receipt'
  readonly read: ComponentProps<typeof PdfDialog>['read']
  readonly onLanguage: (language: Language) => void
}

function PaperDialog({ kind, read, language, onLanguage, onClose }: PaperDialogProps) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <PdfDialog
      title={t(`mandates:print.${kind}Title`)}
      read={read}
      fileName={`${t(`mandates:print.${kind}File`)}-${language}.pdf`}
      close={
        <>
          {t('mandates:print.close')}
          <KeyHint keys="Esc" />
        </>
      }
      onClose={onClose}
    >
      <SelectInput
        id={`${id}-language`}
        label={t('mandates:print.language')}
        value={language}
        width={240}
        onChange={(event) => onLanguage(event.target.value as Language)}
        options={languages.map((value) => ({ value, text: languageNames[value] }))}
      />
    </PdfDialog>
  )
}
