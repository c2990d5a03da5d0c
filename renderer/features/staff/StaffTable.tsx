import BlockIcon from '@mui/icons-material/Block'
import CheckIcon from '@mui/icons-material/Check'
import KeyIcon from '@mui/icons-material/KeyOutlined'
import LockClockIcon from '@mui/icons-material/LockClock'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableContainer from '@mui/material/TableContainer'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { useTranslation } from 'react-i18next'
import type { StaffMember } from '#shared/contract/staff'
import { useFormat } from '../../app/format'
import { useSession } from '../../app/session'
import { visuallyHidden } from '../../app/theme'
import { Mark } from '../../components/Mark'
import { offeredRoles } from './MemberForm'
import type { StaffAction } from './StaffPage'

function State({ member }: { readonly member: StaffMember }) {
  const { t } = useTranslation()
  if (member.disabled) return <Mark tone="neutral" icon={<BlockIcon />} label={t('staff:state.disabled')} />
  if (member.lockedOut)
    return <Mark tone="error" icon={<LockClockIcon />} label={t('staff:state.lockedOut')} />
  if (member.mustChangePassword) {
    return <Mark tone="info" icon={<KeyIcon />} label={t('staff:state.mustChangePassword')} />
  }
  return <Mark tone="neutral" icon={<CheckIcon />} label={t('staff:state.active')} />
}

interface StaffTableProps {
  readonly people: readonly StaffMember[]
  /** Absent for those who only read. */
  readonly onAct: ((action: StaffAction, member: StaffMember) => void) | undefined
}

/** One person a line, by name, with what the administrator may do to them. */
export function StaffTable({ people, onAct }: StaffTableProps) {
  const { t } = useTranslation()
  const { dateTime } = useFormat()
  const { staffId } = useSession()
  const action = (name: StaffAction, text: string, member: StaffMember) => (
    <Button size="small" onClick={() => onAct?.(name, member)} aria-label={`${text}: ${member.name}`}>
      {text}
    </Button>
  )
  return (
    <TableContainer component={Paper} variant="outlined">
      <Table stickyHeader aria-label={t('staff:title')}>
        <TableHead>
          <TableRow>
            <TableCell>{t('staff:column.name')}</TableCell>
            <TableCell>{t('staff:column.username')}</TableCell>
            <TableCell>{t('staff:column.roles')}</TableCell>
            <TableCell>{t('staff:column.state')}</TableCell>
            <TableCell>{t('staff:column.lastSignIn')}</TableCell>
            {onAct && (
              <TableCell>
                <Box component="span" sx={visuallyHidden}>
                  {t('staff:column.actions')}
                </Box>
              </TableCell>
            )}
          </TableRow>
        </TableHead>
        <TableBody>
          {people.map((member) => (
            <TableRow key={member.id}>
              <TableCell component="th" scope="row" sx={{ fontWeight: 600 }}>
                {member.name}
                {member.id === staffId && ` (${t('staff:you')})`}
              </TableCell>
              <TableCell>{member.username}</TableCell>
              <TableCell>
                {offeredRoles
                  .filter((role) => member.roles.includes(role))
                  .map((role) => t(`staff:role.${role}`))
                  .join(', ')}
              </TableCell>
              <TableCell>
                <State member={member} />
              </TableCell>
              <TableCell>{member.lastSignInAt ? dateTime(member.lastSignInAt) : t('staff:never')}</TableCell>
              {onAct && (
                <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
                  {action('change', t('staff:change.open'), member)}
                  {action('resetPassword', t('staff:resetPassword.open'), member)}
                  {action(
                    'setDisabled',
                    member.disabled ? t('staff:enable.open') : t('staff:disable.open'),
                    member,
                  )}
                </TableCell>
              )}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  )
}
