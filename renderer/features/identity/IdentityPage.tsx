import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { api } from '../../app/client'
import { useFormat } from '../../app/format'
import { atCounter, useMay } from '../../app/session'
import { ErrorText } from '../../components/ErrorText'
import { Page } from '../../components/Page'
import { Section } from '../../components/Section'
import { EarlierChecks } from './EarlierChecks'
import { IdentityCheckFlow } from './IdentityCheckFlow'

/** Checks a resident's identity from a document: purpose, document, comparison, the clerk's own eyes, record. */
export function IdentityPage() {
  const { id = '' } = useParams()
  const { t } = useTranslation()
  const format = useFormat()
  const may = useMay()
  const resident = useQuery(api.residents.read.queryOptions({ input: { id } }))
  const { data, error } = resident
  return (
    <Page
      title={t('identity:title')}
      windowTitle={t('identity:title')}
      lead={
        data && (
          <Typography>
            <Link href={`#/residents/${id}`}>{`${data.firstNames} ${data.lastName}`}</Link>
            {data.birthDate !== null && `, ${t('identity:born', { day: format.day(data.birthDate) })}`}
          </Typography>
        )
      }
    >
      <ErrorText error={error} onRetry={() => void resident.refetch()} />
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: '1fr', md: 'minmax(0, 2fr) minmax(0, 1fr)' },
          gap: 2,
        }}
      >
        <Box>
          {may(...atCounter) ? (
            data && <IdentityCheckFlow key={id} residentId={id} today={data.today} />
          ) : (
            <Alert severity="info">{t('identity:whoMay')}</Alert>
          )}
        </Box>
        <Box>
          <Section title={t('identity:stored.title')}>
            <Typography>{t('identity:stored.text')}</Typography>
            <Typography sx={{ mt: 1 }}>{t('identity:stored.never')}</Typography>
          </Section>
          <EarlierChecks residentId={id} />
        </Box>
      </Box>
    </Page>
  )
}
