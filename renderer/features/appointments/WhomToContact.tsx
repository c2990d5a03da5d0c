import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { contactPoints } from '#shared/rules/facts'
import type { ArrangedOtherwise } from '#shared/rules/visitReasons'
import { Facts, Section } from '../../components/Section'
import { useServiceNow } from '../system/serviceNow'
import { useWhen } from '../system/useWhen'

const { phoneLine, onCall, asOy, generalEmail, portal, maintenanceCallsBeginWith } = contactPoints

function Way({ children }: { readonly children: ReactNode }) {
  return (
    <Box component="strong" sx={{ whiteSpace: 'nowrap', fontSize: 18 }}>
      {children}
    </Box>
  )
}

/** Whom to call or write about what is not booked here (003_6520488e57b6da1e.txt). */
export function ArrangedByOthers({ reason }: { readonly reason: ArrangedOtherwise }) {
  return reason === 'buildingMaintenance' ? <Maintenance /> : <HousingSupport />
}

function Maintenance() {
  const { t } = useTranslation()
  const when = useWhen()
  const service = useServiceNow()
  const urgent = service?.call.urgent
  return (
    <Section title={t('appointments:otherwise.maintenanceTitle')}>
      <Typography sx={{ mb: 1 }}>{t('appointments:otherwise.maintenanceText')}</Typography>
      <Facts
        rows={[
          {
            name: t('appointments:otherwise.urgent'),
            value: service !== undefined && urgent !== undefined && (
              <>
                <Way>{urgent.phone}</Way>{' '}
                {urgent.until !== null &&
                  t('appointments:otherwise.until', {
                    when: when(urgent.until, service.now),
                    next: urgent.reason === 'phoneHours' ? onCall.phone : phoneLine.phone,
                  })}
              </>
            ),
          },
          { name: t('appointments:otherwise.notUrgent'), value: <Way>{phoneLine.phone}</Way> },
          { name: t('appointments:otherwise.portal'), value: portal.address },
        ]}
      />
      <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
        {t('appointments:otherwise.maintenanceCalls', { number: maintenanceCallsBeginWith })}
      </Typography>
    </Section>
  )
}

function HousingSupport() {
  const { t } = useTranslation()
  return (
    <Section title={t('appointments:otherwise.housingSupportTitle')}>
      <Typography sx={{ mb: 1 }}>{t('appointments:otherwise.housingSupportText')}</Typography>
      <Facts
        rows={[
          { name: t('appointments:otherwise.phoneLine'), value: <Way>{phoneLine.phone}</Way> },
          { name: t('appointments:otherwise.email'), value: generalEmail },
        ]}
      />
    </Section>
  )
}

/** Who books the visits of a resident, when it is the other team: the As Oy team its own, customer service the rest. */
export function OtherTeamBooks({ team }: { readonly team: 'asoy' | 'service' }) {
  const { t } = useTranslation()
  const [title, text, phone, email] =
    team === 'asoy'
      ? [t('appointments:otherwise.asOyTitle'), t('appointments:otherwise.asOyText'), asOy.phone, asOy.email]
      : [
          t('appointments:otherwise.serviceTitle'),
          t('appointments:otherwise.serviceText'),
          phoneLine.phone,
          generalEmail,
        ]
  return (
    <Section title={title}>
      <Typography sx={{ mb: 1 }}>{text}</Typography>
      <Facts
        rows={[
          { name: t('appointments:otherwise.phone'), value: <Way>{phone}</Way> },
          { name: t('appointments:otherwise.email'), value: email },
        ]}
      />
    </Section>
  )
}
