import Button from '@mui/material/Button'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { addDays, mondayOf } from '#shared/rules/localDay'
import { api } from '../../app/client'
import { useFormat } from '../../app/format'
import { useShortcut } from '../../app/shortcuts'
import { ErrorText } from '../../components/ErrorText'
import { KeyHint } from '../../components/KeyHint'
import { Page } from '../../components/Page'
import { LinesSkeleton } from '../../components/Skeletons'
import { StrandedNotice } from '../timetable/StrandedNotice'
import { CalendarBar } from './CalendarBar'
import { CalendarDays } from './CalendarDays'
import { weekNumber } from './days'
import { usePlace } from './place'
import { TodayFigures } from './TodayFigures'
import { useCellWords } from './useCellWords'

const weekDays = 7

/** The calendar of days and weeks: who comes when and to which desk, what is free, and how today goes. */
export function CalendarPage() {
  const { t } = useTranslation()
  const { day } = useFormat()
  const words = useCellWords()
  const [, navigate] = useHashLocation()
  const [place, go] = usePlace()
  const monday = mondayOf(place.day)
  const calendar = useQuery(
    api.appointments.calendar.queryOptions({ input: { from: monday, days: weekDays } }),
  )
  const timetable = useQuery(api.timetable.read.queryOptions())
  const failed = calendar.data === undefined ? calendar : timetable.data === undefined ? timetable : null
  const title = t('calendar:title')
  const book = () => navigate('/book')
  useShortcut('b', book)
  const stranded = timetable.data?.stranded ?? []
  return (
    <Page
      title={title}
      windowTitle={title}
      actions={
        <>
          <TodayFigures />
          <Button variant="contained" onClick={book} aria-keyshortcuts="B">
            {t('calendar:book')}
            <KeyHint keys="B" />
          </Button>
          <Button component={Link} href="/timetable" variant="outlined">
            {t('calendar:toTimetable')}
          </Button>
        </>
      }
    >
      {stranded.length > 0 && <StrandedNotice stranded={stranded} />}
      <CalendarBar
        place={place}
        onGo={go}
        title={
          place.view === 'day'
            ? words.longDay(place.day)
            : t('calendar:bar.weekTitle', {
                number: weekNumber(monday),
                from: day(monday),
                to: day(addDays(monday, weekDays - 1)),
              })
        }
      />
      <ErrorText error={failed?.error} onRetry={() => void failed?.refetch()} />
      {timetable.isPending && <LinesSkeleton lines={12} />}
      {(calendar.data !== undefined || calendar.isPending) && timetable.data !== undefined && (
        <CalendarDays place={place} onGo={go} calendar={calendar.data} timetable={timetable.data.timetable} />
      )}
    </Page>
  )
}
