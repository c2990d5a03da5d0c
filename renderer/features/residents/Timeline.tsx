import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimelineEvent } from '#shared/contract/residents'
import { api } from '../../app/client'
import { useFormat } from '../../app/format'
import { ErrorText } from '../../components/ErrorText'
import { Section } from '../../components/Section'
import { LinesSkeleton } from '../../components/Skeletons'
import { TimelineText } from './TimelineText'

/** Events to a page of the desk's answer, and to a page here: ten fit on the screen beside the rest. */
const answered = 20
const shown = 10

/** What was done with a resident, newest first. */
export function Timeline({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const [page, setPage] = useState(0)
  const query = useQuery(
    api.residents.timeline.queryOptions({
      input: { id, page: Math.floor((page * shown) / answered) },
      placeholderData: keepPreviousData,
    }),
  )
  const { data } = query
  const pages = data === undefined ? 1 : Math.max(1, Math.ceil(data.total / shown))
  const first = (page * shown) % answered
  const events = data?.events.slice(first, first + shown)
  return (
    <Section title={t('residents:timeline.title')}>
      <ErrorText error={query.error} onRetry={() => void query.refetch()} />
      {events === undefined ? !query.isError && <LinesSkeleton lines={shown} /> : <Events events={events} />}
      {pages > 1 && (
        <Box
          component="nav"
          aria-label={t('residents:timeline.pages')}
          sx={{ display: 'flex', gap: 1, mt: 1 }}
        >
          <Button size="small" disabled={page === 0} onClick={() => setPage(page - 1)}>
            {t('residents:timeline.newer')}
          </Button>
          <Typography sx={{ alignSelf: 'center' }}>
            {t('residents:timeline.page', { page: page + 1, pages, total: data?.total ?? 0 })}
          </Typography>
          <Button size="small" disabled={page >= pages - 1} onClick={() => setPage(page + 1)}>
            {t('residents:timeline.older')}
          </Button>
        </Box>
      )}
    </Section>
  )
}

function Events({ events }: { readonly events: readonly TimelineEvent[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (events.length === 0)
    return <Typography color="text.secondary">{t('residents:timeline.none')}</Typography>
  return (
    <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {events.map((event) => (
        <Typography
          component="li"
          variant="body2"
          key={event.id}
          sx={{
            display: 'grid',
            gridTemplateColumns: '128px minmax(0, 1fr) auto',
            columnGap: 2,
            py: 0.5,
            borderBottom: 1,
            borderColor: 'divider',
          }}
        >
          <span>{format.dateTime(event.at)}</span>
          <Box sx={{ overflowWrap: 'anywhere' }}>
            <TimelineText event={event} />
          </Box>
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {event.by}
          </Box>
        </Typography>
      ))}
    </Box>
  )
}
