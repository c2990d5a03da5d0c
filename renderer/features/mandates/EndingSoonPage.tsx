import Link from '@mui/material/Link'
import Paper from '@mui/material/Paper'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHashLocation } from 'wouter/use-hash-location'
import type { client } from '../../app/client'
import { api } from '../../app/client'
import { useFormat } from '../../app/format'
import { ErrorText } from '../../components/ErrorText'
import { Page } from '../../components/Page'
import { rowAfterKey } from '../../components/rowKeys'
import { LinesSkeleton } from '../../components/Skeletons'
import { fullName } from './people'
import { useMandateWords } from './useMandateWords'

type Ending = Awaited<ReturnType<typeof client.mandates.endingSoon>>['mandates']

/** Powers that end in the next thirty days, the first to end first. */
export default function EndingSoonPage() {
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

/** Up and down, Home and End move from row to row; Enter opens the power. */
function EndingTable({ mandates }: { readonly mandates: Ending }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useMandateWords()
  const [, navigate] = useHashLocation()
  const [active, setActive] = useState(0)
  const body = useRef<HTMLTableSectionElement>(null)
  const at = Math.min(active, mandates.length - 1)
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rowAfterKey(event, at, mandates.length)
    if (row === undefined) return
    setActive(row)
    body.current?.querySelectorAll<HTMLElement>('a')[row]?.focus()
  }
  return (
    <Paper variant="outlined">
      <Table
        stickyHeader
        size="small"
        aria-label={t('mandates:ending.table')}
        sx={{ '& thead th': { top: -16 } }}
      >
        <TableHead>
          <TableRow>
            {columns.map((column) => (
              <TableCell key={column}>{t(`mandates:ending.${column}`)}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody ref={body} onKeyDown={onKeyDown}>
          {mandates.map((mandate, row) => (
            <TableRow
              key={mandate.id}
              hover
              onClick={() => navigate(`/mandates/${mandate.id}`)}
              onFocus={() => setActive(row)}
              sx={{ cursor: 'pointer', '&:focus-within': { bgcolor: 'action.selected' } }}
            >
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{format.day(mandate.endsOn)}</TableCell>
              <TableCell>
                <Link
                  href={`#/mandates/${mandate.id}`}
                  tabIndex={row === at ? 0 : -1}
                  onClick={(event) => event.stopPropagation()}
                  // The heading of the table covers the top of the page.
                  sx={{ scrollMarginTop: 64 }}
                >
                  {mandate.grantors.map(({ name }) => name).join(', ')}
                </Link>
              </TableCell>
              <TableCell>{mandate.grantees.map(fullName).join(', ')}</TableCell>
              <TableCell>
                {[words.scopes(mandate), words.object(mandate.object)].filter(Boolean).join(' · ')}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Paper>
  )
}
