import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { SmtpSettings as Smtp } from '#shared/contract/outbox'
import { api } from '../../app/client'
import { useMay } from '../../app/session'
import { ErrorText } from '../../components/ErrorText'
import { Facts, Section } from '../../components/Section'
import { LinesSkeleton } from '../../components/Skeletons'
import { SmtpForm } from './SmtpForm'

/** The server by which messages go out: administrators set it, the lead sees it, and others do not need it. */
export function SmtpSettings() {
  const may = useMay()
  return may('administrator', 'lead') ? <SmtpSection /> : null
}

function SmtpSection() {
  const { t } = useTranslation()
  const may = useMay()
  const settings = useQuery(api.outbox.readSettings.queryOptions())
  const { data } = settings
  return (
    <Section title={t('outbox:smtp.title')}>
      <ErrorText error={data === undefined ? settings.error : null} onRetry={() => void settings.refetch()} />
      {settings.isPending && <LinesSkeleton lines={4} />}
      {data !== undefined && (
        <>
          {data.smtp === null && <Typography sx={{ mb: 2 }}>{t('outbox:smtp.none')}</Typography>}
          {may('administrator') ? <SmtpForm mail={data} /> : data.smtp && <SmtpFacts smtp={data.smtp} />}
        </>
      )}
    </Section>
  )
}

function SmtpFacts({ smtp }: { readonly smtp: Smtp }) {
  const { t } = useTranslation()
  return (
    <Facts
      rows={[
        { name: t('outbox:smtp.host'), value: `${smtp.host}:${smtp.port}` },
        { name: t('outbox:smtp.security'), value: t(`outbox:smtp.securities.${smtp.security}`) },
        { name: t('outbox:smtp.username'), value: smtp.username ?? t('outbox:smtp.noUsername') },
        { name: t('outbox:smtp.sender'), value: `${smtp.senderName}, ${smtp.senderAddress}` },
      ]}
    />
  )
}
