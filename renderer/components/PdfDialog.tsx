import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { type ReactNode, useId } from 'react'
import { ErrorText } from './ErrorText'
import { PdfButtons } from './PdfButtons'
import { PdfView } from './PdfView'
import { usePdf } from './usePdf'

interface PdfDialogProps {
  readonly title: ReactNode
  /** The query that reads the PDF. */
  readonly read: {
    readonly data: { readonly pdfBase64: string } | undefined
    readonly error: unknown
    refetch(): unknown
  }
  /** What the file is called when it is saved; nothing of a person. */
  readonly fileName: string
  /** What the button says that closes it. */
  readonly close: ReactNode
  readonly maxWidth?: 'sm' | 'md'
  readonly onClose: () => void
  /** What is chosen before the PDF. */
  readonly children?: ReactNode
}

/** A PDF to look at, to print and to save. */
export function PdfDialog(props: PdfDialogProps) {
  const { title, read, fileName, close, maxWidth = 'md', onClose, children } = props
  const id = useId()
  const pdf = usePdf(read.data?.pdfBase64)
  return (
    <Dialog
      open
      onClose={onClose}
      aria-labelledby={`${id}-title`}
      fullWidth
      maxWidth={maxWidth}
      slotProps={{ paper: { sx: { height: '100%' } } }}
    >
      <DialogTitle id={`${id}-title`}>{title}</DialogTitle>
      <DialogContent sx={{ display: 'flex', flexDirection: 'column' }}>
        {children}
        <ErrorText error={read.error} onRetry={() => void read.refetch()} />
        {read.error === null && <PdfView pdf={pdf} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{close}</Button>
        <PdfButtons pdf={pdf} fileName={fileName} />
      </DialogActions>
    </Dialog>
  )
}
