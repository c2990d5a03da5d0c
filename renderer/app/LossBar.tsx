import Alert from '@mui/material/Alert'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useSlow } from '../components/Skeletons'
import { client } from './client'
import { useLoss } from './connection'
import { useFormat } from './format'
import { queryClient } from './queryClient'

const firstWaitMs = 1_000
const longestWaitMs = 15_000

/** Asks the desk again and again while it is lost, ever more seldom; when it answers, everything shown is read anew. */
function useRetry(lost: boolean) {
  useEffect(() => {
    if (!lost) return
    let wait = firstWaitMs
    let timer: ReturnType<typeof setTimeout>
    const again = () => {
      timer = setTimeout(() => {
        void client.system
          .status()
          .then(() => queryClient.invalidateQueries())
          .catch(again)
      }, wait)
      wait = Math.min(wait * 2, longestWaitMs)
    }
    again()
    return () => clearTimeout(timer)
  }, [lost])
}

/** Says since when the desk or its database has not answered, and that nothing typed is lost. */
export function LossBar() {
  const { t } = useTranslation()
  const { time } = useFormat()
  const loss = useLoss()
  useRetry(loss !== null)
  const shown = useSlow(loss !== null, 1_000)
  return (
    <div role="alert">
      {shown && loss !== null && (
        <Alert severity="error" variant="filled" role="presentation">
          {t(`common:loss.${loss.of}`, { since: time(loss.since) })}
        </Alert>
      )}
    </div>
  )
}
