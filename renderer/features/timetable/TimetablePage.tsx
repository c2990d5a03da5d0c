import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { api } from '../../app/client'
import { serving, useMay } from '../../app/session'
import { ErrorText } from '../../components/ErrorText'
import { Page } from '../../components/Page'
import { LinesSkeleton } from '../../components/Skeletons'
import { ExceptionsSection } from './ExceptionsSection'
import { ExplainSection } from './ExplainSection'
import { HolidaysSection } from './HolidaysSection'
import { RulesSection } from './RulesSection'
import { StrandedNotice } from './StrandedNotice'
import { WeeksSection } from './WeeksSection'

/** When the service point is open and how, what the lead has chosen, and why a time is not offered. */
export function TimetablePage() {
  const { t } = useTranslation()
  const may = useMay()
  const read = useQuery(api.timetable.read.queryOptions())
  const title = t('timetable:title')
  const serves = may(...serving)
  return (
    <Page
      title={title}
      windowTitle={title}
      lead={
        !may('lead', 'administrator') && (
          <Typography color="textSecondary">{t('timetable:leadChanges')}</Typography>
        )
      }
      actions={
        serves && (
          <Button component={Link} href="/calendar" variant="outlined">
            {t('timetable:toCalendar')}
          </Button>
        )
      }
    >
      <ErrorText error={read.data === undefined ? read.error : null} onRetry={() => void read.refetch()} />
      {read.data !== undefined && read.data.stranded.length > 0 && (
        <StrandedNotice stranded={read.data.stranded} open />
      )}
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 3fr) minmax(0, 2fr)' },
          columnGap: 2,
          alignItems: 'start',
        }}
      >
        <Box>
          {read.isPending && <LinesSkeleton lines={8} />}
          {read.data !== undefined && (
            <>
              <WeeksSection {...read.data} />
              <ExceptionsSection {...read.data} />
              <RulesSection {...read.data} />
            </>
          )}
        </Box>
        <Box>
          {serves && <ExplainSection />}
          <HolidaysSection />
        </Box>
      </Box>
    </Page>
  )
}
