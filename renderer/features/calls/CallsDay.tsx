import ChevronLeftIcon from '@mui/icons-material/ChevronLeft'
import ChevronRightIcon from '@mui/icons-material/ChevronRight'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { addDays, helsinkiDay, type LocalDay } from '#shared/rules/localDay'
import { noonOf, useFormat } from '../../app/format'
import { useShortcut } from '../../app/shortcuts'
import { deskNow } from '../../app/useNow'
import { JumpToDay } from '../calendar/JumpToDay'
import { useFreeArrows } from '../calendar/useFreeArrows'

interface CallsDayProps {
  /** Null: calls of every day. */
  readonly day: LocalDay | null
  readonly onDay: (day: LocalDay | null) => void
}

/** Of which day the calls are: every day's, or one, with the days before and after it by the arrow keys. */
export function CallsDay({ day, onDay }: CallsDayProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const freeArrows = useFreeArrows()
  const today = helsinkiDay(deskNow())
  // Before every day's, which begin with today's, comes today.
  const before = () => onDay(day === null ? today : addDays(day, -1))
  const after = () => day !== null && onDay(addDays(day, 1))
  const isLast = day === null || day >= today
  useShortcut('arrowleft', before, { enabled: freeArrows })
  useShortcut('arrowright', after, { enabled: freeArrows && !isLast })
  const noon = day === null ? null : noonOf(day)
  return (
    <Box
      role="group"
      aria-label={t('calls:list.day')}
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, ml: 2 }}
    >
      <IconButton onClick={before} aria-label={t('calls:list.before')} aria-keyshortcuts="ArrowLeft">
        <ChevronLeftIcon />
      </IconButton>
      <Typography aria-live="polite" sx={{ fontWeight: 600, minWidth: 112, textAlign: 'center' }}>
        {day === null || noon === null
          ? t('calls:list.everyDay')
          : `${format.weekday(noon)} ${format.day(day)}`}
      </Typography>
      <IconButton
        onClick={after}
        disabled={isLast}
        aria-label={t('calls:list.after')}
        aria-keyshortcuts="ArrowRight"
      >
        <ChevronRightIcon />
      </IconButton>
      {day !== null && (
        <Button size="small" onClick={() => onDay(null)}>
          {t('calls:list.everyDay')}
        </Button>
      )}
      <JumpToDay onJump={onDay} />
    </Box>
  )
}
