import Typography from '@mui/material/Typography'
import type { UseQueryResult } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { api } from '../../app/client'
import { useFormat } from '../../app/format'
import { useMay } from '../../app/session'
import { ErrorText } from '../../components/ErrorText'
import { Facts, Section } from '../../components/Section'
import { LinesSkeleton } from '../../components/Skeletons'

type Status = Awaited<ReturnType<typeof api.register.status.call>>

/** How large the register is, and when it last came. */
export function RegisterNow({ register }: { readonly register: UseQueryResult<Status> }) {
  const { t } = useTranslation()
  const { number, dateTime } = useFormat()
  const may = useMay()
  const { data } = register
  return (
    <Section
      title={t('system:registerNow.title')}
      actions={may('administrator', 'lead') && <Link href="/register">{t('system:registerNow.open')}</Link>}
    >
      <ErrorText error={data === undefined ? register.error : null} onRetry={() => void register.refetch()} />
      {register.isPending && <LinesSkeleton lines={4} />}
      {data?.kind === 'empty' && <Typography>{t('system:registerNow.empty')}</Typography>}
      {data !== undefined && data.kind !== 'empty' && (
        <Facts
          rows={[
            { name: t('system:registerNow.kind'), value: t(`system:registerNow.${data.kind}`) },
            { name: t('system:registerNow.residents'), value: number(data.residents) },
            { name: t('system:registerNow.apartments'), value: number(data.apartments) },
            { name: t('system:registerNow.properties'), value: number(data.properties) },
            {
              name: t('system:registerNow.lastImport'),
              value: data.lastImport ? `${dateTime(data.lastImport.at)}, ${data.lastImport.by}` : '–',
            },
          ]}
        />
      )}
    </Section>
  )
}
