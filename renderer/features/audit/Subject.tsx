import Link from '@mui/material/Link'
import { useTranslation } from 'react-i18next'
import type { AuditRecord } from '#shared/contract/audit'

interface SubjectProps {
  readonly record: Pick<AuditRecord, 'subjectKind' | 'subjectId' | 'subjectName'>
  readonly tabIndex?: number
}

/** Whom a record is about: a resident as a link to their page, a member of staff by name. */
export function Subject({ record: { subjectKind, subjectId, subjectName }, tabIndex }: SubjectProps) {
  const { t } = useTranslation()
  if (subjectId === null) return '–'
  const name = subjectName ?? t('audit:unknownPerson')
  if (subjectKind !== 'resident' || subjectName === null) return name
  return (
    <Link href={`#/residents/${subjectId}`} tabIndex={tabIndex}>
      {name}
    </Link>
  )
}
