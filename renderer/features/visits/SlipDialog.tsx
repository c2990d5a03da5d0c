import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { VisitView } from '#shared/contract/visits'
import { api } from '../../app/client'
import { ErrorText } from '../../components/ErrorText'
import { KeyHint } from '../../components/KeyHint'
import { PdfButtons } from '../../components/PdfButtons'
import { PdfView } from '../../components/PdfView'
import { usePdf } from '../../components/usePdf'

interface SlipDialogProps {
  readonly visit: Pick<VisitView, 'id' | 'number'>
  readonly onClose: () => void
}

/** The slip with a queue number, to look at, to print and to save. No name is on it. */
export function SlipDialog({ visit, onClose }: SlipDialogProps) {
  const { t } = useTranslation()
  const id = useId()
  // What is on it does not change; reading it again would be one more look at the visit.
  const slip = useQuery(
    api.visits.numberSlip.queryOptions({ input: { id: visit.id }, staleTime: 'static', gcTime: 0 }),
  )
  const pdf = usePdf(slip.data?.pdfBase64)
  return (
    <Dialog
      open
      onClose={onClose}
      aria-labelledby={`${id}-title`}
      fullWidth
      maxWidth="sm"
      slotProps={{ paper: { sx: { height: '100%' } } }}
    >
      <DialogTitle id={`${id}-title`}>{t('visits:slip.title', { number: visit.number })}</DialogTitle>
      <DialogContent sx={{ display: 'flex', flexDirection: 'column' }}>
        <ErrorText error={slip.error} onRetry={() => void slip.refetch()} />
        {slip.error === null && <PdfView pdf={pdf} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>
          {t('visits:slip.close')}
          <KeyHint keys="Esc" />
        </Button>
        <PdfButtons pdf={pdf} fileName={`${t('visits:slip.fileName')}-${visit.number}.pdf`} />
      </DialogActions>
    </Dialog>
  )
}
