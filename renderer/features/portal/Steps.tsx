import CheckCircleIcon from '@mui/icons-material/CheckCircle'
import ErrorIcon from '@mui/icons-material/Error'
import RadioButtonUncheckedIcon from '@mui/icons-material/RadioButtonUnchecked'
import TripOriginIcon from '@mui/icons-material/TripOrigin'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PortalRegistration } from '#shared/contract/portal'
import { type PortalStep, portalSteps } from '#shared/rules/portalRegistration'
import { useFormat } from '../../app/format'
import { visuallyHidden } from '../../app/theme'

const times = {
  identified: 'identifiedAt',
  usernameCreated: 'usernameCreatedAt',
  linkSent: 'linkSentAt',
  confirmed: 'confirmedAt',
  registered: 'registeredAt',
} as const satisfies Record<PortalStep, keyof PortalRegistration>

interface StepsProps {
  /** The open or finished registration; null before one is begun. */
  readonly registration: PortalRegistration | null
  /** What is said of the link while it is waited for. */
  readonly link: ReactNode
  /** Whether a step may be ticked at all: nobody goes on who is not eligible any more. */
  readonly open: boolean
}

/** The steps of registering at the office: which are done and when, which is next, which are ahead. */
export function Steps({ registration, link, open }: StepsProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const following = registration === null ? 'identified' : registration.nextStep
  const next = open ? following : null
  const expired = registration?.state === 'expired'
  return (
    <Box component="ol" sx={{ m: 0, mb: 2, p: 0, listStyle: 'none' }} aria-label={t('portal:steps.title')}>
      {portalSteps.map((step, at) => {
        const doneAt = registration?.[times[step]] ?? null
        const dead = expired && step === 'linkSent'
        return (
          <Box
            component="li"
            key={step}
            aria-current={step === next ? 'step' : undefined}
            sx={{ display: 'flex', gap: 1.5, py: 0.5, alignItems: 'flex-start' }}
          >
            <StepIcon state={dead ? 'dead' : doneAt !== null ? 'done' : step === next ? 'next' : 'ahead'} />
            <Box>
              <Typography
                sx={{ fontWeight: step === next || doneAt !== null ? 600 : 400 }}
                color={doneAt === null && step !== next ? 'text.secondary' : undefined}
              >
                {`${at + 1}. ${t(`portal:step.${step}`)}`}
              </Typography>
              <Typography variant="body2" color="text.secondary">
                {doneAt !== null && t('portal:steps.done', { when: format.dateTime(doneAt) })}
                {doneAt === null && step === next && t('portal:steps.next')}
                {doneAt === null && step !== next && (
                  <Box component="span" sx={visuallyHidden}>
                    {t('portal:steps.ahead')}
                  </Box>
                )}
                {step === 'usernameCreated' && registration?.email && ` · ${registration.email}`}
              </Typography>
              {step === 'linkSent' && (
                <Typography variant="body2" sx={{ fontWeight: 600 }}>
                  {link}
                </Typography>
              )}
            </Box>
          </Box>
        )
      })}
    </Box>
  )
}

function StepIcon({ state }: { readonly state: 'done' | 'next' | 'ahead' | 'dead' }) {
  switch (state) {
    case 'done':
      return <CheckCircleIcon color="success" aria-hidden />
    case 'dead':
      return <ErrorIcon color="error" aria-hidden />
    case 'next':
      return <TripOriginIcon color="primary" aria-hidden />
    case 'ahead':
      return <RadioButtonUncheckedIcon sx={{ color: 'text.secondary' }} aria-hidden />
  }
}
