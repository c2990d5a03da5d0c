import CheckCircleIcon from '@mui/icons-material/CheckCircle'
import ScheduleIcon from '@mui/icons-material/Schedule'
import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { HoursState } from '#shared/rules/openingHours'
import { useMay } from '../../app/session'
import { useServiceNow } from './serviceNow'
import { useWhen } from './useWhen'

interface OpenLineProps {
  readonly place: string
  readonly hours: HoursState
  readonly now: Date
}

/** One place: open until when, or closed and when it opens. */
export function OpenLine({ place, hours, now }: OpenLineProps) {
  const { t } = useTranslation()
  const when = useWhen()
  const text = hours.until
    ? t('system:open.until', { when: when(hours.until, now) })
    : hours.opensAt
      ? t('system:open.opens', { when: when(hours.opensAt, now) })
      : t('system:open.closed')
  const Icon = hours.open ? CheckCircleIcon : ScheduleIcon
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 0.75,
        fontSize: 15,
        lineHeight: '22px',
        whiteSpace: { xs: 'normal', md: 'nowrap' },
      }}
    >
      <Icon sx={{ fontSize: 18, color: hours.open ? 'success.main' : 'text.secondary' }} />
      <span>
        <b>{place}</b> {text}
      </span>
    </Box>
  )
}

/** In the bar on top: whether the counter and one's own line are open now, and until when. */
export function OpenNow() {
  const { t } = useTranslation()
  const may = useMay()
  const service = useServiceNow()
  if (service === undefined) return null
  const asOyOnly = may('asoy') && !may('phone', 'counter', 'lead')
  return (
    <Box role="group" aria-label={t('system:open.label')}>
      <OpenLine place={t('system:open.servicePoint')} hours={service.state.servicePoint} now={service.now} />
      {asOyOnly ? (
        <OpenLine place={t('system:open.asOy')} hours={service.state.asOy} now={service.now} />
      ) : (
        <OpenLine place={t('system:open.phoneLine')} hours={service.state.phoneLine} now={service.now} />
      )}
    </Box>
  )
}
