import TableCell from '@mui/material/TableCell'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Answer } from '#shared/contract/answers'
import { api } from '../../app/client'
import { useFormat } from '../../app/format'
import { ErrorText } from '../../components/ErrorText'
import { ListTable } from '../../components/ListTable'
import { LinesSkeleton } from '../../components/Skeletons'

const columns = ['title', 'topic', 'state', 'valid'] as const

/** Every answer, also those that do not hold today or are withdrawn, for the lead. */
export function EveryAnswer({ onEdit }: { readonly onEdit: (answer: Answer) => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const query = useQuery(api.answers.all.queryOptions())
  if (query.data === undefined)
    return query.isError ? (
      <ErrorText error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <LinesSkeleton lines={10} />
    )
  return (
    <ListTable
      label={t('answers:title')}
      columns={columns.map((name) => ({ name, title: t(`answers:column.${name}`) }))}
      rows={query.data.answers}
      keyOf={({ key }) => key}
      opens={{ open: onEdit }}
    >
      {(answer, { link }) => (
        <>
          <TableCell>{link(answer.texts[format.language].title || answer.texts.fi.title)}</TableCell>
          <TableCell>{t(`answers:topic.${answer.topic}`)}</TableCell>
          <TableCell>{t(`answers:state.${answer.state}`)}</TableCell>
          <TableCell>
            {[
              answer.valid ? t('answers:valid') : t('answers:notValid'),
              answer.validFrom !== null && t('answers:from', { day: format.day(answer.validFrom) }),
              answer.validUntil !== null && t('answers:until', { day: format.day(answer.validUntil) }),
            ]
              .filter(Boolean)
              .join(', ')}
          </TableCell>
        </>
      )}
    </ListTable>
  )
}
