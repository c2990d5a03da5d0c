import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { vanishedAfterSeconds } from '#shared/rules/presence'
import { api } from '../../app/client'
import { useSession } from '../../app/session'
import { ErrorText } from '../../components/ErrorText'
import { Page } from '../../components/Page'
import { LinesSkeleton } from '../../components/Skeletons'
import { DesksTable } from './DesksTable'

/** That a desk is still there is no change that would be told of: it is looked for. */
const lookAgainMs = 5_000

/** Every computer at which somebody is signed in, for the lead. */
export function DesksPage() {
  const { t } = useTranslation()
  const { locked } = useSession()
  const list = useQuery(api.presence.list.queryOptions({ refetchInterval: locked ? false : lookAgainMs }))
  const title = t('presence:desks.title')
  return (
    <Page
      title={title}
      windowTitle={title}
      lead={
        <Typography sx={{ mt: 1, maxWidth: 760 }}>
          {t('presence:desks.lead', { minutes: vanishedAfterSeconds / 60 })}
        </Typography>
      }
    >
      <ErrorText error={list.data === undefined ? list.error : null} onRetry={() => void list.refetch()} />
      {list.isPending && <LinesSkeleton lines={6} />}
      {list.data !== undefined && <DesksTable {...list.data} />}
    </Page>
  )
}
