import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { StaffMember } from '#shared/contract/staff'
import { api } from '../../app/client'
import { queryClient } from '../../app/queryClient'
import { announce } from '../../components/Live'
import { MemberForm } from './MemberForm'

interface MemberProps {
  readonly member: StaffMember
  readonly onClose: () => void
}

/** Changes a person's name and roles. `member` is the person as they are now, not as when this was opened. */
export function ChangeMember({ member, onClose }: MemberProps) {
  const { t } = useTranslation()
  const change = useMutation(
    api.staff.change.mutationOptions({
      onError: () => void queryClient.invalidateQueries({ queryKey: api.staff.list.key() }),
      onSuccess: () => {
        void queryClient.invalidateQueries({ queryKey: api.staff.key() })
        announce(t('common:saved'))
        onClose()
      },
    }),
  )
  return (
    <MemberForm
      title={t('staff:change.title', { name: member.name })}
      submit={t('common:action.save')}
      now={member}
      usernameFixed
      busy={change.isPending}
      error={change.error}
      onSubmit={({ name, roles }) =>
        change.mutate({ id: member.id, version: member.version, name, roles: [...roles] })
      }
      onClose={onClose}
    />
  )
}
