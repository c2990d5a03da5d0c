import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { KeyHint } from '../../components/KeyHint'
import type { Moving } from './layout'
import { StateIcon } from './StateIcon'
import { useCellWords } from './useCellWords'

const states = ['booked', 'waiting', 'called', 'parked', 'finished', 'noShow'] as const

interface GridKeysProps {
  readonly moving: Moving | null
  readonly onStop: () => void
}

/** What the keys do in the grid, or, while a visit is being moved, what to do next. As high in both cases. */
export function GridKeys({ moving, onStop }: GridKeysProps) {
  const { t } = useTranslation()
  const words = useCellWords()
  return (
    <Box sx={{ minHeight: 36, display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap', mb: 0.5 }}>
      {moving ? (
        <>
          <Typography id="calendar-keys" variant="body2" sx={{ flex: 1, fontWeight: 600 }}>
            {t('calendar:move.choose', { name: words.name(moving.visit), time: words.span(moving.visit) })}
          </Typography>
          <Button size="small" variant="outlined" onClick={onStop} aria-keyshortcuts="Escape">
            {t('calendar:move.stop')}
            <KeyHint keys="Esc" />
          </Button>
        </>
      ) : (
        <>
          <Typography
            id="calendar-keys"
            variant="body2"
            color="textSecondary"
            sx={{ flex: 1, minWidth: 360 }}
          >
            {t('calendar:keys')}
          </Typography>
          <Typography
            component="ul"
            variant="caption"
            color="textSecondary"
            aria-label={t('calendar:legend')}
            sx={{ m: 0, p: 0, listStyle: 'none', display: 'flex', gap: 1.5, flexWrap: 'wrap' }}
          >
            {states.map((state) => (
              <li key={state}>
                <StateIcon state={state} /> {words.state({ state })}
              </li>
            ))}
          </Typography>
        </>
      )}
    </Box>
  )
}
