import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '#shared/contract/base'
import { api } from '../../app/client'
import { ErrorText } from '../../components/ErrorText'
import { SelectInput } from '../../components/FormField'
import { PdfButtons } from '../../components/PdfButtons'
import { PdfView } from '../../components/PdfView'
import { usePdf } from '../../components/usePdf'
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
  const pdf = usePdf(leaflet.data?.pdfBase64)
  return (
    <Dialog
      open
      onClose={onClose}
      aria-labelledby={`${id}-title`}
      fullWidth
      maxWidth="md"
      slotProps={{ paper: { sx: { height: '100%' } } }}
    >
      <DialogTitle id={`${id}-title`}>{t('portal:leaflet.title')}</DialogTitle>
      <DialogContent sx={{ display: 'flex', flexDirection: 'column' }}>
        <SelectInput
          id={`${id}-language`}
          label={t('portal:leaflet.language')}
          value={language}
          width={240}
          onChange={(event) => setLanguage(event.target.value as Language)}
          options={languages.map((value) => ({ value, text: languageNames[value] }))}
        />
        <ErrorText error={leaflet.error} onRetry={() => void leaflet.refetch()} />
        {leaflet.error === null && <PdfView pdf={pdf} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('portal:leaflet.close')}</Button>
        <PdfButtons pdf={pdf} fileName={`${t('portal:leaflet.fileName')}-${language}.pdf`} />
      </DialogActions>
    </Dialog>
  )
}
