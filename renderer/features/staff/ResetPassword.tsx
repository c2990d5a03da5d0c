import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffMember } from '#shared/contract/staff'
import { api } from '../../app/client'
import { queryClient } from '../../app/queryClient'
import { ConfirmDialog } from '../../components/ConfirmDialog'
import { ErrorText } from '../../components/ErrorText'
import { newPassword } from './newPassword'
import { PasswordOnce } from './PasswordOnce'

interface MemberProps {
  readonly member: StaffMember
  readonly onClose: () => void
}

/** Gives a person a new first password, made here and shown once. A lockout ends with it. */
export function ResetPassword({ member, onClose }: MemberProps) {
  const { t } = useTranslation()
  const [password] = useState(() => newPassword())
  const { id, version, name } = member
  const reset = useMutation(
    api.staff.resetPassword.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: api.staff.list.key() }),
    }),
  )
  if (reset.data !== undefined) {
    return (
      <PasswordOnce
        title={t('staff:resetPassword.done')}
        member={reset.data}
        password={password}
        onClose={onClose}
      />
    )
  }
  return (
    <ConfirmDialog
      open
      title={t('staff:resetPassword.title', { name })}
      confirm={t('staff:resetPassword.open')}
      busy={reset.isPending}
      onCancel={onClose}
      onConfirm={() => reset.mutate({ id, version, password })}
    >
      <ErrorText error={reset.error} />
      {t('staff:resetPassword.text')}
    </ConfirmDialog>
  )
}
