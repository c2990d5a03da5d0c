import { replaceEqualDeep, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type client } from '../../app/client'
import { ErrorText } from '../../components/ErrorText'
import { Page } from '../../components/Page'
import { LinesSkeleton } from '../../components/Skeletons'
import { CallLead } from './CallLead'
import { focusHeading } from './focusHeading'
import { type Done, JustDone } from './JustDone'
import { LiveDesk } from './LiveDesk'
import { NoCall } from './NoCall'

type Answered = Awaited<ReturnType<typeof client.calls.read>>

/** A reading that was on its way while something was done with the call comes after what the desk has answered since: that stands. */
const theLater = (shown: Answered | undefined, read: Answered): Answered =>
  shown !== undefined && shown.call.id === read.call.id && shown.call.version > read.call.version
    ? shown
    : replaceEqualDeep(shown, read)

/** The call desk: the live call on one screen, from who calls to what came of it; between calls, the others. */
export function CallDeskPage() {
  const { t } = useTranslation()
  const mine = useQuery(api.calls.mine.queryOptions())
  const [done, setDone] = useState<Done | null>(null)
  const live = mine.data?.live ?? null
  const read = useQuery(
    api.calls.read.queryOptions({
      input: { id: live?.id ?? '' },
      enabled: live !== null,
      structuralSharing: (shown, read) => theLater(shown as Answered | undefined, read as Answered),
    }),
  )
  const call = live === null ? undefined : read.data?.call
  const error = mine.error ?? read.error
  // What had the focus went away with the call, put aside.
  const wasLive = useRef(false)
  const isLive = live !== null
  useEffect(() => {
    // What is said of the call before is said until the next one.
    if (isLive) setDone(null)
    if (wasLive.current && !isLive && document.activeElement === document.body) focusHeading()
    wasLive.current = isLive
  }, [isLive])
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
