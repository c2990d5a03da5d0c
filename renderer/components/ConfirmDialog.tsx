import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { type ReactNode, useCallback, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'

interface ConfirmDialogProps {
  readonly open: boolean
  /** The question, such as "Throw away what you typed?". */
  readonly title: string
  readonly children?: ReactNode
  /** What the button that goes on says: what it does, never "OK". */
  readonly confirm: string
  /** What the button that goes back says. Default "Cancel". */
  readonly cancel?: string
  /** For what cannot be undone. */
  readonly danger?: boolean
  readonly busy?: boolean
  readonly onConfirm: () => void
  readonly onCancel: () => void
}

/** Asks before something is done. Esc goes back; the focus begins on the button that changes nothing. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { t } = useTranslation()
  const id = useId()
  const { open, title, children, confirm, cancel, danger = false, busy = false, onConfirm, onCancel } = props
  return (
    <Dialog
      open={open}
      onClose={busy ? undefined : onCancel}
      aria-labelledby={`${id}-title`}
      aria-describedby={children === undefined ? undefined : `${id}-text`}
      role="alertdialog"
      maxWidth="sm"
    >
      <DialogTitle id={`${id}-title`}>{title}</DialogTitle>
      {children !== undefined && <DialogContent id={`${id}-text`}>{children}</DialogContent>}
      <DialogActions>
        <Button onClick={onCancel} disabled={busy} autoFocus>
          {cancel ?? t('common:action.cancel')}
        </Button>
        <Button variant="contained" color={danger ? 'error' : 'primary'} onClick={onConfirm} loading={busy}>
          {confirm}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

/**
 * Asks before typed work is thrown away, and only when there is some:
 * `const discard = useDiscard(dirty, close)`; call `discard.request()` on Esc or Cancel and render `discard.dialog`.
 */
export function useDiscard(dirty: boolean, onDiscard: () => void) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const request = useCallback(() => {
    if (dirty) setAsking(true)
    else onDiscard()
  }, [dirty, onDiscard])
  const dialog = (
    <ConfirmDialog
      open={asking}
      title={t('common:discard.title')}
      confirm={t('common:discard.confirm')}
      cancel={t('common:discard.cancel')}
      danger
      onCancel={() => setAsking(false)}
      onConfirm={() => {
        setAsking(false)
        onDiscard()
      }}
    >
      {t('common:discard.text')}
    </ConfirmDialog>
  )
  return { request, dialog }
}
