import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../app/client'
import { SelectInput } from '../../components/FormField'
import { ownerText, teams } from './owner'

interface OwnerSelectProps {
  readonly id: string
  readonly label: string
  /** `ownerText`; empty for oneself. */
  readonly value: string
  readonly error?: string
  /** Nobody is chosen yet: no choice stands for oneself. */
  readonly choose?: boolean
  readonly onChange: (value: string) => void
}

/** Whose a task is: one's own, a colleague's or a team's. */
export function OwnerSelect({ id, label, value, error, choose = false, onChange }: OwnerSelectProps) {
  const { t } = useTranslation()
  const owners = useQuery(api.tasks.owners.queryOptions())
  const people = (owners.data ?? []).map(({ staffId, name, me }) => ({
    value: ownerText({ kind: 'person', staffId }),
    text: me ? t('tasks:owner.me', { name }) : name,
    me,
  }))
  return (
    <SelectInput
      id={id}
      label={label}
      value={value}
      error={error}
      width={360}
      onChange={({ target }) => onChange(target.value)}
      options={[
        { value: '', text: choose ? t('tasks:owner.choose') : t('tasks:owner.myself') },
        ...teams.map((team) => ({
          value: ownerText({ kind: 'team', team }),
          text: t('tasks:owner.team', { team: t(`staff:role.${team}`) }),
        })),
        ...people.filter(({ me }) => choose || !me),
      ]}
    />
  )
}
