import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { PortalRegistration } from '#shared/contract/portal'
import type { PortalStep } from '#shared/rules/portalRegistration'
import type { Draft } from '../../app/drafts'
import { KeyHint } from '../../components/KeyHint'
import { useTakesFocus } from '../../components/useTakesFocus'
import { EmailStep } from './EmailStep'

interface NextStepProps {
  readonly registration: PortalRegistration
  readonly suggestedEmail: string | null
  /** What is typed of the address. */
  readonly email: Draft<string>
  readonly busy: boolean
  readonly onTick: (step: Exclude<PortalStep, 'identified'>, email: string | null) => void
}

/** What is to be seen next in the Portal, and the button that says it was seen, under the finger. */
export function NextStep({ registration, suggestedEmail, email, busy, onTick }: NextStepProps) {
  const { t } = useTranslation()
  const step = registration.nextStep
  if (step === null || step === 'identified') return null
  return (
    <>
      <Typography sx={{ mb: 1 }}>{t(`portal:do.${step}`)}</Typography>
      {step === 'usernameCreated' ? (
        <EmailStep
          draft={email}
          suggested={suggestedEmail}
          busy={busy}
          onEmail={(typed) => onTick(step, typed)}
        />
      ) : (
        <MainButton key={step} busy={busy} onAct={() => onTick(step, null)}>
          {t(`portal:tick.${step}`)}
        </MainButton>
      )}
    </>
  )
}

interface MainButtonProps {
  readonly busy: boolean
  readonly onAct: () => void
  readonly children: string
}

/** The one button of a state; it has the focus when it appears, so that Enter goes on. */
export function MainButton({ busy, onAct, children }: MainButtonProps) {
  const button = useTakesFocus<HTMLButtonElement>()
  return (
    <Button ref={button} variant="contained" loading={busy} onClick={onAct} aria-keyshortcuts="Enter">
      {children}
      <KeyHint keys="Enter" />
    </Button>
  )
}
