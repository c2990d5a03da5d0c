import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Session } from '#shared/contract/staff'
import { signOut } from '../../app/session'
import { NewPasswordForm } from './NewPasswordForm'
import { OutsidePage } from './OutsidePage'

/** Right after signing in with a password that somebody else chose: an own one comes first. */
export default function NewPasswordPage({ session }: { readonly session: Session }) {
  const { t } = useTranslation()
  return (
    <OutsidePage title={t('system:newPassword.mustTitle')}>
      <Typography sx={{ mb: 2 }}>{t('system:newPassword.mustText')}</Typography>
      <NewPasswordForm
        username={session.username}
        cancel={<Button onClick={() => void signOut()}>{t('system:userMenu.signOut')}</Button>}
      />
    </OutsidePage>
  )
}
