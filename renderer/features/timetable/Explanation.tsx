import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import { useTranslation } from 'react-i18next'
import { Link as RouteLink } from 'wouter'
import type { DeskClient } from '#shared/contract/index'
import { useFormat } from '../../app/format'
import { timeText } from './times'
import { usePeriodWords } from './usePeriodWords'

type Explain = DeskClient['timetable']['explain']

interface ExplanationProps {
  readonly answer: Awaited<ReturnType<Explain>>
  readonly asked: Parameters<Explain>[0]
}

/** Whether a time is offered, and if not, why; how the day is open, and what is free next. */
export function Explanation({ answer, asked }: ExplanationProps) {
  const { t } = useTranslation()
  const { day, weekday, dateTime, language } = useFormat()
  const words = usePeriodWords()
  const { why, holiday, note, periods, next } = answer
  const when = t('timetable:explain.when', { day: day(asked.day), time: timeText(asked.time, language) })
  // What is arranged by phone has no time, whatever the hours are.
  const isTime = why !== 'arrangedOtherwise'
  const reason =
    why === null
      ? t('timetable:explain.offered')
      : isTime
        ? t(`refusals:${why}`)
        : asked.reason === 'buildingMaintenance'
          ? t('refusals:maintenanceArrangesByPhone')
          : t('refusals:housingSupportArrangesByPhone')
  return (
    <Alert severity={why === null ? 'success' : 'info'} sx={{ alignItems: 'flex-start' }}>
      <AlertTitle>{when}</AlertTitle>
      <div>{reason}</div>
      {isTime && holiday !== null && (
        <div>{t('timetable:explain.holiday', { holiday: t(`system:holiday.${holiday}`) })}</div>
      )}
      {isTime && note !== null && <div>{t('timetable:explain.note', { note })}</div>}
      {isTime && why !== null && periods.length > 0 && (
        <div>{t('timetable:explain.dayOpen', { hours: periods.map(words.period).join('; ') })}</div>
      )}
      {next.length > 0 && (
        <>
          <Box sx={{ mt: 1 }}>{t('timetable:explain.next')}</Box>
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
            {next.map((startsAt) => (
              <li key={startsAt.getTime()}>
                <Link
                  component={RouteLink}
                  href={`/book?startsAt=${encodeURIComponent(startsAt.toISOString())}`}
                  color="inherit"
                  sx={{ display: 'inline-block', minHeight: 24 }}
                >
                  {weekday(startsAt)} {dateTime(startsAt)}
                </Link>
              </li>
            ))}
          </Box>
        </>
      )}
      {next.length === 0 && isTime && <Box sx={{ mt: 1 }}>{t('timetable:explain.noNext')}</Box>}
    </Alert>
  )
}
