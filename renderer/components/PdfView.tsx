import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { visuallyHidden } from '../app/theme'
import type { PdfPage } from './pdfReader'
import { LinesSkeleton } from './Skeletons'
import type { Pdf } from './usePdf'
import { useTakesFreeFocus } from './useTakesFreeFocus'

const watchResize = (listener: () => void) => {
  window.addEventListener('resize', listener)
  return () => window.removeEventListener('resize', listener)
}

/** Pixels of the screen in a CSS pixel. Zooming, and moving to another screen, changes it and the window's size. */
const usePixelRatio = () => useSyncExternalStore(watchResize, () => window.devicePixelRatio)

interface SheetProps {
  readonly page: PdfPage
  readonly onFail: () => void
}

/** A page as it will be on paper, in its own size where there is room; its words are there to be listened to. */
function Sheet({ page, onFail }: SheetProps) {
  const picture = useRef<HTMLDivElement>(null)
  const ratio = usePixelRatio()
  useEffect(() => {
    let gone = false
    page.draw(Math.round(page.width * ratio), 'display').then(
      (canvas) => {
        if (!gone) picture.current?.replaceChildren(canvas)
      },
      () => {
        if (!gone) onFail()
      },
    )
    return () => {
      gone = true
    }
  }, [page, ratio, onFail])
  return (
    <Box
      sx={{
        position: 'relative',
        width: page.width,
        maxWidth: '100%',
        aspectRatio: `${page.width} / ${page.height}`,
        mx: 'auto',
        my: 1,
        bgcolor: '#fff',
        boxShadow: 2,
        '& canvas': { display: 'block', width: '100%', height: '100%' },
      }}
    >
      <div ref={picture} aria-hidden />
      <Box lang={page.language} sx={{ ...visuallyHidden, whiteSpace: 'pre-line' }}>
        {page.text}
      </Box>
    </Box>
  )
}

function Unreadable({ onRetry }: { readonly onRetry: () => void }) {
  const { t } = useTranslation()
  const button = useTakesFreeFocus<HTMLButtonElement>()
  return (
    <Alert
      severity="error"
      action={
        <Button ref={button} color="inherit" onClick={onRetry} sx={{ whiteSpace: 'nowrap' }}>
          {t('common:action.retry')}
        </Button>
      }
    >
      {t('common:pdf.unreadable')}
    </Alert>
  )
}

/**
 * Shows a PDF in a field that scrolls, as high as what surrounds it lets it be. All PDF files of the program are shown so
 * and printed by `PdfButtons`, on both hosts: the security policy refuses frames, and with them the browser's own viewer.
 */
export function PdfView({ pdf }: { readonly pdf: Pdf }) {
  const { t } = useTranslation()
  if (pdf.failed) return <Unreadable onRetry={pdf.retry} />
  return (
    <Box
      role="region"
      aria-label={t('common:pdf.preview')}
      // What scrolls has to be reached by the keyboard.
      tabIndex={0}
      sx={{
        flex: 1,
        minHeight: 240,
        overflow: 'auto',
        border: 1,
        borderColor: 'divider',
        bgcolor: 'divider',
      }}
    >
      {pdf.document === null ? (
        <Box sx={{ width: 794, maxWidth: '100%', mx: 'auto', my: 1, p: 6, bgcolor: 'background.paper' }}>
          <LinesSkeleton lines={12} />
        </Box>
      ) : (
        pdf.document.pages.map((page, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pages of a document never move
          <Sheet key={index} page={page} onFail={pdf.fail} />
        ))
      )}
    </Box>
  )
}
