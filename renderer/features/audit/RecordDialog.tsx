import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Link from '@mui/material/Link'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuditRecord } from '#shared/contract/audit'
import { api } from '../../app/client'
import { useFormat } from '../../app/format'
import { Facts } from '../../components/Section'
import { outcomeWord } from './outcomes'
import { Subject } from './Subject'
import { useActionWords } from './useActionWords'
import { useKeptWords } from './useKeptWords'

interface RecordDialogProps {
  readonly record: AuditRecord
  readonly onClose: () => void
}

/** Everything that one record says. */
export function RecordDialog({ record, onClose }: RecordDialogProps) {
  const { t } = useTranslation()
  const { dateTime, number } = useFormat()
  const id = useId()
  const actionWords = useActionWords()
  const keptWords = useKeptWords()
  const staff = useQuery(api.staff.list.queryOptions())
  const outcome = outcomeWord(record.outcome)
  const value = (field: string, text: string): ReactNode => {
    if (field === 'staffId')
      return staff.data?.find((member) => member.id === text)?.name ?? t('audit:unknownPerson')
    if (field === 'residentId') return <Link href={`#/residents/${text}`}>{t('audit:openResident')}</Link>
    return text
  }
  return (
    <Dialog open onClose={onClose} aria-labelledby={`${id}-title`} maxWidth="sm" fullWidth>
      <DialogTitle id={`${id}-title`}>{t('audit:record', { number: number(record.seq) })}</DialogTitle>
      <DialogContent>
        <Facts
          rows={[
            { name: t('audit:column.when'), value: dateTime(record.at) },
            { name: t('audit:column.who'), value: record.staffName ?? t('audit:nobody') },
            { name: t('audit:column.desk'), value: record.desk },
            { name: t('audit:column.what'), value: actionWords(record.action) },
            { name: t('audit:column.whom'), value: <Subject record={record} /> },
            { name: t('audit:column.outcome'), value: t(`audit:outcome.${outcome}`) },
            ...(outcome === 'refused'
              ? [
                  {
                    name: t('audit:because'),
                    value: t(`refusals:${record.outcome}`, { defaultValue: record.outcome }),
                  },
                ]
              : []),
            ...(record.reason === null ? [] : [{ name: t('audit:column.reason'), value: record.reason }]),
            ...keptWords(record.kept).map(({ field, name, value: text }) => ({
              name,
              value: value(field, text),
            })),
          ]}
        />
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={onClose} autoFocus>
          {t('audit:close')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
