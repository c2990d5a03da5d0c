import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PortalRegistration } from '#shared/contract/portal'
import { ConfirmDialog } from '../../components/ConfirmDialog'
import { MainButton } from './NextStep'

type Because = 'linkExpired' | 'emailChanged' | 'mistake'

interface BeginAgainProps {
  readonly registration: PortalRegistration
  /** Whether there is a check of today, which a new e-mail address needs. */
  readonly identifiedToday: boolean
  readonly busy: boolean
  readonly onIdentify: () => void
  readonly onBegin: (because: Because) => void
}

/** Beginning the registration again: the link died, the address changed, or a step was ticked by mistake. */
export function BeginAgain({ registration, identifiedToday, busy, onIdentify, onBegin }: BeginAgainProps) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState<Because | null>(null)
  if (registration.state === 'expired') {
    return (
      <>
        <Alert severity="error" sx={{ mb: 2 }}>
          {t('portal:link.dead')}
        </Alert>
        <MainButton key="expired" busy={busy} onAct={() => onBegin('linkExpired')}>
          {t('portal:again.linkExpired')}
        </MainButton>
      </>
    )
  }
  const ask = (because: Because) => (
    <Button size="small" onClick={() => setAsking(because)} disabled={busy}>
      {t(`portal:again.${because}`)}
    </Button>
  )
  const needsCheck = asking === 'emailChanged' && !identifiedToday
  return (
    <>
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', mt: 2 }}>
        {registration.usernameCreatedAt !== null && ask('emailChanged')}
        {registration.usernameCreatedAt !== null && registration.state !== 'registered' && ask('mistake')}
      </Stack>
      {asking !== null && (
        <ConfirmDialog
          open
          title={t(`portal:againTitle.${asking}`)}
          confirm={needsCheck ? t('portal:identify') : t('portal:again.confirm')}
          busy={busy}
          onCancel={() => setAsking(null)}
          onConfirm={() => {
            setAsking(null)
            if (needsCheck) onIdentify()
            else onBegin(asking)
          }}
        >
          {needsCheck ? t('portal:again.needsCheck') : t(`portal:againText.${asking}`)}
        </ConfirmDialog>
      )}
    </>
  )
}
