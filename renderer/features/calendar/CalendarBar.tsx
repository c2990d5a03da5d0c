import ChevronLeftIcon from '@mui/icons-material/ChevronLeft'
import ChevronRightIcon from '@mui/icons-material/ChevronRight'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { helsinkiDay } from '#shared/rules/localDay'
import { useShortcut } from '../../app/shortcuts'
import { deskNow } from '../../app/useNow'
import { KeyHint } from '../../components/KeyHint'
import { JumpToDay } from './JumpToDay'
import { type Place, stepped, type View } from './place'
import { useFreeArrows } from './useFreeArrows'

interface CalendarBarProps {
  readonly title: ReactNode
  readonly place: Place
  readonly onGo: (place: Place) => void
}

const views = [
  { view: 'day', keys: 'D' },
  { view: 'week', keys: 'W' },
] as const

/** Turns the calendar's pages: the day or week before and after, today, any day, and how many days are seen. */
export function CalendarBar({ title, place, onGo }: CalendarBarProps) {
  const { t } = useTranslation()
  const freeArrows = useFreeArrows()
  const goBy = (by: 1 | -1) => onGo({ ...place, day: stepped(place, by) })
  const goToday = () => onGo({ ...place, day: helsinkiDay(deskNow()) })
  const show = (view: View) => onGo({ ...place, view })
  useShortcut('arrowleft', () => goBy(-1), { enabled: freeArrows })
  useShortcut('arrowright', () => goBy(1), { enabled: freeArrows })
  useShortcut('t', goToday)
  useShortcut('d', () => show('day'))
  useShortcut('w', () => show('week'))
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap', mb: 1 }}>
      <IconButton
        onClick={() => goBy(-1)}
        aria-label={t(`calendar:bar.before.${place.view}`)}
        aria-keyshortcuts="ArrowLeft"
      >
        <ChevronLeftIcon />
      </IconButton>
      <Button variant="outlined" onClick={goToday} aria-keyshortcuts="T">
        {t('calendar:bar.today')}
        <KeyHint keys="T" />
      </Button>
      <IconButton
        onClick={() => goBy(1)}
        aria-label={t(`calendar:bar.after.${place.view}`)}
        aria-keyshortcuts="ArrowRight"
      >
        <ChevronRightIcon />
      </IconButton>
      <Typography variant="h2" id="calendar-days" tabIndex={-1} sx={{ flex: 1, ml: 1 }} aria-live="polite">
        {title}
      </Typography>
      <JumpToDay onJump={(day) => onGo({ ...place, day })} />
      <Box role="group" aria-label={t('calendar:bar.view')} sx={{ display: 'flex' }}>
        {views.map(({ view, keys }) => (
          <Button
            key={view}
            variant={place.view === view ? 'contained' : 'outlined'}
            aria-pressed={place.view === view}
            aria-keyshortcuts={keys}
            onClick={() => show(view)}
          >
            {t(`calendar:bar.${view}`)}
            <KeyHint keys={keys} />
          </Button>
        ))}
      </Box>
    </Box>
  )
}
