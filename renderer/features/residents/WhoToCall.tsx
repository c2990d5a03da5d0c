import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ResidentPage } from '#shared/contract/residents'
import { facts } from '#shared/rules/facts'
import { helsinkiDay } from '#shared/rules/localDay'
import { type HoursState, whoToCall } from '#shared/rules/openingHours'
import { useFormat } from '../../app/format'
import { useNow } from '../../app/useNow'
import { Section } from '../../components/Section'

/** Whom this resident calls at this hour, and until when. */
export function WhoToCall({ page }: { readonly page: ResidentPage }) {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow()
  const today = helsinkiDay(now)
  const { urgent, general, asOy } = whoToCall({
    now,
    propertyKind: page.leases[0]?.property.kind ?? 'rental',
    holidayOf: (day) => (day === page.today ? page.closedToday : null),
    facts,
  })
  // Whether a later day is a holiday is not known here, so only a change of today's is given by the clock.
  const timeToday = (instant: Date | null) =>
    instant !== null && helsinkiDay(instant) === today ? format.time(instant) : null
  const changes = timeToday(urgent.until)
  const next =
    urgent.reason === 'phoneHours' ? facts.contactPoints.onCall.phone : facts.contactPoints.phoneLine.phone
  return (
    <Section title={t('residents:call.title')}>
      <Line name={t('residents:call.urgent')} phone={urgent.phone}>
        {changes === null
          ? t('residents:call.otherwise')
          : t('residents:call.until', { time: changes, next })}
      </Line>
      <Line
        name={asOy === null ? t('residents:call.general') : t('residents:call.asOy')}
        phone={general.phone}
      >
        <Hours state={general} timeToday={timeToday} closed={page.closedToday} />
      </Line>
      {asOy !== null && (
        <Typography variant="body2">{t('residents:call.asOyVisits', { email: asOy.email })}</Typography>
      )}
    </Section>
  )
}

function Hours({
  state,
  timeToday,
  closed,
}: {
  readonly state: HoursState
  readonly timeToday: (instant: Date | null) => string | null
  readonly closed: string | null
}) {
  const { t } = useTranslation()
  const until = timeToday(state.until)
  const opens = timeToday(state.opensAt)
  if (state.open && until !== null) return <>{t('residents:call.openUntil', { time: until })}</>
  if (opens !== null) return <>{t('residents:call.opensAt', { time: opens })}</>
  return <>{closed === null ? t('residents:call.closed') : t('residents:call.closedToday')}</>
}

function Line({
  name,
  phone,
  children,
}: {
  readonly name: string
  readonly phone: string
  readonly children: ReactNode
}) {
  return (
    <Box sx={{ mb: 1 }}>
      <Typography component="span" color="text.secondary">
        {name}
      </Typography>{' '}
      <Typography component="span" sx={{ fontWeight: 600, whiteSpace: 'nowrap' }}>
        {phone}
      </Typography>{' '}
      <Typography component="span" variant="body2">
        {children}
      </Typography>
    </Box>
  )
}
