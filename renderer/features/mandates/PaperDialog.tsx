import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MandatePage } from '#shared/contract/mandateViews'
import { api } from '../../app/client'
import { ErrorText } from '../../components/ErrorText'
import { KeyHint } from '../../components/KeyHint'
import { PdfDialog } from '../../components/PdfDialog'
import { LinesSkeleton } from '../../components/Skeletons'

interface PaperDialogProps {
  readonly mandateId: string
  readonly paper: MandatePage['paperList'][number]
  readonly onClose: () => void
}

/** A signed paper to look at. It is in the memory of the page for as long as it is open. */
export function PaperDialog({ mandateId, paper, onClose }: PaperDialogProps) {
  const { t } = useTranslation()
  const read = useQuery(
    api.mandates.readPaper.queryOptions({
      input: { id: mandateId, paperId: paper.id },
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 0,
    }),
  )
  const { data, error } = read
  if (paper.kind === 'pdf') {
    return (
      <PdfDialog
        title={paper.name}
        read={{
          data: data && { pdfBase64: data.base64 },
          error,
          refetch: () => void read.refetch(),
        }}
        fileName={t('mandates:papers.fileName')}
        close={t('mandates:papers.close')}
        onClose={onClose}
      />
    )
  }
  return (
    <PictureDialog
      name={paper.name}
      // The security policy shows pictures of the program's own and those that are given whole; as one nothing in it is run.
      address={data && `data:image/${data.kind};base64,${data.base64}`}
      error={error}
      onRetry={() => void read.refetch()}
      onClose={onClose}
    />
  )
}

interface PictureDialogProps {
  readonly name: string
  readonly address: string | undefined
  readonly error: unknown
  readonly onRetry: () => void
  readonly onClose: () => void
}

function PictureDialog({ name, address, error, onRetry, onClose }: PictureDialogProps) {
  const { t } = useTranslation()
  const id = useId()
  const [whole, setWhole] = useState(true)
  return (
    <Dialog
      open
      onClose={onClose}
      aria-labelledby={`${id}-title`}
      fullWidth
      maxWidth="md"
      slotProps={{ paper: { sx: { height: '100%' } } }}
    >
      <DialogTitle id={`${id}-title`} sx={{ overflowWrap: 'anywhere' }}>
        {name}
      </DialogTitle>
      <DialogContent sx={{ display: 'flex', flexDirection: 'column' }}>
        <ErrorText error={error} onRetry={onRetry} />
        {address === undefined ? (
          error === null && <LinesSkeleton lines={12} />
        ) : (
          <Box
            role="region"
            aria-label={t('mandates:papers.picture')}
            // What scrolls has to be reached by the keyboard.
            tabIndex={0}
            sx={{ flex: 1, minHeight: 0, overflow: 'auto', border: 1, borderColor: 'divider' }}
          >
            <Box
              component="img"
              src={address}
              alt={t('mandates:papers.pictureAlt')}
              sx={{
                display: 'block',
                mx: 'auto',
                ...(whole ? { maxWidth: '100%', maxHeight: '100%' } : {}),
              }}
            />
          </Box>
        )}
      </DialogContent>
      <DialogActions>
        <Button variant="outlined" onClick={() => setWhole(!whole)} disabled={address === undefined}>
          {whole ? t('mandates:papers.fullSize') : t('mandates:papers.fit')}
        </Button>
        <Button onClick={onClose}>
          {t('mandates:papers.close')}
          <KeyHint keys="Esc" />
        </Button>
      </DialogActions>
    </Dialog>
  )
}
