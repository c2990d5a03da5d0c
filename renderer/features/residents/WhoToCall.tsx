import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LeaseView } from '#shared/contract/residents'
import { facts } from '#shared/rules/facts'
import type { HoursState } from '#shared/rules/openingHours'
import { Section } from '../../components/Section'
import { LinesSkeleton } from '../../components/Skeletons'
import { useServiceNow } from '../system/serviceNow'
import { useWhen } from '../system/useWhen'

interface WhoToCallProps {
  readonly propertyKind: LeaseView['property']['kind']
  /** The holiday or eve that closes today, if one does. */
  readonly closedToday: string | null
}

/** Whom this resident calls at this hour, and until when. */
export function WhoToCall({ propertyKind, closedToday }: WhoToCallProps) {
  const { t } = useTranslation()
  const when = useWhen()
  const service = useServiceNow()
  const { phoneLine, onCall, asOy } = facts.contactPoints
  const isAsOy = propertyKind === 'asoy'
  return (
    <Section title={t('residents:call.title')}>
      {closedToday !== null && (
        <Typography sx={{ fontWeight: 600 }}>
          {t('residents:call.closedToday', { holiday: t(`system:holiday.${closedToday}`) })}
        </Typography>
      )}
      {service === undefined ? (
        <LinesSkeleton lines={2} />
      ) : (
        <>
          <Line name={t('residents:call.urgent')} phone={service.call.urgent.phone}>
            {service.call.urgent.until !== null &&
              t('residents:call.until', {
                when: when(service.call.urgent.until, service.now),
                next: service.call.urgent.reason === 'phoneHours' ? onCall.phone : phoneLine.phone,
              })}
          </Line>
          <Line
            name={isAsOy ? t('residents:call.asOy') : t('residents:call.general')}
            phone={isAsOy ? asOy.phone : phoneLine.phone}
          >
            <Hours hours={isAsOy ? service.state.asOy : service.state.phoneLine} now={service.now} />
          </Line>
        </>
      )}
      {isAsOy && (
        <Typography variant="body2">{t('residents:call.asOyVisits', { email: asOy.email })}</Typography>
      )}
    </Section>
  )
}

function Hours({ hours, now }: { readonly hours: HoursState; readonly now: Date }) {
  const { t } = useTranslation()
  const when = useWhen()
  if (hours.until !== null) return <>{t('residents:call.open', { when: when(hours.until, now) })}</>
  if (hours.opensAt === null) return <>{t('residents:call.closed')}</>
  return <>{t('residents:call.opens', { when: when(hours.opensAt, now) })}</>
}

interface LineProps {
  readonly name: string
  readonly phone: string
  readonly children: ReactNode
}

function Line({ name, phone, children }: LineProps) {
  return (
    <Box sx={{ py: 0.25 }}>
      {name} <strong style={{ whiteSpace: 'nowrap' }}>{phone}</strong>{' '}
      <Typography component="span" variant="body2" color="text.secondary">
        {children}
      </Typography>
    </Box>
  )
}
