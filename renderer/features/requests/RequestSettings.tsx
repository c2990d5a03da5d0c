import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../app/client'
import { useMay } from '../../app/session'
import { ErrorText } from '../../components/ErrorText'
import { Section } from '../../components/Section'
import { LinesSkeleton } from '../../components/Skeletons'
import { SettingsForm } from './SettingsForm'

/** Where service requests go and until when: for the lead and administrators. */
export function RequestSettings() {
  const may = useMay()
  return may('lead', 'administrator') ? <Settings /> : null
}

function Settings() {
  const { t } = useTranslation()
  const settings = useQuery(api.requests.readSettings.queryOptions())
  const { data } = settings
  return (
    <Section title={t('requests:title')}>
      <ErrorText error={data === undefined ? settings.error : null} onRetry={() => void settings.refetch()} />
      {settings.isPending && <LinesSkeleton lines={6} />}
      {data !== undefined && <SettingsForm settings={data} />}
    </Section>
  )
}
