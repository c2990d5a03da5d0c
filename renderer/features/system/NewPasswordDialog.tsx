import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../app/session'
import { NewPasswordForm } from './NewPasswordForm'

/** Changes one's own password. */
export function NewPasswordDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { username } = useSession()
  return (
    <Dialog open onClose={onClose} aria-labelledby="new-password" fullWidth maxWidth="sm">
      <DialogTitle id="new-password">{t('system:newPassword.title')}</DialogTitle>
      <DialogContent>
        <NewPasswordForm
          username={username}
          onDone={onClose}
          cancel={<Button onClick={onClose}>{t('common:action.cancel')}</Button>}
        />
      </DialogContent>
    </Dialog>
  )
}
