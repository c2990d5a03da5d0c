import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { DeadlineReason } from '#shared/rules/workingHours'
import { useDeadlineWords } from './useDeadlineWords'

interface DueBecauseProps {
  readonly dueAt: Date
  readonly because: readonly DeadlineReason[]
}

/** By when something is due, and why then: how much was counted, and which days were not. */
export function DueBecause({ dueAt, because }: DueBecauseProps) {
  const { t } = useTranslation()
  const words = useDeadlineWords()
  const { counted, skipped } = words.because(because)
  return (
    <>
      <Typography component="span" sx={{ display: 'block', fontWeight: 600 }}>
        {t('tasks:due.by', { when: words.at(dueAt) })}
      </Typography>
      <Typography component="span" variant="body2" color="text.secondary" sx={{ display: 'block' }}>
        {counted}
        {skipped.length > 0 && ` ${t('tasks:due.skipped', { days: skipped.join(', ') })}`}
      </Typography>
    </>
  )
}
