import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../app/client'
import { noonOf, useFormat } from '../../app/format'
import { ErrorText } from '../../components/ErrorText'
import { Section } from '../../components/Section'
import { LinesSkeleton } from '../../components/Skeletons'

/** The public holidays and closed eves of the coming two months. */
export function HolidaysSection() {
  const { t } = useTranslation()
  const { day, weekday } = useFormat()
  const calendar = useQuery(api.system.calendar.queryOptions())
  const closures = Object.entries(calendar.data?.closures ?? {}).toSorted(([a], [b]) => a.localeCompare(b))
  return (
    <Section title={t('timetable:holidays.title')}>
      <ErrorText
        error={calendar.data === undefined ? calendar.error : null}
        onRetry={() => void calendar.refetch()}
      />
      {calendar.isPending && <LinesSkeleton lines={3} />}
      {calendar.data !== undefined && closures.length === 0 && (
        <Typography color="textSecondary">{t('timetable:holidays.none')}</Typography>
      )}
      {closures.length > 0 && (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {closures.map(([closed, holiday]) => (
            <Box component="li" key={closed} sx={{ display: 'flex', gap: 1, py: 0.25 }}>
              <Box component="span" sx={{ width: 130, fontWeight: 600 }}>
                {weekday(noonOf(closed))} {day(closed)}
              </Box>
              {t(`system:holiday.${holiday}`)}
            </Box>
          ))}
        </Box>
      )}
      <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
        {t('timetable:holidays.hint')}
      </Typography>
    </Section>
  )
}
