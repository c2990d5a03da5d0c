import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useMay } from '../../app/session'
import { Section } from '../../components/Section'

/** The first day: nobody can be found before the register is there. */
export function FirstDay() {
  const { t } = useTranslation()
  const may = useMay()
  if (!may('administrator', 'lead')) {
    return (
      <Section title={t('system:firstDay.title')}>
        <Typography>{t('system:firstDay.askLead')}</Typography>
      </Section>
    )
  }
  return (
    <Section title={t('system:firstDay.title')}>
      <Typography sx={{ mb: 2 }}>{t('system:firstDay.text')}</Typography>
      <Box component="ol" sx={{ m: 0, pl: 3, display: 'grid', gap: 2 }}>
        <li>
          <Typography sx={{ mb: 1 }}>{t('system:firstDay.register')}</Typography>
          <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
            <Button variant="contained" component={Link} href="/register">
              {t('system:firstDay.import')}
            </Button>
            <Button variant="outlined" component={Link} href="/register">
              {t('system:firstDay.practice')}
            </Button>
          </Box>
        </li>
        {may('administrator') && (
          <li>
            <Typography sx={{ mb: 1 }}>{t('system:firstDay.staff')}</Typography>
            <Button variant="outlined" component={Link} href="/staff">
              {t('system:firstDay.toStaff')}
            </Button>
          </li>
        )}
      </Box>
    </Section>
  )
}
