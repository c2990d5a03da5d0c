import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { UseQueryResult } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { api } from '../../app/client'
import { useFormat } from '../../app/format'
import { ErrorText } from '../../components/ErrorText'
import { Section } from '../../components/Section'
import { LinesSkeleton } from '../../components/Skeletons'

type Status = Awaited<ReturnType<typeof api.register.status.call>>

/** What the register holds now, and who last brought it in. */
export function RegisterStatus({ status }: { readonly status: UseQueryResult<Status> }) {
  const { t } = useTranslation()
  const { data } = status
  return (
    <Section title={t('register:now.title')}>
      <ErrorText error={data === undefined ? status.error : null} onRetry={() => void status.refetch()} />
      {status.isPending && <LinesSkeleton lines={1} />}
      {data?.kind === 'empty' && <Typography>{t('register:now.empty')}</Typography>}
      {data !== undefined && data.kind !== 'empty' && <Figures status={data} />}
    </Section>
  )
}

function Figures({ status }: { readonly status: Status }) {
  const { t } = useTranslation()
  const { number, dateTime } = useFormat()
  const { kind, residents, apartments, properties, lastImport } = status
  const facts = [
    { name: t('register:now.kind'), value: t(`register:kind.${kind}`) },
    { name: t('register:now.residents'), value: number(residents) },
    { name: t('register:now.apartments'), value: number(apartments) },
    { name: t('register:now.properties'), value: number(properties) },
    {
      name: t('register:now.lastImport'),
      value: lastImport === null ? '–' : `${dateTime(lastImport.at)}, ${lastImport.by}`,
    },
  ]
  return (
    <Box component="dl" sx={{ m: 0, display: 'flex', flexWrap: 'wrap', columnGap: 5, rowGap: 1 }}>
      {facts.map(({ name, value }) => (
        <div key={name}>
          <Typography component="dt" variant="body2" color="text.secondary">
            {name}
          </Typography>
          <Typography component="dd" sx={{ m: 0, fontWeight: 600 }}>
            {value}
          </Typography>
        </div>
      ))}
    </Box>
  )
}
