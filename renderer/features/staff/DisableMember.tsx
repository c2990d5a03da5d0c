import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { StaffMember } from '#shared/contract/staff'
import { api } from '../../app/client'
import { queryClient } from '../../app/queryClient'
import { ConfirmDialog } from '../../components/ConfirmDialog'
import { ErrorText } from '../../components/ErrorText'
import { announce } from '../../components/Live'

interface MemberProps {
  readonly member: StaffMember
  readonly onClose: () => void
}

/** Asks before a person is let in no more, or is let in again. */
export function DisableMember({ member, onClose }: MemberProps) {
  const { t } = useTranslation()
  const { id, version, name, disabled } = member
  const set = useMutation(
    api.staff.setDisabled.mutationOptions({
      onSuccess: () => {
        void queryClient.invalidateQueries({ queryKey: api.staff.list.key() })
        announce(t('common:saved'))
        onClose()
      },
    }),
  )
  return (
    <ConfirmDialog
      open
      title={disabled ? t('staff:enable.title', { name }) : t('staff:disable.title', { name })}
      confirm={disabled ? t('staff:enable.open') : t('staff:disable.open')}
      danger={!disabled}
      busy={set.isPending}
      onCancel={onClose}
      onConfirm={() => set.mutate({ id, version, disabled: !disabled })}
    >
      <ErrorText error={set.error} />
      {disabled ? t('staff:enable.text') : t('staff:disable.text')}
    </ConfirmDialog>
  )
}
