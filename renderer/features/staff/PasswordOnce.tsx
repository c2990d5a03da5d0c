import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { StaffMember } from '#shared/contract/staff'
import { CopyButton } from '../../components/CopyButton'
import { Facts } from '../../components/Section'

interface PasswordOnceProps {
  readonly title: string
  readonly member: StaffMember
  readonly password: string
  readonly onClose: () => void
}

/** A first password, shown this once. A stray key does not close it: nobody can show it again. */
export function PasswordOnce({ title, member, password, onClose }: PasswordOnceProps) {
  const { t } = useTranslation()
  return (
    <Dialog
      open
      aria-labelledby="password-once"
      aria-describedby="password-once-text"
      fullWidth
      maxWidth="sm"
    >
      <DialogTitle id="password-once">{title}</DialogTitle>
      <DialogContent>
        <Typography id="password-once-text" sx={{ mb: 2 }}>
          {t('staff:password.once', { name: member.name })}
        </Typography>
        <Facts
          rows={[
            { name: t('staff:form.username'), value: member.username },
            {
              name: t('staff:password.label'),
              value: (
                <Box component="span" sx={{ fontSize: 20, fontWeight: 600, userSelect: 'all' }}>
                  {password}
                </Box>
              ),
            },
          ]}
        />
      </DialogContent>
      <DialogActions>
        <CopyButton text={password} />
        <Button variant="contained" onClick={onClose} autoFocus>
          {t('staff:password.done')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
