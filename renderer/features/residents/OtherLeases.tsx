import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import { useTranslation } from 'react-i18next'
import type { LeaseView } from '#shared/contract/residents'
import { LeaseFacts } from './HomeSection'
import type { Revealed } from './useReveal'

/** Leases that begin later or are over, folded away. */
export function OtherLeases({
  leases,
  revealed,
}: {
  readonly leases: readonly LeaseView[]
  readonly revealed: Revealed | null
}) {
  const { t } = useTranslation()
  if (leases.length === 0) return null
  return (
    <Paper variant="outlined" component="details" sx={{ p: 2, mb: 2 }}>
      <Box component="summary" sx={{ cursor: 'pointer', fontSize: 19, fontWeight: 600, py: 0.5 }}>
        {t('residents:otherLeases', { count: leases.length })}
      </Box>
      {leases.map((lease) => (
        <Box key={`${lease.leaseNo}${lease.from}`} sx={{ mt: 2 }}>
          <LeaseFacts lease={lease} revealed={revealed} />
        </Box>
      ))}
    </Paper>
  )
}
