import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../app/client'
import { useMay } from '../../app/session'
import { ErrorText } from '../../components/ErrorText'
import { Section } from '../../components/Section'
import { LinesSkeleton } from '../../components/Skeletons'
import { SettingsForm } from './SettingsForm'

/** Where BLC Turva's lists go, when keys are late and reminded of: for the lead and administrators. */
export function KeySettings() {
  const may = useMay()
  return may('lead', 'administrator') ? <Settings /> : null
}

function Settings() {
  const { t } = useTranslation()
  const settings = useQuery(api.keys.readSettings.queryOptions())
  const { data } = settings
  return (
    <Section title={t('keys:settings.title')}>
      <ErrorText error={data === undefined ? settings.error : null} onRetry={() => void settings.refetch()} />
      {settings.isPending && <LinesSkeleton lines={6} />}
      {data !== undefined && <SettingsForm settings={data} />}
    </Section>
  )
}
