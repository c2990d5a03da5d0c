import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import { useTranslation } from 'react-i18next'
import { Link as RouteLink } from 'wouter'
import type { StrandedAppointment } from '#shared/contract/timetable'
import { useFormat } from '../../app/format'
import { serving, useMay } from '../../app/session'

interface StrandedListProps {
  readonly stranded: readonly StrandedAppointment[]
  /** Whether each leads to the page on which it can be moved. */
  readonly linked: boolean
}

/** Appointments whose time the timetable does not have: when, who, what about, and why. */
export function StrandedList({ stranded, linked }: StrandedListProps) {
  const { t } = useTranslation()
  const may = useMay()
  const serves = may(...serving)
  const { weekday, dateTime } = useFormat()
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5, maxHeight: 320, overflowY: 'auto' }}>
      {stranded.map(({ id, name, startsAt, reason, why }) => {
        const when = `${weekday(startsAt)} ${dateTime(startsAt)}`
        const about = t(`appointments:reason.${reason}`)
        // Who does not serve residents has no need of their names.
        const what = serves
          ? t('timetable:stranded.item', { when, name, reason: about })
          : t('timetable:stranded.withoutName', { when, reason: about })
        return (
          <Box component="li" key={id} sx={{ mb: 0.5 }}>
            {linked && serves ? (
              <Link component={RouteLink} href={`/appointments/${id}`} color="inherit">
                {what}
              </Link>
            ) : (
              what
            )}
            {' – '}
            {t(`refusals:${why}`)}
          </Box>
        )
      })}
    </Box>
  )
}
