import BlockIcon from '@mui/icons-material/Block'
import CheckIcon from '@mui/icons-material/Check'
import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Mark } from '../../components/Mark'
import { outcomeWord } from './outcomes'

/** How a call ended. What was done is the ordinary, and quiet; what was not stands out. */
export function OutcomeMark({ outcome }: { readonly outcome: string }) {
  const { t } = useTranslation()
  const word = outcomeWord(outcome)
  if (word !== 'done') {
    return <Mark tone="neutral" icon={<BlockIcon />} label={t(`audit:outcome.${word}`)} />
  }
  return (
    <Box component="span" sx={{ display: 'flex', alignItems: 'center', gap: 0.5, whiteSpace: 'nowrap' }}>
      <CheckIcon fontSize="small" aria-hidden />
      {t('audit:outcome.done')}
    </Box>
  )
}
