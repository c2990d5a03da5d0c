import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHashLocation } from 'wouter/use-hash-location'
import type { RequestSummary } from '#shared/contract/requests'
import { api } from '../../app/client'
import { useFormat } from '../../app/format'
import { ErrorText } from '../../components/ErrorText'
import { Section } from '../../components/Section'
import { LinesSkeleton } from '../../components/Skeletons'
import { KeyButton } from '../mandates/KeyButton'
import { HandOffState } from './HandOffState'
import { RequestStateMark } from './RequestStateMark'

/** How many that are over are shown until the rest are asked for. */
const shownOver = 2

/** A resident's service requests: every open one, and the latest that are over. */
export function RequestsSection({ residentId }: { readonly residentId: string }) {
  const { t } = useTranslation()
  const [, navigate] = useHashLocation()
  const [all, setAll] = useState(false)
  const query = useQuery(api.requests.ofResident.queryOptions({ input: { residentId } }))
  const requests = query.data?.requests
  const over = requests?.filter(({ state }) => state !== 'open') ?? []
  const shown = requests?.filter(
    (request) => all || request.state === 'open' || over.indexOf(request) < shownOver,
  )
  const more = (requests?.length ?? 0) - (shown?.length ?? 0)
  return (
    <Section
      title={t('requests:title')}
      actions={
        <KeyButton
          keys="T"
          label={t('requests:make.title')}
          onAct={() => navigate(`/residents/${residentId}/requests/new`)}
        />
      }
    >
      <ErrorText error={query.error} onRetry={() => void query.refetch()} />
      {requests === undefined && !query.isError && <LinesSkeleton lines={1} />}
      {requests?.length === 0 && <Typography color="text.secondary">{t('requests:section.none')}</Typography>}
      {shown && shown.length > 0 && (
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {shown.map((request) => (
            <Row key={request.id} request={request} />
          ))}
        </Box>
      )}
      {more > 0 && (
        <Button size="small" onClick={() => setAll(true)}>
          {t('requests:section.more', { count: more })}
        </Button>
      )}
    </Section>
  )
}

function Row({ request }: { readonly request: RequestSummary }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Box component="li" sx={{ py: 0.5 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1 }}>
        <Link href={`#/requests/${request.id}`} sx={{ minHeight: 24 }}>
          {t(`requests:kind.${request.kind}`)}
        </Link>
        <RequestStateMark request={request} />
      </Box>
      <Typography component="div" variant="body2" color="text.secondary">
        {[
          t(`requests:goesTo.${request.goesTo}`),
          request.state === 'open'
            ? t('requests:dueOn', { day: format.day(request.dueOn) })
            : t('requests:madeOn', { day: format.date(request.madeAt) }),
          request.lastDay !== null && t('requests:lastDayIs', { day: format.day(request.lastDay) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Typography>
      {request.state === 'open' && (
        <Typography component="div" variant="body2">
          <HandOffState request={request} />
        </Typography>
      )}
    </Box>
  )
}
