import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../app/client'
import { ErrorText } from '../../components/ErrorText'
import { KeyHint } from '../../components/KeyHint'
import { PdfButtons } from '../../components/PdfButtons'
import { PdfView } from '../../components/PdfView'
import { usePdf } from '../../components/usePdf'

/** The paper slip of a booked visit, to look at, to print and to save. */
export function SlipDialog({ id: visitId, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const id = useId()
  const slip = useQuery(api.appointments.slip.queryOptions({ input: { id: visitId } }))
  const pdf = usePdf(slip.data?.pdfBase64)
  return (
    <Dialog
      open
      onClose={onClose}
      aria-labelledby={`${id}-title`}
      fullWidth
      maxWidth="md"
      slotProps={{ paper: { sx: { height: '100%' } } }}
    >
      <DialogTitle id={`${id}-title`}>{t('appointments:slip.title')}</DialogTitle>
      <DialogContent sx={{ display: 'flex', flexDirection: 'column' }}>
        <ErrorText error={slip.error} onRetry={() => void slip.refetch()} />
        {slip.error === null && <PdfView pdf={pdf} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>
          {t('appointments:slip.close')}
          <KeyHint keys="Esc" />
        </Button>
        <PdfButtons pdf={pdf} fileName={`${t('appointments:slip.fileName')}.pdf`} />
      </DialogActions>
    </Dialog>
  )
}
