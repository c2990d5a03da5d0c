import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '#shared/contract/base'
import { api } from '../../app/client'
import { SelectInput } from '../../components/FormField'
import { PdfDialog } from '../../components/PdfDialog'
import { languageNames, languages } from '../../i18n'

/** The language of the leaflet for a resident: their own when there is one, otherwise English. */
export const leafletLanguage = (residentLanguage: string): Language =>
  languages.find((language) => language === residentLanguage) ?? 'en'

interface LeafletDialogProps {
  readonly language: Language
  readonly onClose: () => void
}

/** The leaflet with the steps, to look at, to print and to save. It has no name on it. */
export function LeafletDialog({ language: first, onClose }: LeafletDialogProps) {
  const { t } = useTranslation()
  const id = useId()
  const [language, setLanguage] = useState(first)
  // The leaflet of a version of the program does not change: read again, it would only flicker.
  const leaflet = useQuery(api.portal.leaflet.queryOptions({ input: { language }, staleTime: 'static' }))
  return (
    <PdfDialog
      title={t('portal:leaflet.title')}
      read={leaflet}
      fileName={`${t('portal:leaflet.fileName')}-${language}.pdf`}
      close={t('portal:leaflet.close')}
      onClose={onClose}
    >
      <SelectInput
        id={`${id}-language`}
        label={t('portal:leaflet.language')}
        value={language}
        width={240}
        onChange={(event) => setLanguage(event.target.value as Language)}
        options={languages.map((value) => ({ value, text: languageNames[value] }))}
      />
    </PdfDialog>
  )
}
