import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../app/client'
import { useFormat } from '../../app/format'
import { ErrorText } from '../../components/ErrorText'
import { Facts } from '../../components/Section'
import { LinesSkeleton } from '../../components/Skeletons'

/** What may be told of the lease to whoever asked: what the desk gives for this answer, and no more. */
export function LeaseTold({ askId }: { readonly askId: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const query = useQuery(api.mandates.leaseInformation.queryOptions({ input: { askId }, gcTime: 0 }))
  const { data, error } = query
  const day = (value: string | null) => (value === null ? t('mandates:lease.none') : format.day(value))
  return (
    <Box sx={{ mb: 1 }}>
      <Typography variant="h3">{t('mandates:lease.title')}</Typography>
      <ErrorText error={error} onRetry={() => void query.refetch()} />
      {data === undefined ? (
        error === null && <LinesSkeleton lines={4} />
      ) : (
        <Facts
          rows={[
            { name: t('mandates:lease.leaseNo'), value: data.leaseNo },
            { name: t('mandates:lease.address'), value: data.address ?? t('mandates:lease.hidden') },
            { name: t('mandates:lease.signedOn'), value: day(data.signedOn) },
            { name: t('mandates:lease.beginsOn'), value: day(data.beginsOn) },
            { name: t('mandates:lease.endsOn'), value: day(data.endsOn) },
            { name: t('mandates:lease.noticeGivenOn'), value: day(data.noticeGivenOn) },
          ]}
        />
      )}
    </Box>
  )
}
