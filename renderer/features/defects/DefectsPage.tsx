import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../app/client'
import { ErrorText } from '../../components/ErrorText'
import { SelectInput } from '../../components/FormField'
import { Page } from '../../components/Page'
import { ShowButtons } from '../../components/ShowButtons'
import { LinesSkeleton } from '../../components/Skeletons'
import { Pages } from '../register/Pages'
import { DefectsTable } from './DefectsTable'

const pageSize = 50
const shows = ['open', 'urgent', 'late', 'notHandedOff', 'asOy', 'over'] as const
type Show = (typeof shows)[number]

/** Defects of everybody, the first due first; door openings are beside them. */
export function DefectsPage() {
  const { t } = useTranslation()
  const [show, setShow] = useState<Show>('open')
  const [area, setArea] = useState<string | null>(null)
  const [page, setPage] = useState(0)
  const rows = useRef<HTMLDivElement>(null)
  const query = useQuery(
    api.defects.list.queryOptions({
      input: { show, area, page },
      placeholderData: keepPreviousData,
      refetchOnMount: 'always',
    }),
  )
  const { data } = query
  const title = t('defects:title')
  const pages = (below: boolean) =>
    data !== undefined && (
      <Pages page={page} total={data.total} size={pageSize} below={below} onPage={setPage} rows={rows} />
    )
  return (
    <Page
      title={title}
      windowTitle={title}
      lead={
        <Typography>
          {t('defects:list.lead')} <Link href="#/doors">{t('doors:title')}</Link>
        </Typography>
      }
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', columnGap: 2 }}>
        <ShowButtons
          label={t('defects:list.show')}
          shows={shows}
          show={show}
          nameOf={(each) => t(`defects:show.${each}`)}
          countOf={(each) => (each === 'over' ? undefined : data?.counts[each])}
          onShow={(each) => {
            setShow(each)
            setPage(0)
          }}
        />
        {data !== undefined && data.areas.length > 0 && (
          <Box sx={{ width: 260 }}>
            <SelectInput
              id="defects-area"
              label={t('defects:list.area')}
              value={area ?? ''}
              onChange={({ target }) => {
                setArea(target.value === '' ? null : target.value)
                setPage(0)
              }}
              options={[
                { value: '', text: t('defects:list.everyArea') },
                ...data.areas.map((value) => ({ value, text: value })),
              ]}
            />
          </Box>
        )}
      </Box>
      <ErrorText error={query.error} onRetry={() => void query.refetch()} />
      {data === undefined && !query.isError && <LinesSkeleton lines={12} />}
      {data !== undefined && (
        <Box ref={rows} tabIndex={-1} sx={{ outline: 'none' }}>
          {data.total === 0 ? (
            <Typography sx={{ my: 1 }}>{t(`defects:none.${show}`)}</Typography>
          ) : (
            <>
              {pages(false)}
              <DefectsTable defects={data.defects} waiting={query.isPlaceholderData} />
              {data.total > pageSize && pages(true)}
            </>
          )}
        </Box>
      )}
    </Page>
  )
}
