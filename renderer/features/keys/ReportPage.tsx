import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { api } from '../../app/client'
import { useFormat } from '../../app/format'
import { ErrorText } from '../../components/ErrorText'
import { Page } from '../../components/Page'
import { LinesSkeleton } from '../../components/Skeletons'
import { ReportRows } from './ReportRows'
import { monthText } from './ReportsPage'

/** One report as it was taken in, with what has become of each row. */
export function ReportPage() {
  const { id = '' } = useParams()
  const { t } = useTranslation()
  const format = useFormat()
  const query = useQuery(api.keys.readReport.queryOptions({ input: { id } }))
  const report = query.data?.report
  return (
    <Page
      title={report && t('keys:reports.one', { when: format.dateTime(report.takenAt) })}
      windowTitle={t('keys:reports.windowTitle')}
      lead={
        report && (
          <Typography sx={{ mt: 0.5 }}>
            {[
              report.source === 'file' ? report.fileName : t('keys:source.hand'),
              report.month && monthText(report.month),
              report.by,
            ]
              .filter(Boolean)
              .join(' · ')}{' '}
            <Link href="#/keys/reports">{t('keys:reports.all')}</Link>
          </Typography>
        )
      }
    >
      <ErrorText error={query.error} onRetry={() => void query.refetch()} />
      {query.data ? (
        <ReportRows rows={query.data.rows} label={t('keys:take.rows')} />
      ) : (
        !query.isError && <LinesSkeleton lines={8} />
      )}
    </Page>
  )
}
