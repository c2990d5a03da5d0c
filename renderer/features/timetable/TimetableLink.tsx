import Link from '@mui/material/Link'
import { useTranslation } from 'react-i18next'
import { Link as RouteLink } from 'wouter'
import { Section } from '../../components/Section'

/** The way to the timetable for those who have no calendar. */
export function TimetableLink() {
  const { t } = useTranslation()
  return (
    <Section title={t('timetable:settings.title')}>
      <Link component={RouteLink} href="/timetable" sx={{ display: 'inline-block', minHeight: 24 }}>
        {t('timetable:settings.open')}
      </Link>
    </Section>
  )
}
