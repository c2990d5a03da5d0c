import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type RequestDestination, requestDestinations } from '#shared/rules/requestKinds'
import { api } from '../../app/client'
import { useFormat } from '../../app/format'
import { ErrorText } from '../../components/ErrorText'
import { SelectInput } from '../../components/FormField'
import { announce } from '../../components/Live'
import { Page } from '../../components/Page'
import { LinesSkeleton } from '../../components/Skeletons'
import { Pages } from '../register/Pages'
import { OpenRequestsTable } from './OpenRequestsTable'

/** Requests to a page, as the desk gives them. */
const pageSize = 50
const shows = ['all', 'overdue', 'notHandedOff'] as const
type Show = (typeof shows)[number]

/** Every open service request, the first due first. */
export function OpenRequestsPage() {
  const { t } = useTranslation()
  const { number } = useFormat()
  const [show, setShow] = useState<Show>('all')
  const [goesTo, setGoesTo] = useState<RequestDestination | null>(null)
  const [page, setPage] = useState(0)
  const rows = useRef<HTMLDivElement>(null)
  const query = useQuery(
    api.requests.open.queryOptions({
      input: { show, goesTo, page },
      placeholderData: keepPreviousData,
      refetchOnMount: 'always',
    }),
  )
  const { data } = query
  const fresh = data !== undefined && !query.isPlaceholderData
  // The last request of the last page was answered.
  const lastPage = fresh ? Math.max(0, Math.ceil(data.total / pageSize) - 1) : page
  useEffect(() => {
    if (page > lastPage) setPage(lastPage)
  }, [page, lastPage])
  const found = fresh ? data.total : null
  useEffect(() => {
    if (found !== null) announce(t('requests:list.count', { count: found, number: number(found) }))
  }, [found, t, number])
  const counts = { all: undefined, overdue: data?.overdue, notHandedOff: data?.notHandedOff }
  const title = t('requests:title')
  const pages = (below: boolean) =>
    data !== undefined && (
      <Pages page={page} total={data.total} size={pageSize} below={below} onPage={setPage} rows={rows} />
    )
  return (
    <Page title={title} windowTitle={title} lead={<Typography>{t('requests:list.lead')}</Typography>}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: 2 }}>
        <Box
          component="fieldset"
          aria-label={t('requests:list.show')}
          sx={{ m: 0, mb: 2, p: 0, border: 0, display: 'flex', flexWrap: 'wrap', gap: 1 }}
        >
          {shows.map((each) => {
            const count = counts[each]
            const word = t(`requests:show.${each}`)
            return (
              <Button
                key={each}
                size="small"
                variant={each === show ? 'contained' : 'outlined'}
                aria-pressed={each === show}
                onClick={() => {
                  setShow(each)
                  setPage(0)
                }}
              >
                {count === undefined ? word : t('requests:list.counted', { word, number: number(count) })}
              </Button>
            )
          })}
        </Box>
        <Box sx={{ width: 260 }}>
          <SelectInput
            id="requests-goesTo"
            label={t('requests:column.goesTo')}
            value={goesTo ?? ''}
            onChange={(event) => {
              setGoesTo(requestDestinations.find((each) => each === event.target.value) ?? null)
              setPage(0)
            }}
            options={[
              { value: '', text: t('requests:list.everywhere') },
              ...requestDestinations.map((value) => ({ value, text: t(`requests:goesTo.${value}`) })),
            ]}
          />
        </Box>
      </Box>
      <ErrorText error={query.error} onRetry={() => void query.refetch()} />
      {data === undefined && !query.isError && <LinesSkeleton lines={12} />}
      {data !== undefined && (
        <Box ref={rows} tabIndex={-1} sx={{ outline: 'none' }}>
          {data.total === 0 ? (
            <Typography sx={{ my: 1 }}>{t(`requests:none.${show}`)}</Typography>
          ) : (
            <>
              {pages(false)}
              <OpenRequestsTable requests={data.requests} waiting={query.isPlaceholderData} />
              {data.total > pageSize && pages(true)}
            </>
          )}
        </Box>
      )}
    </Page>
  )
}
