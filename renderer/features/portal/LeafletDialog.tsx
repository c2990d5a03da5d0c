import PrintIcon from '@mui/icons-material/Print'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '#shared/contract/base'
import { api } from '../../app/client'
import { useShortcut } from '../../app/shortcuts'
import { ErrorText } from '../../components/ErrorText'
import { SelectInput } from '../../components/FormField'
import { KeyHint } from '../../components/KeyHint'
import { LinesSkeleton } from '../../components/Skeletons'
import { languageNames } from '../../i18n'
import { pdfAddress } from './pdf'

const languages = ['fi', 'sv', 'en'] as const satisfies readonly Language[]

/** The language of the leaflet for a resident: their own when there is one, otherwise English. */
export const leafletLanguage = (residentLanguage: string): Language =>
  languages.find((language) => language === residentLanguage) ?? 'en'

interface LeafletDialogProps {
  readonly language: Language
  readonly onClose: () => void
}

/** The leaflet with the steps, to look at and to print. It has no name on it. */
export function LeafletDialog({ language: first, onClose }: LeafletDialogProps) {
  const { t } = useTranslation()
  const id = useId()
  const frame = useRef<HTMLIFrameElement>(null)
  const [language, setLanguage] = useState(first)
  const query = useQuery(api.portal.leaflet.queryOptions({ input: { language } }))
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    if (query.data === undefined) return
    const made = pdfAddress(query.data.pdfBase64)
    setAddress(made)
    return () => {
      setAddress(null)
      URL.revokeObjectURL(made)
    }
  }, [query.data])
  const print = () => frame.current?.contentWindow?.print()
  useShortcut('ctrl+p', print, { inDialog: true, enabled: address !== null })
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
        <ErrorText error={query.error} onRetry={() => void query.refetch()} />
        {address === null ? (
          !query.isError && <LinesSkeleton lines={6} />
        ) : (
          <Box
            component="iframe"
            ref={frame}
            src={address}
            title={t('portal:leaflet.title')}
            sx={{ width: '100%', height: '50vh', border: 1, borderColor: 'divider' }}
          />
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('portal:leaflet.close')}</Button>
        <Button
          variant="contained"
          startIcon={<PrintIcon />}
          disabled={address === null}
          autoFocus
          onClick={print}
          aria-keyshortcuts="Control+P"
        >
          {t('portal:leaflet.print')}
          <KeyHint keys="Ctrl+P" />
        </Button>
      </DialogActions>
    </Dialog>
  )
}
