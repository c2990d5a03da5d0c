import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableRow from '@mui/material/TableRow'
import { useTranslation } from 'react-i18next'
import type { ServiceWeek } from '#shared/rules/visitTimetable'
import { weekdays } from './periods'
import { usePeriodWords } from './usePeriodWords'

/** A week's hours by weekday. The weekend stands there only when it has some. */
export function WeekTable({ hours, label }: { readonly hours: ServiceWeek; readonly label: string }) {
  const { t } = useTranslation()
  const words = usePeriodWords()
  const shown = weekdays.filter((day, index) => index < 5 || hours[day].length > 0)
  return (
    <Table size="small" aria-label={label} sx={{ mb: 1 }}>
      <TableBody>
        {shown.map((day) => (
          <TableRow key={day}>
            <TableCell component="th" scope="row" sx={{ width: 130 }}>
              {t(`timetable:weekday.${day}`)}
            </TableCell>
            <TableCell>
              {hours[day].length === 0
                ? t('timetable:period.none')
                : hours[day].map((period) => <div key={period.from}>{words.period(period)}</div>)}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
