import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { type FormEvent, type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcut } from '../../app/shortcuts'
import { useDiscard } from '../../components/ConfirmDialog'
import { KeyHint } from '../../components/KeyHint'

interface FormDialogProps {
  readonly title: string
  /** What the button that does it says. */
  readonly save: string
  /** Whether something has been typed that would be lost. */
  readonly dirty: boolean
  readonly busy: boolean
  readonly onSave: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A few questions about a visit: Enter or Ctrl+Enter does it, Esc goes back and asks before typed work is lost. */
export function FormDialog({ title, save, dirty, busy, onSave, onClose, children }: FormDialogProps) {
  const { t } = useTranslation()
  const id = useId()
  const discard = useDiscard(dirty, onClose)
  const submit = () => {
    if (!busy) onSave()
  }
  useShortcut('ctrl+enter', submit, { inDialog: true })
  return (
    <Dialog
      open
      onClose={busy ? undefined : discard.request}
      aria-labelledby={`${id}-title`}
      fullWidth
      maxWidth={false}
      slotProps={{ paper: { sx: { maxWidth: 720 } } }}
    >
      <form
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          submit()
        }}
      >
        <DialogTitle id={`${id}-title`}>{title}</DialogTitle>
        <DialogContent>{children}</DialogContent>
        <DialogActions>
          <Button onClick={discard.request} disabled={busy}>
            {t('common:action.cancel')}
            <KeyHint keys="Esc" />
          </Button>
          <Button type="submit" variant="contained" loading={busy} aria-keyshortcuts="Control+Enter">
            {save}
            <KeyHint keys="Ctrl+Enter" />
          </Button>
        </DialogActions>
      </form>
      {discard.dialog}
    </Dialog>
  )
}
