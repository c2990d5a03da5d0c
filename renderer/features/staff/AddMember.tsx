import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../app/client'
import { queryClient } from '../../app/queryClient'
import { MemberForm } from './MemberForm'
import { newPassword } from './newPassword'
import { PasswordOnce } from './PasswordOnce'

const nobody = { name: '', username: '', roles: [] } as const

/** Adds a person; their first password is made here and shown once. */
export function AddMember({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const [password] = useState(() => newPassword())
  const add = useMutation(
    api.staff.add.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: api.staff.list.key() }),
    }),
  )
  if (add.data !== undefined) {
    return (
      <PasswordOnce title={t('staff:add.done')} member={add.data} password={password} onClose={onClose} />
    )
  }
  return (
    <MemberForm
      title={t('staff:add.open')}
      submit={t('staff:add.submit')}
      now={nobody}
      usernameFixed={false}
      busy={add.isPending}
      error={add.error}
      onSubmit={({ name, username, roles }) => add.mutate({ name, username, roles: [...roles], password })}
      onClose={onClose}
    />
  )
}
