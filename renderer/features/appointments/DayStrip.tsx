import ChevronLeftIcon from '@mui/icons-material/ChevronLeft'
import ChevronRightIcon from '@mui/icons-material/ChevronRight'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { addDays, type LocalDay } from '#shared/rules/localDay'
import { noonOf, useFormat } from '../../app/format'
import { moveByArrows } from './arrows'
import type { OfferedDay } from './DayTimes'
import { summaryOf } from './days'
import { GoToDay } from './GoToDay'

interface DayStripProps {
  /** The days of the week; undefined while they are on their way. */
  readonly days: readonly OfferedDay[] | undefined
  readonly monday: LocalDay
  readonly day: LocalDay
  readonly today: LocalDay
  readonly onDay: (day: LocalDay) => void
  readonly onWeek: (weeks: 1 | -1) => void
}

/** The days of a week, each with how much is free on it, and the way to other weeks. */
export function DayStrip({ days, monday, day, today, onDay, onWeek }: DayStripProps) {
  const { t } = useTranslation()
  const week = Array.from({ length: 7 }, (_, at) => addDays(monday, at))
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, flexWrap: 'wrap', mb: 1 }}>
        <Button
          size="small"
          startIcon={<ChevronLeftIcon />}
          disabled={monday <= today}
          onClick={() => onWeek(-1)}
        >
          {t('appointments:chooser.earlierWeek')}
        </Button>
        <Button size="small" endIcon={<ChevronRightIcon />} onClick={() => onWeek(1)}>
          {t('appointments:chooser.laterWeek')}
        </Button>
        <GoToDay today={today} onDay={onDay} />
      </Box>
      <Box
        onKeyDown={moveByArrows}
        sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(88px, 1fr))', gap: 0.5 }}
      >
        {week.map((each) => (
          <DayButton
            key={each}
            day={each}
            offered={days?.find((one) => one.day === each)}
            shown={each === day}
            onShow={() => onDay(each)}
          />
        ))}
      </Box>
    </>
  )
}

interface DayButtonProps {
  readonly day: LocalDay
  readonly offered: OfferedDay | undefined
  readonly shown: boolean
  readonly onShow: () => void
}

function DayButton({ day, offered, shown, onShow }: DayButtonProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const summary = offered && summaryOf(offered)
  return (
    <Button
      variant={shown ? 'contained' : summary?.word === 'free' ? 'outlined' : 'text'}
      color={shown || summary?.word === 'free' ? 'primary' : 'secondary'}
      aria-pressed={shown}
      tabIndex={shown ? 0 : -1}
      onClick={onShow}
      sx={{ px: 0.5, minWidth: 0, display: 'block', lineHeight: 1.3 }}
    >
      {`${format.weekday(noonOf(day))} ${format.dayAndMonth(noonOf(day))}`}
      <Box
        component="span"
        sx={{ display: 'block', fontSize: 14, fontWeight: 400, minHeight: 20, overflowWrap: 'anywhere' }}
      >
        {summary === undefined
          ? ''
          : summary.word === 'free'
            ? t('appointments:day.free', { count: summary.free })
            : t(`appointments:day.${summary.word}`)}
      </Box>
    </Button>
  )
}
