import Alert from '@mui/material/Alert'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { useHashLocation } from 'wouter/use-hash-location'
import type { PortalOverview } from '#shared/contract/portal'
import { useDraft } from '../../app/drafts'
import { atCounter, useMay } from '../../app/session'
import { useShortcut } from '../../app/shortcuts'
import { ErrorText } from '../../components/ErrorText'
import { announce } from '../../components/Live'
import { Section } from '../../components/Section'
import { BeginAgain } from './BeginAgain'
import { LinkCountdown } from './LinkCountdown'
import { MainButton, NextStep } from './NextStep'
import { Steps } from './Steps'
import type { Portal } from './usePortal'

interface RegistrationProps {
  readonly residentId: string
  readonly overview: PortalOverview
  readonly portal: Portal
}

/** Where the registration stands, and the one thing to do next. */
export function Registration({ residentId, overview, portal }: RegistrationProps) {
  const { t } = useTranslation()
  const may = useMay()
  // One that was closed is over: the next begins from nothing.
  const registration = overview.registration?.state === 'closed' ? null : overview.registration
  const { eligible } = overview.eligibility
  const expires = registration?.state === 'linkSent' ? registration.linkExpiresAt : null
  const link =
    expires === null ? null : (
      <LinkCountdown
        key={portal.toldAt}
        expiresAt={expires}
        now={overview.now}
        toldAt={portal.toldAt}
        onExpired={() => void portal.reRead()}
      />
    )
  return (
    <Section title={t('portal:steps.title')}>
      <Typography sx={{ mb: 1 }}>{t('portal:whoDoes')}</Typography>
      <Steps registration={registration} link={link} open={eligible} />
      {registration?.emailSharedWithAnother && (
        <Alert severity="warning" sx={{ mb: 2 }}>
          {t('portal:email.shared')}
        </Alert>
      )}
      <ErrorText error={portal.error} />
      {!may(...atCounter) && eligible && <Alert severity="info">{t('portal:whoMay')}</Alert>}
      {may(...atCounter) && eligible && (
        <WhatNext residentId={residentId} overview={overview} portal={portal} />
      )}
    </Section>
  )
}

function WhatNext({ residentId, overview, portal }: RegistrationProps) {
  const { t } = useTranslation()
  const [, navigate] = useHashLocation()
  const { checkToday } = overview
  const registration = overview.registration?.state === 'closed' ? null : overview.registration
  const identify = () => navigate(`/residents/${residentId}/identify`)
  useShortcut('i', identify)
  const email = useDraft(`portalEmail:${registration?.id ?? ''}`, overview.suggestedEmail ?? '')

  if (registration === null && checkToday === null) {
    return (
      <>
        <Typography sx={{ mb: 1 }}>{t('portal:do.identify')}</Typography>
        <MainButton key="identify" busy={false} onAct={identify}>
          {t('portal:identify')}
        </MainButton>
      </>
    )
  }
  if (registration === null) {
    return (
      <>
        <Typography sx={{ mb: 1 }}>{t('portal:do.start')}</Typography>
        <MainButton
          key="start"
          busy={portal.busy}
          onAct={() =>
            portal.start.mutate({ residentId }, { onSuccess: () => announce(t('portal:started')) })
          }
        >
          {t('portal:start')}
        </MainButton>
      </>
    )
  }
  return (
    <>
      {registration.state === 'registered' && (
        <Alert severity="success" sx={{ mb: 2 }}>
          {t('portal:registered')}
        </Alert>
      )}
      {registration.state === 'registered' && (
        <MainButton key="registered" busy={false} onAct={() => navigate(`/residents/${residentId}`)}>
          {t('portal:back')}
        </MainButton>
      )}
      <NextStep
        registration={registration}
        suggestedEmail={overview.suggestedEmail}
        email={email}
        busy={portal.busy}
        onTick={(step, address) =>
          portal.tick.mutate(
            {
              residentId,
              registrationId: registration.id,
              version: registration.version,
              step,
              email: address,
            },
            {
              onSuccess: () => {
                email.clear()
                announce(t('portal:ticked', { step: t(`portal:step.${step}`) }))
              },
            },
          )
        }
      />
      <BeginAgain
        registration={registration}
        identifiedToday={checkToday !== null}
        busy={portal.busy}
        onIdentify={identify}
        onBegin={(because) =>
          portal.startAnew.mutate(
            { residentId, version: registration.version, because },
            { onSuccess: () => announce(t('portal:started')) },
          )
        }
      />
    </>
  )
}
