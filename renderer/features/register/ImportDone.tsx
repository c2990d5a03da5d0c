import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { serving, useMay } from '../../app/session'
import { announce } from '../../components/Live'
import { Section } from '../../components/Section'
import { FigureList } from './FigureList'
import { FocusTitle } from './FocusTitle'
import type { Outcome } from './useImport'

interface ImportDoneProps {
  readonly outcome: Outcome
  readonly onAgain: () => void
}

/** What an import did, and where to go from here. */
export function ImportDone({ outcome, onAgain }: ImportDoneProps) {
  const { t } = useTranslation()
  const may = useMay()
  const said = outcome.late ? t('register:done.late') : t('register:done.text')
  useEffect(() => announce(said), [said])
  return (
    <Section title={<FocusTitle>{t('register:done.title')}</FocusTitle>}>
      <Alert severity="success" role="note" sx={{ mb: 2 }}>
        <Typography>{said}</Typography>
        <FigureList when="after" figures={outcome} />
      </Alert>
      {outcome.rejected > 0 && <Typography sx={{ mb: 2 }}>{t('register:done.rejected')}</Typography>}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        {may(...serving) && (
          <Button variant="contained" component={Link} href="/residents">
            {t('register:done.toResidents')}
          </Button>
        )}
        <Button variant="outlined" onClick={onAgain}>
          {t('register:done.again')}
        </Button>
      </Box>
    </Section>
  )
}
