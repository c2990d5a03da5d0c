import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../app/client'
import { useFormat } from '../../app/format'
import { ErrorText } from '../../components/ErrorText'
import { Section } from '../../components/Section'
import { LinesSkeleton } from '../../components/Skeletons'

/** A resident's latest checks: what was checked, for what, and how it went. */
export function EarlierChecks({ residentId }: { readonly residentId: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const query = useQuery(api.identity.list.queryOptions({ input: { residentId } }))
  return (
    <Section title={t('identity:earlier.title')}>
      <ErrorText error={query.error} onRetry={() => void query.refetch()} />
      {query.isPending && <LinesSkeleton lines={3} />}
      {query.data?.length === 0 && (
        <Typography color="text.secondary">{t('identity:earlier.none')}</Typography>
      )}
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {query.data?.map((check) => (
          <Box component="li" key={check.id} sx={{ py: 0.5 }}>
            <Typography component="span" sx={{ fontWeight: 600 }}>
              {check.outcome === 'accepted' ? t('identity:earlier.accepted') : t('identity:earlier.refused')}
            </Typography>
            {` · ${t(`identity:purposeShort.${check.purpose}`)} · ${t(`identity:kind.${check.documentKind}`)}`}
            <Typography variant="body2" color="text.secondary">
              {format.dateTime(check.checkedAt)}, {check.checkedBy}
              {check.today && check.outcome === 'accepted' && ` · ${t('identity:earlier.today')}`}
            </Typography>
          </Box>
        ))}
      </Box>
    </Section>
  )
}
