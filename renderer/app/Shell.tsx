import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Route, Switch } from 'wouter'
import { LiveCall } from '../features/calls/LiveCall'
import { Here } from '../features/presence/Here'
import { NoSuchPage } from '../features/system/NoSuchPage'
import { ErrorBoundary } from './ErrorBoundary'
import { LossBar } from './LossBar'
import { Rail } from './Rail'
import { routes } from './routes'
import { serving, useMay } from './session'
import { TopBar } from './TopBar'

/** The frame around every page: the rail, the bar with the search, and the work below. */
export function Shell() {
  const { t } = useTranslation()
  const may = useMay()
  const mine = routes.filter(({ roles }) => roles === undefined || may(...roles))
  return (
    <Box
      sx={{
        display: 'grid',
        // Zoomed in or in a small window the rail lies on top, and the whole page scrolls (WCAG 1.4.10).
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'auto minmax(0, 1fr)' },
        height: { md: '100vh' },
      }}
    >
      <Box
        component="a"
        href="#main"
        onClick={(event) => {
          // The hash is the page's address, so the link moves the focus instead.
          event.preventDefault()
          document.getElementById('main')?.focus()
        }}
        sx={{
          position: 'absolute',
          left: 8,
          top: -64,
          zIndex: 2000,
          px: 2,
          py: 1,
          bgcolor: 'primary.main',
          color: 'primary.contrastText',
          '&:focus': { top: 8 },
        }}
      >
        {t('common:skipToContent')}
      </Box>
      <Rail />
      <Box sx={{ display: 'grid', gridTemplateRows: 'auto auto minmax(0, 1fr)', minHeight: 0 }}>
        <TopBar />
        <div>
          <LossBar />
          {may(...serving) && <Here />}
          {may(...serving) && <LiveCall />}
        </div>
        <Box
          component="main"
          id="main"
          tabIndex={-1}
          sx={{ overflow: 'auto', px: { xs: 2, md: 3 }, py: 2, '&:focus-visible': { outline: 'none' } }}
        >
          <ErrorBoundary>
            <Switch>
              {mine.map(({ path, page }) => (
                <Route key={path} path={path} component={page} />
              ))}
              <Route component={NoSuchPage} />
            </Switch>
          </ErrorBoundary>
        </Box>
      </Box>
    </Box>
  )
}
