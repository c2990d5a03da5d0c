import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import { useTranslation } from 'react-i18next'
import type { PortalOverview } from '#shared/contract/portal'
import { useFormat } from '../../app/format'
import { adultOn } from './adulthood'

interface EligibilityProps {
  readonly eligibility: PortalOverview['eligibility']
  readonly birthDate: string | null
}

/** Whether this person may register, why not, and from when when that is known; and what the Portal shows them. */
export function Eligibility({ eligibility, birthDate }: EligibilityProps) {
  const { t } = useTranslation()
  const format = useFormat()
  if (!eligibility.eligible) {
    const { refusal } = eligibility
    return (
      <Alert severity="warning" sx={{ mb: 2 }}>
        <AlertTitle>{t('portal:eligibility.no')}</AlertTitle>
        {t(`refusals:${refusal}`)}
        {refusal === 'minor' && birthDate !== null && (
          <> {t('portal:eligibility.adultOn', { day: format.day(adultOn(birthDate)) })}</>
        )}
      </Alert>
    )
  }
  return (
    <Alert severity="info" sx={{ mb: 2 }}>
      {eligibility.featuresOpenOn === null
        ? t('portal:eligibility.open')
        : t('portal:eligibility.opensOn', { day: format.day(eligibility.featuresOpenOn) })}{' '}
      {eligibility.mainTenant ? t('portal:eligibility.mainTenant') : t('portal:eligibility.resident')}
    </Alert>
  )
}
