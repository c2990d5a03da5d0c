import PrintIcon from '@mui/icons-material/Print'
import SaveAltIcon from '@mui/icons-material/SaveAlt'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '#shared/contract/base'
import { useShortcut } from '../../app/shortcuts'
import { ErrorText } from '../../components/ErrorText'
import { SelectInput } from '../../components/FormField'
import { KeyHint } from '../../components/KeyHint'
import { LinesSkeleton } from '../../components/Skeletons'
import { languageNames } from '../../i18n'
import { useTakesFocus } from '../residents/useTakesFocus'
import { useCanShowPdf, useLeaflet } from './useLeaflet'

const languages = ['fi', 'sv', 'en'] as const satisfies readonly Language[]

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
  const frame = useRef<HTMLIFrameElement>(null)
  const [language, setLanguage] = useState(first)
  const [byViewer, setByViewer] = useState(false)
  const { address, error, retry } = useLeaflet(language)
  const shown = useCanShowPdf()
  const print = () => {
    try {
      frame.current?.contentWindow?.print()
    } catch {
      // Newer browsers keep their PDF viewer to themselves: then its own button prints.
      setByViewer(true)
      frame.current?.focus()
    }
  }
  useShortcut('ctrl+p', print, { inDialog: true, enabled: shown && address !== null })
  return (
    <Dialog open onClose={onClose} aria-labelledby={`${id}-title`} fullWidth maxWidth="md">
      <DialogTitle id={`${id}-title`}>{t('portal:leaflet.title')}</DialogTitle>
      <DialogContent>
        <SelectInput
          id={`${id}-language`}
          label={t('portal:leaflet.language')}
          value={language}
          width={240}
          onChange={(event) => setLanguage(event.target.value as Language)}
          options={languages.map((value) => ({ value, text: languageNames[value] }))}
        />
        <ErrorText error={error} onRetry={retry} />
        {byViewer && (
          <Alert severity="info" sx={{ mb: 2 }}>
            {t('portal:leaflet.byViewer')}
          </Alert>
        )}
        {address === null && error === null && <LinesSkeleton lines={6} />}
        {address !== null && shown && (
          // Not sandboxed: browsers show no PDF in a sandboxed frame. The file is the desk's own.
          <Box
            component="iframe"
            ref={frame}
            src={address}
            title={t('portal:leaflet.title')}
            sx={{ width: '100%', height: '50vh', border: 1, borderColor: 'divider' }}
          />
        )}
        {address !== null && !shown && <Alert severity="info">{t('portal:leaflet.notShown')}</Alert>}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('portal:leaflet.close')}</Button>
        {address !== null && <SaveButton address={address} language={language} main={!shown} />}
        {address !== null && shown && <PrintButton onPrint={print} />}
      </DialogActions>
    </Dialog>
  )
}

interface SaveButtonProps {
  readonly address: string
  readonly language: Language
  /** Whether saving is the way to print here. */
  readonly main: boolean
}

function SaveButton({ address, language, main }: SaveButtonProps) {
  const { t } = useTranslation()
  const focused = useTakesFocus<HTMLAnchorElement>()
  return (
    <Button
      component="a"
      ref={main ? focused : undefined}
      href={address}
      download={`${t('portal:leaflet.fileName')}-${language}.pdf`}
      variant={main ? 'contained' : 'outlined'}
      startIcon={<SaveAltIcon />}
    >
      {t('portal:leaflet.save')}
    </Button>
  )
}

function PrintButton({ onPrint }: { readonly onPrint: () => void }) {
  const { t } = useTranslation()
  const focused = useTakesFocus<HTMLButtonElement>()
  return (
    <Button
      ref={focused}
      variant="contained"
      startIcon={<PrintIcon />}
      onClick={onPrint}
      aria-keyshortcuts="Control+P"
    >
      {t('portal:leaflet.print')}
      <KeyHint keys="Ctrl+P" />
    </Button>
  )
}
