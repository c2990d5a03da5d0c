import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TableCell from '@mui/material/TableCell'
import Typography from '@mui/material/Typography'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LocalDay } from '#shared/rules/localDay'
import { api } from '../../app/client'
import { useFormat } from '../../app/format'
import { ErrorText } from '../../components/ErrorText'
import { ListTable } from '../../components/ListTable'
import { LinesSkeleton } from '../../components/Skeletons'
import { Pages } from '../register/Pages'
import { CallsDay } from './CallsDay'
import { elapsedText } from './elapsed'
import { useCallerWords } from './NoCall'

const pageSize = 50
const shows = ['mine', 'all', 'asOy'] as const
const columns = ['startedAt', 'caller', 'topic', 'outcome', 'lasted', 'by'] as const

/** The calls that were, the newest first. */
export function CallsList() {
  const { t } = useTranslation()
  const format = useFormat()
  const who = useCallerWords()
  const [show, setShow] = useState<(typeof shows)[number]>('mine')
  const [day, setDay] = useState<LocalDay | null>(null)
  const [page, setPage] = useState(0)
  const rows = useRef<HTMLDivElement>(null)
  const query = useQuery(
    api.calls.list.queryOptions({
      input: { show, day, page },
      placeholderData: keepPreviousData,
      refetchOnMount: 'always',
    }),
  )
  const { data } = query
  return (
    <Box component="section" aria-label={t('calls:list.title')}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 1 }}>
        <Typography variant="h2" sx={{ mr: 1 }}>
          {t('calls:list.title')}
        </Typography>
        {shows.map((each) => (
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
            {t(`calls:list.${each}`)}
          </Button>
        ))}
        <CallsDay
          day={day}
          onDay={(to) => {
            setDay(to)
            setPage(0)
          }}
        />
      </Box>
      <ErrorText error={query.error} onRetry={() => void query.refetch()} />
      {data === undefined && !query.isError && <LinesSkeleton lines={6} />}
      {data?.total === 0 && (
        <Typography>{day === null ? t('calls:list.none') : t('calls:list.noneOfDay')}</Typography>
      )}
      {data !== undefined && data.total > 0 && (
        <Box ref={rows} tabIndex={-1} sx={{ outline: 'none' }}>
          <Pages page={page} total={data.total} size={pageSize} below={false} onPage={setPage} rows={rows} />
          <ListTable
            label={t('calls:list.title')}
            columns={columns.map((name) => ({ name, title: t(`calls:column.${name}`) }))}
            rows={data.calls}
            keyOf={({ id }) => id}
            opens={({ id }) => `/calls/${id}`}
            waiting={query.isPlaceholderData}
          >
            {(call, { link }) => (
              <>
                <TableCell sx={{ whiteSpace: 'nowrap' }}>{format.dateTime(call.startedAt)}</TableCell>
                <TableCell>{link(who(call))}</TableCell>
                <TableCell>{call.topic === null ? '' : t(`calls:topic.${call.topic}`)}</TableCell>
                <TableCell>
                  {call.outcome === null
                    ? t(`calls:state.${call.state}`)
                    : t(`calls:outcome.${call.outcome}`)}
                </TableCell>
                <TableCell>{call.state === 'ended' ? elapsedText(call.talkedSeconds) : ''}</TableCell>
                <TableCell>{call.by}</TableCell>
              </>
            )}
          </ListTable>
        </Box>
      )}
    </Box>
  )
}
