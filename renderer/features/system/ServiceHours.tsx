import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Opening } from '#shared/rules/openingHours'
import { noonOf, useFormat } from '../../app/format'
import { Section } from '../../components/Section'
import { LinesSkeleton } from '../../components/Skeletons'
import { useServiceNow } from './serviceNow'

/** The hours of today and the six days after it, holidays and eves taken into account. */
export function ServiceHours() {
  const { t } = useTranslation()
  const { time, weekday, dayAndMonth } = useFormat()
  const service = useServiceNow()
  const title = t('system:hours.title')
  if (service === undefined) {
    return (
      <Section title={title}>
        <LinesSkeleton lines={7} />
      </Section>
    )
  }
  const span = ({ from, to }: Opening) => `${time(from)}–${time(to)}`
  // Weekends stand in the list only on the day itself: nobody is ever open then.
  const days = service.week.filter(
    ({ day }) => day === service.day || (noonOf(day).getUTCDay() !== 0 && noonOf(day).getUTCDay() !== 6),
  )
  return (
    <Section title={title}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{t('system:hours.day')}</TableCell>
            <TableCell>{t('system:open.servicePoint')}</TableCell>
            <TableCell>{t('system:hours.phones')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {days.map(({ day, holiday, servicePoint, phoneLine }) => (
            <TableRow key={day} selected={day === service.day}>
              <TableCell component="th" scope="row">
                {weekday(noonOf(day))} {dayAndMonth(noonOf(day))}
                {day === service.day && ` (${t('system:hours.today')})`}
              </TableCell>
              {holiday !== null && servicePoint.length === 0 ? (
                <TableCell colSpan={2}>
                  {t('system:hours.closedFor', { holiday: t(`system:holiday.${holiday}`) })}
                </TableCell>
              ) : (
                <>
                  <TableCell>
                    {servicePoint.length === 0
                      ? t('system:hours.closed')
                      : servicePoint.map((each) => (
                          <span key={each.from.getTime()}>
                            {span(each)}, {t(`system:access.${each.access}`)}
                          </span>
                        ))}
                  </TableCell>
                  <TableCell>
                    {phoneLine.length === 0 ? t('system:hours.closed') : phoneLine.map(span).join(', ')}
                  </TableCell>
                </>
              )}
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
        {t('system:hours.otherTimes')}
      </Typography>
    </Section>
  )
}
