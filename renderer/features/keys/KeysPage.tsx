import UploadIcon from '@mui/icons-material/UploadFileOutlined'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHashLocation } from 'wouter/use-hash-location'
import { type HandoffDirection, handoffDirections } from '#shared/rules/keyHandoff'
import { api } from '../../app/client'
import { useFormat } from '../../app/format'
import { ErrorText } from '../../components/ErrorText'
import { SelectInput } from '../../components/FormField'
import { announce } from '../../components/Live'
import { Page } from '../../components/Page'
import { ShowButtons } from '../../components/ShowButtons'
import { LinesSkeleton } from '../../components/Skeletons'
import { KeyButton } from '../mandates/KeyButton'
import { Pages } from '../register/Pages'
import { BlcList } from './BlcList'
import { FindHandoff, FindPlace } from './FindFields'
import { HandoffsTable } from './HandoffsTable'
import { WeekFigures } from './WeekFigures'

/** Hand-offs to a page, as the desk gives them. */
const pageSize = 50
const chased = ['dueToday', 'late', 'missing'] as const
const shows = [...chased, 'open', 'counted', 'over'] as const
type Show = (typeof shows)[number]
const isChased = (show: Show) => chased.find((each) => each === show)

/** Keys on their way: what is due, late or missing, the way to any of them, and how it has gone by weeks. */
export function KeysPage() {
  const { t } = useTranslation()
  const { number } = useFormat()
  const [, navigate] = useHashLocation()
  const [show, setShow] = useState<Show>('open')
  const [direction, setDirection] = useState<HandoffDirection | null>(null)
  const [page, setPage] = useState(0)
  const [printing, setPrinting] = useState(false)
  const rows = useRef<HTMLDivElement>(null)
  const chase = isChased(show)
  const options = { placeholderData: keepPreviousData, refetchOnMount: 'always' } as const
  // The counts of what needs somebody are shown whatever the list is.
  const chasing = useQuery(
    api.keys.chase.queryOptions({
      input: { show: chase ?? 'dueToday', direction, page: chase ? page : 0 },
      ...options,
    }),
  )
  const listed = useQuery({
    ...api.keys.handoffs.queryOptions({
      input: { show: chase ? 'open' : (show as 'open' | 'counted' | 'over'), direction, page },
      ...options,
    }),
    enabled: !chase,
  })
  const query = chase ? chasing : listed
  const { data } = query
  const counts = chasing.data?.counts
  const fresh = data !== undefined && !query.isPlaceholderData
  const lastPage = fresh ? Math.max(0, Math.ceil(data.total / pageSize) - 1) : page
  useEffect(() => {
    if (page > lastPage) setPage(lastPage)
  }, [page, lastPage])
  const found = fresh ? data.total : null
  useEffect(() => {
    if (found !== null) announce(t('keys:list.count', { count: found, number: number(found) }))
  }, [found, t, number])
  const title = t('keys:list.title')
  const pages = (below: boolean) =>
    data !== undefined && (
      <Pages page={page} total={data.total} size={pageSize} below={below} onPage={setPage} rows={rows} />
    )
  return (
    <Page
      title={title}
      windowTitle={title}
      lead={<Typography>{t('keys:list.lead')}</Typography>}
      actions={
        <Stack direction="row" sx={{ gap: 1 }}>
          <KeyButton
            keys="R"
            icon={<UploadIcon />}
            label={t('keys:list.reports')}
            main
            onAct={() => navigate('/keys/reports')}
          />
          <KeyButton keys="T" label={t('keys:paper.blcList')} onAct={() => setPrinting(true)} />
        </Stack>
      }
    >
      {counts !== undefined && counts.openRows > 0 && (
        <Alert severity="warning" role="note" sx={{ mb: 2 }}>
          {t('keys:list.openRows', { count: counts.openRows, number: number(counts.openRows) })}{' '}
          <Link href="#/keys/reports" color="inherit">
            {t('keys:list.lookAtRows')}
          </Link>
        </Alert>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3 }}>
        <FindHandoff />
        <FindPlace />
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: 2 }}>
        <ShowButtons
          label={t('keys:list.show')}
          shows={shows}
          show={show}
          nameOf={(each) => t(`keys:show.${each}`)}
          countOf={(each) => {
            const own = isChased(each)
            return own && counts?.[own]
          }}
          onShow={(each) => {
            setShow(each)
            setPage(0)
          }}
        />
        <Box sx={{ width: 200 }}>
          <SelectInput
            id="keys-direction"
            label={t('keys:list.direction')}
            value={direction ?? ''}
            onChange={(event) => {
              setDirection(handoffDirections.find((each) => each === event.target.value) ?? null)
              setPage(0)
            }}
            options={[
              { value: '', text: t('keys:list.both') },
              ...handoffDirections.map((value) => ({ value, text: t(`keys:direction.${value}`) })),
            ]}
          />
        </Box>
      </Box>
      <ErrorText error={query.error} onRetry={() => void query.refetch()} />
      {data === undefined && !query.isError && <LinesSkeleton lines={8} />}
      {data !== undefined && (
        <Box ref={rows} tabIndex={-1} sx={{ outline: 'none', mb: 2 }}>
          {data.total === 0 ? (
            <Typography sx={{ my: 1 }}>{t(`keys:none.${show}`)}</Typography>
          ) : (
            <>
              {pages(false)}
              <HandoffsTable handoffs={data.handoffs} waiting={query.isPlaceholderData} />
              {data.total > pageSize && pages(true)}
            </>
          )}
        </Box>
      )}
      <WeekFigures />
      {printing && <BlcList onClose={() => setPrinting(false)} />}
    </Page>
  )
}
