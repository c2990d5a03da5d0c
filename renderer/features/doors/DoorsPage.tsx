import DownloadIcon from '@mui/icons-material/DownloadOutlined'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import TableCell from '@mui/material/TableCell'
import Typography from '@mui/material/Typography'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../app/client'
import { useFormat } from '../../app/format'
import { useMay } from '../../app/session'
import { ErrorText } from '../../components/ErrorText'
import { ListTable } from '../../components/ListTable'
import { Page } from '../../components/Page'
import { ShowButtons } from '../../components/ShowButtons'
import { LinesSkeleton } from '../../components/Skeletons'
import { Pages } from '../register/Pages'
import { DoorStateMark } from './DoorStateMark'
import { saveCsv } from './saveCsv'
import { useFeeWords } from './useFeeWords'

const pageSize = 50
const shows = ['ordered', 'toInvoice', 'over'] as const
const columns = ['orderedAt', 'name', 'address', 'dispatchedTo', 'fee', 'state'] as const

/** Door openings: those on their way, those to be invoiced, and those that are over. */
export function DoorsPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const fee = useFeeWords()
  const may = useMay()
  const [show, setShow] = useState<(typeof shows)[number]>('ordered')
  const [page, setPage] = useState(0)
  const rows = useRef<HTMLDivElement>(null)
  const query = useQuery(
    api.doors.list.queryOptions({
      input: { show, page },
      placeholderData: keepPreviousData,
      refetchOnMount: 'always',
    }),
  )
  const { data } = query
  const title = t('doors:title')
  const leads = may('lead', 'administrator')
  return (
    <Page
      title={title}
      windowTitle={title}
      lead={
        <Typography>
          <Link href="#/defects">{t('defects:title')}</Link>
          {leads && (
            <>
              {' · '}
              <Link href="#/doors/prices">{t('doors:prices.title')}</Link>
            </>
          )}
        </Typography>
      }
      actions={leads && <Export />}
    >
      <ShowButtons
        label={t('doors:list.show')}
        shows={shows}
        show={show}
        nameOf={(each) => t(`doors:show.${each}`)}
        countOf={(each) => (each === 'over' ? undefined : data?.counts[each])}
        onShow={(each) => {
          setShow(each)
          setPage(0)
        }}
      />
      <ErrorText error={query.error} onRetry={() => void query.refetch()} />
      {data === undefined && !query.isError && <LinesSkeleton lines={10} />}
      {data?.total === 0 && <Typography>{t(`doors:none.${show}`)}</Typography>}
      {data !== undefined && data.total > 0 && (
        <Box ref={rows} tabIndex={-1} sx={{ outline: 'none' }}>
          <Pages page={page} total={data.total} size={pageSize} below={false} onPage={setPage} rows={rows} />
          <ListTable
            label={title}
            columns={columns.map((name) => ({ name, title: t(`doors:column.${name}`) }))}
            rows={data.doors}
            keyOf={({ id }) => id}
            opens={({ id }) => `/doors/${id}`}
            waiting={query.isPlaceholderData}
          >
            {(door, { link }) => (
              <>
                <TableCell sx={{ whiteSpace: 'nowrap' }}>{format.dateTime(door.orderedAt)}</TableCell>
                <TableCell>{link(door.name)}</TableCell>
                <TableCell>{door.address ?? t('residents:hidden.short')}</TableCell>
                <TableCell sx={{ whiteSpace: 'nowrap' }}>{door.dispatchedTo}</TableCell>
                <TableCell>{fee.of(door)}</TableCell>
                <TableCell>
                  <DoorStateMark door={door} />
                </TableCell>
              </>
            )}
          </ListTable>
        </Box>
      )}
    </Page>
  )
}

/** The invoice lines of what was opened, as a file. */
function Export() {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const [said, setSaid] = useState('')
  const write = useMutation({ ...api.doors.exportInvoices.mutationOptions(), gcTime: 0 })
  return (
    <Box>
      <Button
        variant="outlined"
        startIcon={<DownloadIcon />}
        loading={write.isPending}
        onClick={() => {
          setSaid('')
          write.mutate(undefined, {
            onSuccess: ({ csvBase64, lines, withoutFee }) => {
              saveCsv(csvBase64, t('doors:export.fileName'))
              setSaid(
                withoutFee === 0
                  ? t('doors:export.done', { count: lines })
                  : `${t('doors:export.done', { count: lines })} ${t('doors:export.withoutFee', { count: withoutFee })}`,
              )
              void queryClient.invalidateQueries({ queryKey: api.doors.list.key() })
            },
          })
        }}
      >
        {t('doors:export.button')}
      </Button>
      {said !== '' && (
        <Alert severity="success" sx={{ mt: 1 }}>
          {said}
        </Alert>
      )}
      {write.isError && (
        <Box sx={{ mt: 1 }}>
          <ErrorText error={write.error} />
        </Box>
      )}
    </Box>
  )
}
