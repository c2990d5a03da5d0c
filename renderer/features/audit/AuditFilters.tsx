import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import OutlinedInput from '@mui/material/OutlinedInput'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../app/client'
import { describedBy, FieldFrame, SelectInput } from '../../components/FormField'
import { ResidentPicker } from '../residents/ResidentPicker'
import { type AuditFilter, filterOf, filterProblems, type TypedFilter, typedOf } from './filters'

interface AuditFiltersProps {
  readonly applied: AuditFilter
  readonly onApply: (filter: AuditFilter) => void
}

/** What to filter by. The log is asked only when the filter is whole, for each asking is written in it. */
export function AuditFilters({ applied, onApply }: AuditFiltersProps) {
  const { t } = useTranslation()
  const staff = useQuery(api.staff.list.queryOptions())
  const [typed, setTyped] = useState(() => typedOf(applied))
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => {
    setTyped(typedOf(applied))
    setLeft(new Set())
  }, [applied])
  const change = (part: Partial<TypedFilter>) => setTyped({ ...typed, ...part })
  const problems = filterProblems(typed)
  const words = (field: keyof typeof problems) => {
    const problem = left.has(field) ? problems[field] : undefined
    return problem === undefined ? undefined : t(`audit:filter.${problem}`)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setLeft(new Set(['person', 'from', 'to']))
    const wrong = (['person', 'from', 'to'] as const).find((field) => problems[field] !== undefined)
    if (wrong === undefined) onApply(filterOf(typed))
    else document.getElementById(`audit-${wrong}`)?.focus()
  }
  const dayField = (field: 'from' | 'to') => (
    <FieldFrame id={`audit-${field}`} label={t(`audit:filter.${field}`)} error={words(field)}>
      <OutlinedInput
        id={`audit-${field}`}
        size="small"
        value={typed[field]}
        placeholder={t('audit:filter.dayExample')}
        onChange={({ target }) => change({ [field]: target.value })}
        onBlur={() => setLeft(new Set([...left, field]))}
        inputProps={{
          autoComplete: 'off',
          maxLength: 10,
          'aria-describedby': describedBy(`audit-${field}`, undefined, words(field)),
        }}
      />
    </FieldFrame>
  )
  return (
    <Box
      component="form"
      noValidate
      aria-label={t('audit:filter.label')}
      onSubmit={submit}
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', md: 'minmax(220px, 2fr) minmax(180px, 1.4fr) 160px 160px auto' },
        columnGap: 2,
        alignItems: 'start',
      }}
    >
      <ResidentPicker
        id="audit-person"
        label={t('audit:filter.person')}
        placeholder={t('audit:filter.personPlaceholder')}
        text={typed.person}
        error={words('person')}
        onType={(person) => change({ person, resident: null })}
        onChoose={(resident) => change({ person: resident.name, resident })}
      />
      <SelectInput
        id="audit-staff"
        label={t('audit:filter.staff')}
        value={typed.staff?.id ?? ''}
        options={[
          { value: '', text: t('audit:filter.everyone') },
          ...(staff.data ?? []).map(({ id, name }) => ({ value: id, text: name })),
        ]}
        onChange={({ target }) => {
          const member = staff.data?.find(({ id }) => id === target.value)
          change({ staff: member === undefined ? null : { id: member.id, name: member.name } })
        }}
      />
      {dayField('from')}
      {dayField('to')}
      <Button type="submit" variant="contained" sx={{ mt: { md: '27px' }, minHeight: 40 }}>
        {t('audit:filter.apply')}
      </Button>
    </Box>
  )
}
