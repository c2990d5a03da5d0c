import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { MandateSummary } from '#shared/contract/mandateViews'
import { useFormat } from '../../app/format'
import { fullName } from './people'
import { StandingMark } from './StandingMark'
import { useMandateWords } from './useMandateWords'

interface MandateListProps {
  readonly mandates: readonly MandateSummary[]
  /** Who is named: the grantees of powers that were given, the grantors of those that are held. */
  readonly names: 'grantees' | 'grantors'
}

/** Powers one under another: who, where it stands, what for and until when. The name leads to the power. */
export function MandateList({ mandates, names }: MandateListProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useMandateWords()
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {mandates.map((mandate) => (
        <Box component="li" key={mandate.id} sx={{ py: 0.5 }}>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1 }}>
            <Link href={`#/mandates/${mandate.id}`} sx={{ minHeight: 24 }}>
              {names === 'grantees'
                ? mandate.grantees.map(fullName).join(', ')
                : mandate.grantors.map(({ name }) => name).join(', ')}
            </Link>
            <StandingMark standing={mandate.standing} />
          </Box>
          <Typography variant="body2" color="text.secondary">
            {[
              words.scopes(mandate),
              words.object(mandate.object),
              t('mandates:until', { day: format.day(mandate.lastDay) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Typography>
        </Box>
      ))}
    </Box>
  )
}
