import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { VisitView } from '#shared/contract/visits'
import { helsinkiDay } from '#shared/rules/localDay'
import { isOver } from '#shared/rules/visitStates'
import { api } from '../../app/client'
import { useFormat } from '../../app/format'
import { deskNow } from '../../app/useNow'
import { ErrorText } from '../../components/ErrorText'
import { Section } from '../../components/Section'
import { LinesSkeleton } from '../../components/Skeletons'

/** How many visits that are over are shown. */
const shownPast = 3

/** A resident's visits: those to come, and the latest that are over. */
export function VisitsSection({ residentId }: { readonly residentId: string }) {
  const { t } = useTranslation()
  const query = useQuery(api.appointments.ofResident.queryOptions({ input: { residentId } }))
  const visits = query.data?.visits
  const today = helsinkiDay(deskNow())
  const isComing = ({ state, day }: VisitView) => !isOver(state) && day >= today
  const coming = visits?.filter(isComing) ?? []
  const past = (visits?.filter((visit) => !isComing(visit)) ?? []).slice(0, shownPast)
  return (
    <Section title={t('appointments:visits.title')}>
      <ErrorText error={query.error} onRetry={() => void query.refetch()} />
      {visits === undefined && !query.isError && <LinesSkeleton lines={1} />}
      {visits?.length === 0 && (
        <Typography color="text.secondary">{t('appointments:visits.none')}</Typography>
      )}
      <Visits title={t('appointments:visits.coming')} visits={coming} coming />
      <Visits title={t('appointments:visits.past')} visits={past} />
    </Section>
  )
}

interface VisitsProps {
  readonly title: string
  readonly visits: readonly VisitView[]
  /** Of those to come it goes without saying that they are booked. */
  readonly coming?: boolean
}

function Visits({ title, visits, coming = false }: VisitsProps) {
  const { t } = useTranslation()
  const format = useFormat()
  if (visits.length === 0) return null
  return (
    <>
      <Typography variant="h3">{title}</Typography>
      <Box component="ul" sx={{ m: 0, mb: 0.5, p: 0, listStyle: 'none' }}>
        {visits.map((visit) => (
          <Box component="li" key={visit.id} sx={{ py: 0.25 }}>
            <Link href={`#/appointments/${visit.id}`}>
              {visit.startsAt === null
                ? `${format.day(visit.day)}, ${t('appointments:visits.walkIn')}`
                : `${format.weekday(visit.startsAt)} ${format.dateTime(visit.startsAt)}`}
            </Link>
            <Typography component="span" color="text.secondary" sx={{ ml: 1 }}>
              {[
                t(`appointments:reason.${visit.reason}`),
                (visit.state !== 'booked' || !coming) && t(`appointments:state.${visit.state}`),
                visit.outcome && t(`appointments:outcome.${visit.outcome}`),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Typography>
          </Box>
        ))}
      </Box>
    </>
  )
}
