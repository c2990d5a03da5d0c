import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../app/client'
import { ErrorText } from '../../components/ErrorText'
import { Section } from '../../components/Section'
import { LinesSkeleton } from '../../components/Skeletons'
import { MandateList } from './MandateList'

/** How many of a kind are shown on the resident's page; the rest are on the page of their powers. */
const shown = 4

/** The powers that a resident gave and holds, in short. */
export function MandatesSection({ residentId }: { readonly residentId: string }) {
  const { t } = useTranslation()
  const query = useQuery(api.mandates.ofResident.queryOptions({ input: { residentId } }))
  const { data } = query
  const more = data && (data.given.length > shown || data.held.length > shown)
  return (
    <Section title={t('mandates:title')}>
      <ErrorText error={query.error} onRetry={() => void query.refetch()} />
      {data === undefined && !query.isError && <LinesSkeleton lines={1} />}
      {data?.given.length === 0 && data.held.length === 0 && (
        <Typography color="text.secondary">{t('mandates:section.none')}</Typography>
      )}
      {data && data.given.length > 0 && (
        <>
          <Typography variant="h3">{t('mandates:given')}</Typography>
          <MandateList mandates={data.given.slice(0, shown)} names="grantees" />
        </>
      )}
      {data && data.held.length > 0 && (
        <>
          <Typography variant="h3">{t('mandates:held')}</Typography>
          <MandateList mandates={data.held.slice(0, shown)} names="grantors" />
        </>
      )}
      {more && <Link href={`#/residents/${residentId}/mandates`}>{t('mandates:section.all')}</Link>}
    </Section>
  )
}
