import Box from '@mui/material/Box'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../app/client'
import { useFormat } from '../../app/format'
import { serving, useMay } from '../../app/session'
import { useNow } from '../../app/useNow'
import { Page } from '../../components/Page'
import { FirstDay } from './FirstDay'
import { RegisterNow } from './RegisterNow'
import { SearchHelp } from './SearchHelp'
import { ServiceHours } from './ServiceHours'
import { Unfinished } from './Unfinished'
import { WhoToCall } from './WhoToCall'

/** What is true now: who is open, whom to call, what the register holds; and on the first day, what to do. */
export default function TodayPage() {
  const { t } = useTranslation()
  const { weekdayLong, date } = useFormat()
  const now = useNow()
  const may = useMay()
  const register = useQuery(api.register.status.queryOptions())
  const title = t('system:today.title')
  const empty = register.data?.kind === 'empty'
  return (
    <Page title={`${title}, ${weekdayLong(now)} ${date(now)}`} windowTitle={title}>
      {empty && <FirstDay />}
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
          {may(...serving) && <Unfinished />}
          {may(...serving) && !empty && <SearchHelp />}
          <ServiceHours />
        </div>
      </Box>
    </Page>
  )
}
