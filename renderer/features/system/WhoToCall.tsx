import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { contactPoints } from '#shared/rules/facts'
import { Section } from '../../components/Section'
import { LinesSkeleton } from '../../components/Skeletons'
import { OpenLine } from './OpenNow'
import { useServiceNow } from './serviceNow'
import { useWhen } from './useWhen'

interface NumberProps {
  readonly name: string
  readonly number: string
  readonly note?: string
}

function PhoneNumber({ name, number, note }: NumberProps) {
  return (
    <Box sx={{ py: 0.75, borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'baseline' }}>
        <Typography sx={{ flex: 1 }}>{name}</Typography>
        <Typography sx={{ fontWeight: 600, fontSize: 18, whiteSpace: 'nowrap' }}>{number}</Typography>
      </Box>
      {note !== undefined && (
        <Typography variant="body2" color="textSecondary">
          {note}
        </Typography>
      )}
    </Box>
  )
}

/** Which numbers serve at this moment, and when that changes. */
export function WhoToCall() {
  const { t } = useTranslation()
  const when = useWhen()
  const service = useServiceNow()
  const title = t('system:now.title')
  if (service === undefined) {
    return (
      <Section title={title}>
        <LinesSkeleton lines={6} />
      </Section>
    )
  }
  const { state, call, now } = service
  const { until, reason } = call.urgent
  return (
    <Section title={title}>
      {state.holiday !== null && (
        <Typography sx={{ mb: 1, fontWeight: 600 }}>
          {t('system:now.closedToday', { holiday: t(`system:holiday.${state.holiday}`) })}
        </Typography>
      )}
      <Box sx={{ mb: 1.5, display: 'grid', gap: 0.25 }}>
        <OpenLine place={t('system:open.servicePoint')} hours={state.servicePoint} now={now} />
        <OpenLine place={t('system:open.phoneLine')} hours={state.phoneLine} now={now} />
        <OpenLine place={t('system:open.asOy')} hours={state.asOy} now={now} />
      </Box>
      <PhoneNumber
        name={t('system:now.urgent')}
        number={call.urgent.phone}
        note={until === null ? undefined : t(`system:now.urgentUntil.${reason}`, { when: when(until, now) })}
      />
      <PhoneNumber name={t('system:now.general')} number={contactPoints.phoneLine.phone} />
      <PhoneNumber
        name={t('system:now.asOy')}
        number={contactPoints.asOy.phone}
        note={contactPoints.asOy.email}
      />
      <Box sx={{ pt: 0.75, borderTop: 1, borderColor: 'divider' }}>
        <Typography>{t('system:now.keys')}</Typography>
        <Typography variant="body2" color="textSecondary">
          {t('system:now.keysWhere', {
            name: contactPoints.keyServicePoint.name,
            address: contactPoints.keyServicePoint.address,
            entrance: contactPoints.keyServicePoint.entrance.join(' / '),
          })}
        </Typography>
      </Box>
    </Section>
  )
}
