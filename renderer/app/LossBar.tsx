import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import GlobalStyles from '@mui/material/GlobalStyles'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSlow } from '../components/Skeletons'
import { useProblemText } from '../features/database/useProblemText'
import { api, client } from './client'
import { useClockAhead, useLoss } from './connection'
import { tellDraftsNow } from './drafts'
import { useFormat } from './format'
import { queryClient } from './queryClient'

const firstWaitMs = 500
/** With the two seconds in which the desk looks for its database, its return is noticed within five. */
const longestWaitMs = 2_000
/** A desk that takes longer to say how it is does not answer. */
const patienceMs = 4_000

/** Asks the desk again and again how it is while something is lost. */
function useRetry(lost: boolean) {
  useEffect(() => {
    if (!lost) return
    let wait = firstWaitMs
    let timer: ReturnType<typeof setTimeout>
    let ended = false
    const later = () => {
      if (ended) return
      timer = setTimeout(ask, wait)
      wait = Math.min(wait * 2, longestWaitMs)
    }
    const ask = () =>
      void client.system
        .status(undefined, { signal: AbortSignal.timeout(patienceMs) })
        .then((status) => queryClient.setQueryData(api.system.status.queryKey(), status))
        .catch(() => undefined)
        .then(later)
    later()
    return () => {
      ended = true
      clearTimeout(timer)
    }
  }, [lost])
}

/** When everything answers again, what is shown is read anew, once, and the drafts are told. */
function useReturn(lost: boolean) {
  const lostAt = useRef<number | null>(null)
  useEffect(() => {
    if (lost) {
      lostAt.current ??= Date.now()
      return
    }
    const since = lostAt.current
    if (since === null) return
    lostAt.current = null
    void queryClient.invalidateQueries({
      // The rest has been read since, or is being read: the desk itself tells of what may have changed.
      predicate: ({ state }) => state.fetchStatus === 'idle' && state.dataUpdatedAt < since,
    })
    void tellDraftsNow()
  }, [lost])
}

/** Marks the work below as what it is: read before the loss. By words and by an edge. */
function ReadBefore({ since }: { readonly since: string }) {
  const { t } = useTranslation()
  return (
    <>
      <GlobalStyles
        styles={{
          '#main, #main:focus-visible': {
            outline: '3px dashed var(--mui-palette-error-main)',
            outlineOffset: '-3px',
          },
        }}
      />
      <Box sx={{ px: 3, py: 0.5, fontWeight: 600, color: 'error.main', bgcolor: 'background.paper' }}>
        {t('common:loss.readBefore', { since })}
      </Box>
    </>
  )
}

/** From here on a clock is wrong enough to be told of. Milliseconds. */
const wrongFrom = 30_000
/** As long as a person reads it in seconds. */
const secondsBelow = 120_000

/** Tells whoever is signed in that this computer's clock is wrong. It is read often enough to be mended and seen. */
function ClockWarning() {
  const { t } = useTranslation()
  const ahead = useClockAhead() ?? 0
  const [closed, setClosed] = useState(false)
  useQuery(
    api.system.status.queryOptions({
      refetchInterval: ({ state }) => state.data?.database.kind === 'postgres' && 60_000,
    }),
  )
  const wrongBy = Math.abs(ahead)
  if (wrongBy <= wrongFrom || closed) return null
  const much =
    wrongBy < secondsBelow
      ? t('common:clock.seconds', { number: Math.round(wrongBy / 1_000) })
      : t('common:clock.minutes', { number: Math.round(wrongBy / 60_000) })
  return (
    <Alert
      severity="warning"
      role="presentation"
      closeText={t('common:clock.close')}
      onClose={() => setClosed(true)}
    >
      {t(ahead > 0 ? 'common:clock.ahead' : 'common:clock.behind', { much })}
    </Alert>
  )
}

/**
 * Says since when the desk or its database has not answered, and that nothing typed is lost; marks what was read before;
 * goes by itself when all is well again.
 */
export function LossBar() {
  const { t } = useTranslation()
  const { time } = useFormat()
  const problemText = useProblemText()
  const loss = useLoss()
  useRetry(loss !== null)
  useReturn(loss !== null)
  const shown = useSlow(loss !== null, 1_000)
  return (
    <div>
      <div role="alert">
        {shown && loss !== null && (
          <Alert severity="error" variant="filled" role="presentation">
            {t(`common:loss.${loss.of}`, { since: time(loss.since) })}
            {loss.of === 'closed' && ` ${problemText(loss.problem ?? null)}`}
          </Alert>
        )}
      </div>
      <div role="status">
        {shown && loss !== null && <ReadBefore since={time(loss.since)} />}
        <ClockWarning />
      </div>
    </div>
  )
}
