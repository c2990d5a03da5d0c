import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutboxMessage } from '#shared/contract/outbox'
import { api } from '../../app/client'
import { useFormat } from '../../app/format'
import { ErrorText } from '../../components/ErrorText'
import { announce } from '../../components/Live'
import { Page } from '../../components/Page'
import { LinesSkeleton } from '../../components/Skeletons'
import { Pages } from '../register/Pages'
import { MessageDialog } from './MessageDialog'
import { NoServer } from './NoServer'
import { OutboxTable } from './OutboxTable'
import { type Show, ShowTags } from './ShowTags'

/** Messages to a page, as the desk gives them. */
const pageSize = 50

/** Messages to customers, and where they are. Begins with those that need somebody, when there are any. */
export function OutboxPage() {
  const { t } = useTranslation()
  const { number } = useFormat()
  const [chosen, setChosen] = useState<Show | null>(null)
  const [page, setPage] = useState(0)
  const [open, setOpen] = useState<OutboxMessage | null>(null)
  const rows = useRef<HTMLDivElement>(null)
  const show = chosen ?? 'attention'
  const query = useQuery(
    api.outbox.list.queryOptions({
      input: { show, page },
      placeholderData: keepPreviousData,
      // Where the page begins depends on what is so now, not on what was when it was left.
      refetchOnMount: 'always',
    }),
  )
  const { data, isFetchedAfterMount: read } = query
  const all = useQuery(api.outbox.list.queryOptions({ input: { show: 'all', page: 0 } }))
  const sent = useQuery(api.outbox.list.queryOptions({ input: { show: 'sent', page: 0 } }))
  const fresh = data !== undefined && !query.isPlaceholderData
  useEffect(() => {
    if (chosen === null && fresh && read) setChosen(data.attention > 0 ? 'attention' : 'all')
  }, [chosen, fresh, read, data])
  // The last message of the last page was settled.
  const lastPage = fresh ? Math.max(0, Math.ceil(data.total / pageSize) - 1) : page
  useEffect(() => {
    if (page > lastPage) setPage(lastPage)
  }, [page, lastPage])
  const found = chosen !== null && fresh ? data.total : null
  useEffect(() => {
    if (found !== null) announce(t('outbox:count', { count: found, number: number(found) }))
  }, [found, t, number])

  const wasOpen = useRef(false)
  useEffect(() => {
    // The row that the dialog was opened from can be gone from the list, and the focus with it.
    if (wasOpen.current && open === null && document.activeElement === document.body)
      rows.current?.focus({ preventScroll: true })
    wasOpen.current = open !== null
  }, [open])

  // One that has been dealt with leaves the list that is shown, and goes on elsewhere while it is open.
  const now = [data, all.data, sent.data]
    .flatMap((list) => list?.messages ?? [])
    .find(({ id }) => id === open?.id)

  const title = t('outbox:title')
  const ready = data !== undefined && chosen !== null
  const pages = (below: boolean) =>
    ready && (
      <Pages page={page} total={data.total} size={pageSize} below={below} onPage={setPage} rows={rows} />
    )
  return (
    <Page title={title} windowTitle={title} lead={<Typography>{t('outbox:lead')}</Typography>}>
      {data?.configured === false && <NoServer />}
      <ShowTags
        chosen={chosen ?? 'all'}
        counts={{
          attention: data?.attention,
          waiting: data?.waiting,
          sent: sent.data?.total,
          all: all.data?.total,
        }}
        onChoose={(next) => {
          setChosen(next)
          setPage(0)
        }}
      />
      <ErrorText error={query.error} onRetry={() => void query.refetch()} />
      {!ready && !query.isError && <LinesSkeleton lines={12} />}
      {ready && (
        <Box ref={rows} tabIndex={-1} sx={{ outline: 'none' }}>
          {data.total === 0 ? (
            <Typography sx={{ my: 1 }}>{t(`outbox:none.${show}`)}</Typography>
          ) : (
            <>
              {pages(false)}
              <OutboxTable
                messages={data.messages}
                configured={data.configured}
                waiting={query.isPlaceholderData}
                onOpen={setOpen}
              />
              {data.total > pageSize && pages(true)}
            </>
          )}
        </Box>
      )}
      {open !== null && data !== undefined && (
        <MessageDialog
          key={open.id}
          message={now ?? open}
          configured={data.configured}
          onChanged={setOpen}
          onClose={() => setOpen(null)}
        />
      )}
    </Page>
  )
}
