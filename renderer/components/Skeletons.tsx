import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoss } from '../app/connection'

/** True once something has been awaited for a time: what comes at once needs no skeleton, which would only flicker. */
export function useSlow(waiting: boolean, afterMs = 300): boolean {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    if (!waiting) {
      setSlow(false)
      return
    }
    const timer = setTimeout(() => setSlow(true), afterMs)
    return () => clearTimeout(timer)
  }, [waiting, afterMs])
  return waiting && slow
}

/** A line of text that is on its way. */
export function TextSkeleton({ width = '60%' }: { readonly width?: number | string }) {
  return <Skeleton variant="text" width={width} sx={{ display: 'inline-block', maxWidth: '100%' }} />
}

/**
 * Lines that are on their way, said once to those who listen. Keeps its room from the start, appears after 300 ms. While
 * nothing answers, it says that they come later. `data-coming` tells that keys pressed now are for what comes.
 */
export function LinesSkeleton({ lines = 4 }: { readonly lines?: number }) {
  const { t } = useTranslation()
  const slow = useSlow(true)
  const lost = useSlow(useLoss() !== null, 1_000)
  if (lost)
    return (
      <Typography role="status" color="textSecondary">
        {t('common:loss.notRead')}
      </Typography>
    )
  return (
    <Box
      role="status"
      data-coming=""
      aria-label={slow ? t('common:loading') : undefined}
      sx={{ visibility: slow ? 'visible' : 'hidden' }}
    >
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are alike and never move
        <Skeleton key={line} variant="text" height={32} width={`${90 - ((line * 17) % 40)}%`} />
      ))}
    </Box>
  )
}

/** A page that is on its way. */
export function PageSkeleton() {
  return (
    <Box sx={{ maxWidth: 760 }}>
      <LinesSkeleton lines={6} />
    </Box>
  )
}
