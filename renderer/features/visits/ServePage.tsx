import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VisitDay } from '#shared/contract/visits'
import { api } from '../../app/client'
import { isNamed } from '../../app/errors'
import { useMay } from '../../app/session'
import { useShortcut } from '../../app/shortcuts'
import { useNow } from '../../app/useNow'
import { ErrorText } from '../../components/ErrorText'
import { announce } from '../../components/Live'
import { Page } from '../../components/Page'
import { PageSkeleton } from '../../components/Skeletons'
import { noteLeaving } from '../presence/useLostDesk'
import { ActError } from './ActError'
import { AtMyDesk } from './AtMyDesk'
import { BoardButton } from './BoardButton'
import { CallNext } from './CallNext'
import { DeskChoice } from './DeskChoice'
import { OrderExplained } from './OrderExplained'
import { QueueSection } from './QueueSection'
import { queueOf } from './queue'
import { useCall } from './useCall'
import { atMyDesk, useVisitDay } from './useVisitDay'

/** One's own desk: call, serve, finish. */
export function ServePage() {
  const { t } = useTranslation()
  const day = useVisitDay()
  const { data } = day
  const deskNo = data?.myDesk ?? null
  const serving = atMyDesk(data) !== null
  const queryClient = useQueryClient()
  const leave = useMutation({
    ...api.visits.leaveDesk.mutationOptions(),
    onMutate: () => noteLeaving(true),
    onError: () => noteLeaving(false),
    onSettled: () => queryClient.invalidateQueries({ queryKey: api.visits.key() }),
    gcTime: 0,
  })
  return (
    <Page
      title={deskNo === null ? t('visits:serve.title') : t('visits:desk.name', { desk: deskNo })}
      windowTitle={t('visits:serve.title')}
      actions={
        <>
          <BoardButton />
          {deskNo !== null && (
            <Button variant="outlined" loading={leave.isPending} onClick={() => leave.mutate(undefined)}>
              {t('visits:desk.leave')}
            </Button>
          )}
        </>
      }
    >
      <ErrorText error={data === undefined ? day.error : null} onRetry={() => void day.refetch()} />
      {(serving || !isNamed(leave.error, 'stillServing')) && <ErrorText error={leave.error} />}
      {day.isPending && <PageSkeleton />}
      {data !== undefined && deskNo === null && <DeskChoice desks={data.desks} />}
      {data !== undefined && deskNo !== null && <MyDeskAtWork day={data} deskNo={deskNo} />}
    </Page>
  )
}

function MyDeskAtWork({ day, deskNo }: { readonly day: VisitDay; readonly deskNo: number }) {
  const { t } = useTranslation()
  const now = useNow()
  const may = useMay()
  const { call, nobody } = useCall()
  const [refused, setRefused] = useState(false)
  const visit = atMyDesk(day)
  const alone = day.desks.every((desk) => desk.staffId === null || desk.deskNo === deskNo)
  const { mine, others } = queueOf(day.visits, { deskNo, servesAsOy: may('asoy'), alone }, now)
  const parked = day.visits.filter(({ state }) => state === 'parked')
  const free = visit === null
  const finishFirst = visit && t('visits:serve.finishFirst', { number: visit.number })
  useShortcut(
    'k',
    () => {
      setRefused(true)
      announce(finishFirst ?? '')
    },
    { enabled: !free },
  )
  const lists = { mayCall: free, busy: call.isPending, onCall: call.mutate }
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 3fr) minmax(0, 2fr)' },
        columnGap: 2,
        alignItems: 'start',
      }}
    >
      <div>
        <ActError error={call.error} />
        {refused && finishFirst && (
          <Alert severity="info" sx={{ mb: 2 }}>
            {finishFirst}
          </Alert>
        )}
        {visit === null ? (
          <CallNext
            next={mine[0]}
            nobody={nobody}
            busy={call.isPending}
            onCall={() => {
              setRefused(false)
              call.mutate(null)
            }}
          />
        ) : (
          <AtMyDesk key={visit.id} visit={visit} desks={day.desks} />
        )}
      </div>
      <div>
        <QueueSection
          title={t('visits:queue.waiting')}
          visits={mine}
          none={t('visits:queue.noneWaiting')}
          {...lists}
        >
          <OrderExplained />
        </QueueSection>
        <QueueSection
          title={t('visits:queue.parked')}
          visits={parked}
          none={t('visits:queue.noneParked')}
          {...lists}
        />
        {others.length > 0 && (
          <QueueSection title={t('visits:queue.others')} visits={others} none="" {...lists} />
        )}
      </div>
    </Box>
  )
}
