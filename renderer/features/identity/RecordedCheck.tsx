import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { useHashLocation } from 'wouter/use-hash-location'
import type { IdentityCheck } from '#shared/contract/identity'
import { useFormat } from '../../app/format'
import { KeyHint } from '../../components/KeyHint'
import { Section } from '../../components/Section'
import { useTakesFocus } from '../../components/useTakesFocus'

interface RecordedCheckProps {
  readonly check: IdentityCheck
  readonly residentId: string
  readonly onAgain: () => void
}

/** What was recorded, and the next step under the finger. */
export function RecordedCheck({ check, residentId, onAgain }: RecordedCheckProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const [, navigate] = useHashLocation()
  const next = useTakesFocus<HTMLButtonElement>()
  const accepted = check.outcome === 'accepted'
  const toPortal = accepted && check.purpose === 'portal'
  const back = (main: boolean) => (
    <Button
      ref={main ? next : undefined}
      variant={main ? 'contained' : 'outlined'}
      onClick={() => navigate(`/residents/${residentId}`)}
    >
      {t('identity:recorded.back')}
    </Button>
  )
  return (
    <Section title={t('identity:recorded.title')}>
      <Alert severity={accepted ? 'success' : 'warning'} sx={{ mb: 2 }}>
        <AlertTitle sx={{ mb: 0 }}>
          {accepted
            ? t(`identity:recorded.accepted.${check.purpose}`)
            : t('identity:recorded.refused', {
                reasons: check.refusals.map((name) => t(`identity:refusedBecause.${name}`)).join(', '),
              })}
        </AlertTitle>
      </Alert>
      <Typography sx={{ mb: 2 }}>
        {t('identity:recorded.by', { when: format.dateTime(check.checkedAt), name: check.checkedBy })}{' '}
        {t('identity:recorded.forgotten')}
      </Typography>
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
        {toPortal && (
          <Button ref={next} variant="contained" onClick={() => navigate(`/residents/${residentId}/portal`)}>
            {t('identity:recorded.toPortal')}
            <KeyHint keys="Enter" />
          </Button>
        )}
        {!accepted && (
          <Button ref={next} variant="contained" onClick={onAgain}>
            {t('identity:recorded.another')}
          </Button>
        )}
        {back(accepted && !toPortal)}
      </Stack>
    </Section>
  )
}
