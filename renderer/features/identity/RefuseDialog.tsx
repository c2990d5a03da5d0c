import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ClerkReason, clerkReasons } from './useIdentityCheck'

interface RefuseDialogProps {
  readonly busy: boolean
  readonly onRefuse: (reason: ClerkReason) => void
  readonly onCancel: () => void
}

/** Why the clerk refuses a document that the rule would accept. */
export function RefuseDialog({ busy, onRefuse, onCancel }: RefuseDialogProps) {
  const { t } = useTranslation()
  const id = useId()
  const [reason, setReason] = useState<ClerkReason>('photoDiffers')
  return (
    <Dialog open onClose={busy ? undefined : onCancel} aria-labelledby={`${id}-title`} maxWidth="sm">
      <form
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          if (!busy) onRefuse(reason)
        }}
      >
        <DialogTitle id={`${id}-title`}>{t('identity:refuse.title')}</DialogTitle>
        <DialogContent>
          <RadioGroup
            aria-labelledby={`${id}-title`}
            value={reason}
            onChange={(event) => setReason(event.target.value as ClerkReason)}
          >
            {clerkReasons.map((each, at) => (
              <FormControlLabel
                key={each}
                value={each}
                label={t(`identity:refuse.${each}`)}
                control={<Radio autoFocus={at === 0} />}
              />
            ))}
          </RadioGroup>
        </DialogContent>
        <DialogActions>
          <Button onClick={onCancel} disabled={busy}>
            {t('common:action.cancel')}
          </Button>
          <Button type="submit" variant="contained" color="error" loading={busy}>
            {t('identity:judged.recordRefusal')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
