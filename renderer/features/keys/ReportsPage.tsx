import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHashLocation } from 'wouter/use-hash-location'
import { api } from '../../app/client'
import { useFormat } from '../../app/format'
import { useShortcut } from '../../app/shortcuts'
import { ErrorText } from '../../components/ErrorText'
import { Page } from '../../components/Page'
import { Section } from '../../components/Section'
import { LinesSkeleton } from '../../components/Skeletons'
import { Pages } from '../register/Pages'
import { ReportRows } from './ReportRows'
import { TakeReport } from './TakeReport'

/** Reports, and rows, to a page, as the desk gives them. */
const pageSize = 50

/** BLC Turva's reports: a new one is taken in, rows that fit nothing are looked at, and what was taken in is listed. */
export function ReportsPage() {
  const { t } = useTranslation()
  const [, navigate] = useHashLocation()
  const title = t('keys:reports.title')
  const [taking, setTaking] = useState(false)
  useShortcut('escape', () => navigate('/keys'), { enabled: !taking })
  return (
    <Page title={title} windowTitle={title} lead={<Typography>{t('keys:reports.lead')}</Typography>}>
      <TakeReport onTaking={setTaking} />
      <OpenRows />
      <Taken />
    </Page>
  )
}

/** Rows of any report that a person must look at, the oldest first. */
function OpenRows() {
  const { t } = useTranslation()
  const [page, setPage] = useState(0)
  const rows = useRef<HTMLDivElement>(null)
  const query = useQuery(
    api.keys.openRows.queryOptions({ input: { page }, placeholderData: keepPreviousData }),
  )
  const { data } = query
  return (
    <Section title={t('keys:reports.openRows')}>
      <ErrorText error={query.error} onRetry={() => void query.refetch()} />
      {data === undefined && !query.isError && <LinesSkeleton lines={3} />}
      {data?.total === 0 && <Typography>{t('keys:reports.noOpenRows')}</Typography>}
      {data && data.total > 0 && (
        <Box ref={rows} tabIndex={-1} sx={{ outline: 'none' }}>
          <Typography sx={{ mb: 1 }}>{t('keys:reports.openRowsText')}</Typography>
          {data.total > pageSize && (
            <Pages
              page={page}
              total={data.total}
              size={pageSize}
              below={false}
              onPage={setPage}
              rows={rows}
            />
          )}
          <ReportRows rows={data.rows} label={t('keys:reports.openRows')} />
        </Box>
      )}
    </Section>
  )
}

const columns = ['takenAt', 'source', 'month', 'rows', 'open', 'by'] as const

/** The reports that were taken in, the newest first. */
function Taken() {
  const { t } = useTranslation()
  const format = useFormat()
  const [page, setPage] = useState(0)
  const rows = useRef<HTMLDivElement>(null)
  const query = useQuery(
    api.keys.reports.queryOptions({ input: { page }, placeholderData: keepPreviousData }),
  )
  const { data } = query
  return (
    <Section title={t('keys:reports.taken')}>
      <ErrorText error={query.error} onRetry={() => void query.refetch()} />
      {data === undefined && !query.isError && <LinesSkeleton lines={3} />}
      {data?.total === 0 && <Typography>{t('keys:reports.noneTaken')}</Typography>}
      {data && data.total > 0 && (
        <Box ref={rows} tabIndex={-1} sx={{ outline: 'none' }}>
          {data.total > pageSize && (
            <Pages
              page={page}
              total={data.total}
              size={pageSize}
              below={false}
              onPage={setPage}
              rows={rows}
            />
          )}
          <Table size="small" aria-label={t('keys:reports.taken')}>
            <TableHead>
              <TableRow>
                {columns.map((column) => (
                  <TableCell key={column}>{t(`keys:reports.column.${column}`)}</TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {data.reports.map((report) => (
                <TableRow key={report.id}>
                  <TableCell component="th" scope="row">
                    <Link href={`#/keys/reports/${report.id}`}>{format.dateTime(report.takenAt)}</Link>
                  </TableCell>
                  <TableCell sx={{ overflowWrap: 'anywhere' }}>
                    {report.source === 'file' ? report.fileName : t('keys:source.hand')}
                  </TableCell>
                  <TableCell>{report.month === null ? '–' : monthText(report.month)}</TableCell>
                  <TableCell>{format.number(report.rows)}</TableCell>
                  <TableCell>{report.open === 0 ? '–' : format.number(report.open)}</TableCell>
                  <TableCell>{report.by}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Box>
      )}
    </Section>
  )
}

/** A month as it is read: 11/2026. */
export const monthText = (month: string) => `${Number(month.slice(5))}/${month.slice(0, 4)}`
