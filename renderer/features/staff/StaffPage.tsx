import AddIcon from '@mui/icons-material/PersonAddOutlined'
import Button from '@mui/material/Button'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffMember } from '#shared/contract/staff'
import { api } from '../../app/client'
import { useMay } from '../../app/session'
import { ErrorText } from '../../components/ErrorText'
import { Page } from '../../components/Page'
import { LinesSkeleton } from '../../components/Skeletons'
import { AddMember } from './AddMember'
import { ChangeMember } from './ChangeMember'
import { DisableMember } from './DisableMember'
import { ResetPassword } from './ResetPassword'
import { StaffTable } from './StaffTable'

/** What is being done to a person, over the list. */
export type StaffAction = 'change' | 'resetPassword' | 'setDisabled'

/** Everyone who works or has worked here. The administrator changes, the lead reads. */
export function StaffPage() {
  const { t } = useTranslation()
  const may = useMay()
  const list = useQuery(api.staff.list.queryOptions())
  const [adding, setAdding] = useState(false)
  const [acting, setActing] = useState<{ readonly action: StaffAction; readonly member: StaffMember } | null>(
    null,
  )
  // Somebody else may change the person while the form is open.
  const changing = list.data?.find(({ id }) => id === acting?.member.id) ?? acting?.member
  const title = t('staff:title')
  const close = () => {
    setAdding(false)
    setActing(null)
  }
  return (
    <Page
      title={title}
      windowTitle={title}
      actions={
        may('administrator') && (
          <Button variant="contained" startIcon={<AddIcon />} onClick={() => setAdding(true)}>
            {t('staff:add.open')}
          </Button>
        )
      }
    >
      <ErrorText error={list.data === undefined ? list.error : null} onRetry={() => void list.refetch()} />
      {list.isPending && <LinesSkeleton lines={6} />}
      {list.data !== undefined && (
        <StaffTable
          people={list.data}
          onAct={may('administrator') ? (action, member) => setActing({ action, member }) : undefined}
        />
      )}
      {adding && <AddMember onClose={close} />}
      {acting?.action === 'change' && changing && <ChangeMember member={changing} onClose={close} />}
      {acting?.action === 'resetPassword' && <ResetPassword member={acting.member} onClose={close} />}
      {acting?.action === 'setDisabled' && <DisableMember member={acting.member} onClose={close} />}
    </Page>
  )
}
