import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { HandoffSummary } from '#shared/contract/keyHandoffViews'
import { useFormat } from '../../app/format'
import { HandoffStateMark } from './HandoffStateMark'

/** A hand-off in two lines: which, where it is, by when and who brings or collects. */
export function HandoffLine({ handoff }: { readonly handoff: HandoffSummary }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { id, direction, dueOn, keys, arrived, bringer } = handoff
  return (
    <Box component="li" sx={{ py: 0.5 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1 }}>
        <Link href={`#/keys/handoffs/${id}`} sx={{ minHeight: 24 }}>
          {t(`keys:direction.${direction}`)}
        </Link>
        <HandoffStateMark handoff={handoff} />
      </Box>
      <Typography component="div" variant="body2" color="text.secondary">
        {[
          t(`keys:due.${direction}`, { day: format.day(dueOn) }),
          t('keys:arrivedOf', { arrived, keys }),
          t(`keys:brings.${direction}`, { name: bringer.name }),
        ].join(' · ')}
      </Typography>
    </Box>
  )
}
