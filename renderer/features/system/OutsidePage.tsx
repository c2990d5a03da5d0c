import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { LanguageChoice } from './LanguageChoice'

interface OutsidePageProps {
  /** The one h1; absent while nothing is known yet. */
  readonly title?: string
  readonly children: ReactNode
}

/** A page before the frame: signing in, the first run, the lock. The language can be chosen here too. */
export function OutsidePage({ title, children }: OutsidePageProps) {
  const { t } = useTranslation()
  const program = t('common:program')
  useEffect(() => {
    const before = document.title
    document.title = title === undefined ? program : `${title} – ${program}`
    // The page behind the lock is the same when it opens, and sets no title again.
    return () => {
      document.title = before
    }
  }, [title, program])
  return (
    <Box
      sx={{
        minHeight: '100vh',
        display: 'grid',
        gridTemplateRows: 'auto 1fr',
        bgcolor: 'background.default',
      }}
    >
      <Box
        component="header"
        sx={{ display: 'flex', alignItems: 'center', px: 3, py: 1.5, bgcolor: '#00005e', color: '#ffffff' }}
      >
        <Typography sx={{ fontWeight: 600, fontSize: 20, flex: 1 }}>{program}</Typography>
        <LanguageChoice />
      </Box>
      <Box
        component="main"
        sx={{ display: 'grid', alignContent: 'start', justifyItems: 'center', p: 3, pt: 5 }}
      >
        {title !== undefined && (
          <Paper variant="outlined" sx={{ width: '100%', maxWidth: 520, p: 3 }}>
            <Typography variant="h1" sx={{ mb: 2 }}>
              {title}
            </Typography>
            {children}
          </Paper>
        )}
      </Box>
    </Box>
  )
}
