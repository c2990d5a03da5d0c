import PrintIcon from '@mui/icons-material/Print'
import SaveAltIcon from '@mui/icons-material/SaveAlt'
import Button from '@mui/material/Button'
import CircularProgress from '@mui/material/CircularProgress'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcut } from '../app/shortcuts'
import { KeyHint } from './KeyHint'
import { printPdf } from './printPdf'
import type { Pdf } from './usePdf'
import { useTakesFreeFocus } from './useTakesFreeFocus'

interface PdfButtonsProps {
  readonly pdf: Pdf
  /** The name that a saved file gets. Never anything about a person. */
  readonly fileName: string
}

/** Saves and prints a PDF, in a dialog. The print button takes the focus once there is something to print. */
export function PdfButtons({ pdf, fileName }: PdfButtonsProps) {
  const { t } = useTranslation()
  return (
    <>
      <Button
        component="a"
        href={pdf.address ?? undefined}
        download={fileName}
        disabled={pdf.address === null}
        variant="outlined"
        startIcon={<SaveAltIcon />}
      >
        {t('common:pdf.save')}
      </Button>
      <PrintButton pdf={pdf} />
    </>
  )
}

function PrintButton({ pdf: { document, fail } }: { readonly pdf: Pdf }) {
  const { t } = useTranslation()
  const [printing, setPrinting] = useState(false)
  const ready = document !== null
  const button = useTakesFreeFocus<HTMLButtonElement>(ready)
  useEffect(() => {
    if (!printing || document === null) return
    const controller = new AbortController()
    const { signal } = controller
    printPdf(document, signal)
      .catch(() => {
        if (!signal.aborted) fail()
      })
      .finally(() => {
        if (!signal.aborted) setPrinting(false)
      })
    return () => controller.abort()
  }, [printing, document, fail])
  const print = () => setPrinting(ready)
  // Before there is something to print as well: the browser's own print would give what is behind the dialog.
  useShortcut('ctrl+p', print, { inDialog: true })
  return (
    <Button
      ref={button}
      variant="contained"
      disabled={!ready}
      // Not MUI's `loading`, which disables the button and so loses the focus.
      startIcon={printing ? <CircularProgress size={20} color="inherit" aria-hidden /> : <PrintIcon />}
      onClick={print}
      aria-keyshortcuts="Control+P"
    >
      {t('common:pdf.print')}
      <KeyHint keys="Ctrl+P" />
    </Button>
  )
}
