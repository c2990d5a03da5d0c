import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../app/client'
import { ErrorText } from '../../components/ErrorText'
import { Page } from '../../components/Page'
import { LinesSkeleton } from '../../components/Skeletons'
import { CallLead } from './CallLead'
import { type Done, JustDone } from './JustDone'
import { LiveDesk } from './LiveDesk'
import { NoCall } from './NoCall'

/** The call desk: the live call on one screen, from who calls to what came of it; between calls, the others. */
export default function CallDeskPage() {
  const { t } = useTranslation()
  const mine = useQuery(api.calls.mine.queryOptions())
  const [done, setDone] = useState<Done | null>(null)
  const live = mine.data?.live ?? null
  const read = useQuery(
    api.calls.read.queryOptions({ input: { id: live?.id ?? '' }, enabled: live !== null }),
  )
  const call = live === null ? undefined : read.data?.call
  const error = mine.error ?? read.error
  return (
    <Page
      title={live === null ? t('calls:title') : t('calls:live')}
      windowTitle={t('calls:title')}
      lead={live && <CallLead call={call ?? live} />}
    >
      <ErrorText
        error={error}
        onRetry={() => {
          for (const query of [mine, read]) if (query.isError) void query.refetch()
        }}
      />
      {live === null ? (
        <>
          {done && <JustDone done={done} />}
          {mine.data ? <NoCall parked={mine.data.parked} /> : !mine.isError && <LinesSkeleton lines={8} />}
        </>
      ) : call ? (
        <LiveDesk key={call.id} call={call} onDone={setDone} />
      ) : (
        !read.isError && <LinesSkeleton lines={12} />
      )}
    </Page>
  )
}
