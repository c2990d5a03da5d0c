import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../app/client'
import { Facts, Section } from '../../components/Section'

/** How this desk is set up: what a person asks for when something is to be found, backed up or mended. */
export function AboutThisDesk() {
  const { t } = useTranslation()
  const status = useQuery(api.system.status.queryOptions())
  const { data } = status
  if (data === undefined) return null
  return (
    <Section title={t('system:about.title')}>
      <Facts
        rows={[
          { name: t('system:about.deskName'), value: data.deskName },
          { name: t('system:about.version'), value: data.version },
          { name: t('system:about.host'), value: t(`system:about.hosts.${data.host}`) },
          { name: t('system:about.engine'), value: t(`system:about.engines.${data.database.kind}`) },
          { name: t('system:about.keyStore'), value: t(`system:about.keyStores.${data.keyStore}`) },
          { name: t('system:about.dataDir'), value: <code>{data.dataDir}</code> },
        ]}
      />
    </Section>
  )
}
