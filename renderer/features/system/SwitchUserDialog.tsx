import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useTranslation } from 'react-i18next'
import { hasUnkeptDrafts } from '../../app/drafts'
import { useSession } from '../../app/session'
import { DraftsWillGo } from './DraftsWillGo'
import { SignInForm } from './SignInForm'

/** Another person takes this desk: a name and a password. */
export function SwitchUserDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const session = useSession()
  return (
    <Dialog open onClose={onClose} aria-labelledby="switch-user" fullWidth maxWidth="sm">
      <DialogTitle id="switch-user">{t('system:switchUser.title')}</DialogTitle>
      <DialogContent>
        {hasUnkeptDrafts() && <DraftsWillGo name={session.name} />}
        <SignInForm except={session.username} onSignedIn={onClose} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('common:action.cancel')}</Button>
      </DialogActions>
    </Dialog>
  )
}
