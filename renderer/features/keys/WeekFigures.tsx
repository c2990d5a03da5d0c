import Box from '@mui/material/Box'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../app/client'
import { useFormat } from '../../app/format'
import { ErrorText } from '../../components/ErrorText'
import { Section } from '../../components/Section'
import { LinesSkeleton } from '../../components/Skeletons'

const weeks = 8
const columns = ['made', 'settled', 'open', 'late', 'missing'] as const
/** What the end of a week is measured by has a bar beside its number. */
const barred: readonly (typeof columns)[number][] = ['open', 'late', 'missing']

/** How many hand-offs were open, late and missing something as each week ended: a table whose bars read at a glance. */
export function WeekFigures() {
  const { t } = useTranslation()
  const format = useFormat()
  const query = useQuery(api.keys.figures.queryOptions({ input: { weeks } }))
  const rows = query.data?.weeks.toReversed()
  const most = Math.max(1, ...(rows?.flatMap((week) => [week.open, week.late, week.missing]) ?? []))
  return (
    <Section title={t('keys:figures.title')}>
      <ErrorText error={query.error} onRetry={() => void query.refetch()} />
      {rows === undefined && !query.isError && <LinesSkeleton lines={weeks} />}
      {rows && (
        <Table size="small" aria-label={t('keys:figures.title')} sx={{ '& td, & th': { py: 0.25 } }}>
          <TableHead>
            <TableRow>
              <TableCell>{t('keys:figures.week')}</TableCell>
              {columns.map((column) => (
                <TableCell key={column}>{t(`keys:figures.${column}`)}</TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map((week) => (
              <TableRow key={week.monday}>
                <TableCell component="th" scope="row">
                  {t('keys:figures.from', { day: format.day(week.monday) })}
                </TableCell>
                {columns.map((column) => (
                  <TableCell key={column} sx={{ width: barred.includes(column) ? '22%' : undefined }}>
                    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
                      <Box component="span" sx={{ minWidth: 28, textAlign: 'right' }}>
                        {format.number(week[column])}
                      </Box>
                      {barred.includes(column) && week[column] > 0 && (
                        <Box
                          aria-hidden
                          sx={{
                            height: 12,
                            width: `${Math.max(2, (week[column] / most) * 100)}%`,
                            bgcolor: column === 'open' ? 'info.main' : 'error.main',
                          }}
                        />
                      )}
                    </Box>
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Section>
  )
}
