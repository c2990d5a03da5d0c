import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorText } from '../../components/ErrorText'
import { TextInput } from '../../components/FormField'

interface ReasonDialogProps {
  /** What is going to be shown. */
  readonly title: string
  readonly text: string
  readonly confirm: string
  readonly busy: boolean
  readonly error: unknown
  readonly onConfirm: (reason: string) => void
  readonly onCancel: () => void
}

/** Asks why something hidden is looked at; the reason goes to the audit log and the timeline. */
export function ReasonDialog({ title, text, confirm, busy, error, onConfirm, onCancel }: ReasonDialogProps) {
  const { t } = useTranslation()
  const id = useId()
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim() === '') setMissing(true)
    else if (!busy) onConfirm(reason.trim())
  }
  return (
    <Dialog
      open
      onClose={busy ? undefined : onCancel}
      aria-labelledby={`${id}-title`}
      fullWidth
      maxWidth="sm"
    >
      <form onSubmit={submit} noValidate>
        <DialogTitle id={`${id}-title`}>{title}</DialogTitle>
        <DialogContent>
          <Typography sx={{ mb: 2 }}>{text}</Typography>
          <ErrorText error={error} />
          <TextInput
            id={`${id}-reason`}
            label={t('residents:reason.label')}
            hint={t('residents:reason.hint')}
            error={missing ? t('residents:reason.missing') : undefined}
            value={reason}
            maxLength={200}
            autoComplete="off"
            autoFocus
            onChange={(event) => {
              setReason(event.target.value)
              setMissing(false)
            }}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={onCancel} disabled={busy}>
            {t('common:action.cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={busy}>
            {confirm}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
