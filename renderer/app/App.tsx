import CssBaseline from '@mui/material/CssBaseline'
import { ThemeProvider } from '@mui/material/styles'
import { QueryClientProvider, useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { Router } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { LiveRegion } from '../components/Live'
import { PageSkeleton } from '../components/Skeletons'
import { ChosenNotice } from '../features/database/chosen'
import { OutsidePage } from '../features/system/OutsidePage'
import { SignInPage } from '../features/system/SignInPage'
import { api } from './client'
import { Frame } from './Frame'
import { queryClient } from './queryClient'
import { SessionProvider, useSessionQuery, whileFailing } from './session'
import { theme } from './theme'
import { WithoutDesk } from './WithoutDesk'

const NoDatabasePage = lazy(() => import('../features/database/NoDatabasePage'))
const FirstRunPage = lazy(() => import('../features/system/FirstRunPage'))
const NewPasswordPage = lazy(() => import('../features/system/NewPasswordPage'))

/** What is shown, by what the desk says of itself and of who is signed in. */
function Gate() {
  const status = useQuery(
    api.system.status.queryOptions({
      // A database that cannot be opened is tried again by the desk itself.
      refetchInterval: (query) => whileFailing(query) || (query.state.data?.state === 'noDatabase' && 2_000),
    }),
  )
  const session = useSessionQuery()

  const error = status.data === undefined ? status.error : session.data === undefined ? session.error : null
  if (error !== null) return <WithoutDesk error={error} />
  if (status.data === undefined || session.data === undefined) return <OutsidePage>{null}</OutsidePage>
  if (session.data === null) {
    const { state, database } = status.data
    return (
      <>
        <ChosenNotice />
        {state === 'noDatabase' && <NoDatabasePage database={database} />}
        {state === 'firstRun' && <FirstRunPage database={database} />}
        {state === 'ready' && <SignInPage />}
      </>
    )
  }
  if (session.data.mustChangePassword) return <NewPasswordPage session={session.data} />
  return (
    <SessionProvider key={session.data.staffId} session={session.data}>
      <Frame />
    </SessionProvider>
  )
}

/** The whole page with what all of it needs. */
export function App() {
  return (
    <ThemeProvider theme={theme} defaultMode="system" modeStorageKey="heka-desk.theme">
      <CssBaseline enableColorScheme />
      <QueryClientProvider client={queryClient}>
        <Router hook={useHashLocation}>
          <LiveRegion />
          <Suspense fallback={<PageSkeleton />}>
            <Gate />
          </Suspense>
        </Router>
      </QueryClientProvider>
    </ThemeProvider>
  )
}
