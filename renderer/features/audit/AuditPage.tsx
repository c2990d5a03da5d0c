import RefreshIcon from '@mui/icons-material/Refresh'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../app/client'
import { useFormat } from '../../app/format'
import { ErrorText } from '../../components/ErrorText'
import { announce } from '../../components/Live'
import { Page } from '../../components/Page'
import { LinesSkeleton } from '../../components/Skeletons'
import { Pages } from '../register/Pages'
import { AuditFilters } from './AuditFilters'
import { AuditTable } from './AuditTable'
import { ChainCheck } from './ChainCheck'
import { FilterTags } from './FilterTags'
import { type AuditFilter, inputOf, noFilter } from './filters'

/** Records to a page, as the desk gives them. */
const pageSize = 50

/** Who looked at and did what: filtered by person, by staff and by day, newest first. For the lead. */
export function AuditPage() {
  const { t } = useTranslation()
  const { number } = useFormat()
  const [filter, setFilter] = useState(noFilter)
  const [page, setPage] = useState(0)
  // The newest record when the first page was read: the pages after it go on from there.
  const [upTo, setUpTo] = useState<number | null>(null)
  const rows = useRef<HTMLDivElement>(null)
  const query = useQuery(
    api.audit.list.queryOptions({
      input: { ...inputOf(filter, page), upTo },
      placeholderData: keepPreviousData,
      // Each look at the log is itself written in it: it is read when asked for, never by itself.
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnReconnect: false,
      gcTime: 0,
    }),
  )
  const { data } = query
  const apply = (next: AuditFilter) => {
    setFilter(next)
    setPage(0)
    setUpTo(null)
  }
  const found = data === undefined || query.isPlaceholderData ? null : data.total
  useEffect(() => {
    if (found !== null) announce(t('audit:count', { count: found, number: number(found) }))
  }, [found, t, number])

  const turnTo = (next: number) => {
    setUpTo(next === 0 ? null : (data?.upTo ?? null))
    setPage(next)
  }
  const title = t('audit:title')
  const pages = (below: boolean) =>
    data !== undefined && (
      <Pages page={page} total={data.total} size={pageSize} below={below} onPage={turnTo} rows={rows} />
    )
  return (
    <Page
      title={title}
      windowTitle={title}
      lead={<Typography>{t('audit:lead')}</Typography>}
      actions={
        <Button
          startIcon={<RefreshIcon />}
          loading={query.isFetching && !query.isPending}
          onClick={() => void query.refetch()}
        >
          {t('audit:refresh')}
        </Button>
      }
    >
      <ChainCheck />
      <AuditFilters applied={filter} onApply={apply} />
      <FilterTags filter={filter} onApply={apply} />
      <ErrorText error={query.error} onRetry={() => void query.refetch()} />
      {query.isPending && <LinesSkeleton lines={12} />}
      {data !== undefined && (
        <Box ref={rows} tabIndex={-1} sx={{ outline: 'none' }}>
          {data.total === 0 ? <Typography sx={{ my: 1 }}>{t('audit:none')}</Typography> : pages(false)}
          <AuditTable records={data.records} waiting={query.isPlaceholderData} />
          {data.total > pageSize && pages(true)}
        </Box>
      )}
    </Page>
  )
}
