import Box from '@mui/material/Box'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../app/client'
import { useFormat } from '../../app/format'
import { serving, useMay } from '../../app/session'
import { useNow } from '../../app/useNow'
import { ErrorText } from '../../components/ErrorText'
import { Page } from '../../components/Page'
import { LinesSkeleton } from '../../components/Skeletons'
import { FirstDay } from './FirstDay'
import { RegisterNow } from './RegisterNow'
import { SearchHelp } from './SearchHelp'
import { ServiceHours } from './ServiceHours'
import { TodayGaps, TodayLists } from './TodayLists'
import { Unfinished } from './Unfinished'
import { WhoToCall } from './WhoToCall'

/** So often it is looked what has become late meanwhile. Milliseconds. */
const againMs = 60_000

/** The start page of each role: what is next, late and waiting, who is open, whom to call; on the first day, what to do. */
export function TodayPage() {
  const { t } = useTranslation()
  const { weekdayLong, date } = useFormat()
  const now = useNow()
  const may = useMay()
  const serves = may(...serving)
  const register = useQuery(api.register.status.queryOptions())
  const today = useQuery(api.today.read.queryOptions({ refetchInterval: againMs }))
  const title = t('system:today.title')
  const empty = register.data?.kind === 'empty'
  return (
    <Page title={`${title}, ${weekdayLong(now)} ${date(now)}`} windowTitle={title}>
      {empty && <FirstDay />}
      <ErrorText error={today.error} onRetry={() => void today.refetch()} />
      {today.data && !empty && <TodayGaps gaps={today.data.gaps} />}
      {serves && !empty && (
        <>
          <Unfinished />
          {today.data ? <TodayLists today={today.data} /> : !today.isError && <LinesSkeleton lines={4} />}
        </>
      )}
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: 'repeat(auto-fit, minmax(min(440px, 100%), 1fr))',
          columnGap: 2,
          alignItems: 'start',
        }}
      >
        <div>
          <WhoToCall />
          <RegisterNow register={register} />
        </div>
        <div>
          {serves && empty && <Unfinished />}
          {serves && !empty && <SearchHelp />}
          <ServiceHours />
        </div>
      </Box>
    </Page>
  )
}
