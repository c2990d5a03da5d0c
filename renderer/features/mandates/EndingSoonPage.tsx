import TableCell from '@mui/material/TableCell'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { client } from '../../app/client'
import { api } from '../../app/client'
import { useFormat } from '../../app/format'
import { ErrorText } from '../../components/ErrorText'
import { ListTable } from '../../components/ListTable'
import { Page } from '../../components/Page'
import { LinesSkeleton } from '../../components/Skeletons'
import { fullName } from './people'
import { useMandateWords } from './useMandateWords'

type Ending = Awaited<ReturnType<typeof client.mandates.endingSoon>>['mandates']

/** Powers that end in the next thirty days, the first to end first. */
export function EndingSoonPage() {
  const { t } = useTranslation()
  const query = useQuery(api.mandates.endingSoon.queryOptions({ refetchOnMount: 'always' }))
  const { data } = query
  const title = t('mandates:title')
  return (
    <Page title={title} windowTitle={title} lead={<Typography>{t('mandates:ending.lead')}</Typography>}>
      <ErrorText error={query.error} onRetry={() => void query.refetch()} />
      {data === undefined ? (
        !query.isError && <LinesSkeleton lines={10} />
      ) : data.mandates.length === 0 ? (
        <Typography sx={{ my: 1 }}>{t('mandates:ending.none')}</Typography>
      ) : (
        <>
          <Typography sx={{ mb: 1 }}>
            {data.more
              ? t('mandates:ending.more', { count: data.mandates.length })
              : t('mandates:ending.count', { count: data.mandates.length })}
          </Typography>
          <EndingTable mandates={data.mandates} />
        </>
      )}
    </Page>
  )
}

const columns = ['endsOn', 'grantors', 'grantees', 'scopes'] as const

/** The powers, the one that ends first on top. */
function EndingTable({ mandates }: { readonly mandates: Ending }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useMandateWords()
  return (
    <ListTable
      label={t('mandates:ending.table')}
      columns={columns.map((name) => ({ name, title: t(`mandates:ending.${name}`) }))}
      rows={mandates}
      keyOf={({ id }) => id}
      opens={({ id }) => `/mandates/${id}`}
    >
      {(mandate, { link }) => (
        <>
          <TableCell sx={{ whiteSpace: 'nowrap' }}>{format.day(mandate.endsOn)}</TableCell>
          <TableCell>{link(mandate.grantors.map(({ name }) => name).join(', '))}</TableCell>
          <TableCell>{mandate.grantees.map(fullName).join(', ')}</TableCell>
          <TableCell>
            {[words.scopes(mandate), words.object(mandate.object)].filter(Boolean).join(' · ')}
          </TableCell>
        </>
      )}
    </ListTable>
  )
}
