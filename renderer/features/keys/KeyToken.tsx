import CheckIcon from '@mui/icons-material/Check'
import ErrorIcon from '@mui/icons-material/ErrorOutlined'
import ScheduleIcon from '@mui/icons-material/Schedule'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import type { KeyView } from '#shared/contract/keyViews'
import { useFormat } from '../../app/format'
import { visuallyHidden } from '../../app/theme'
import { kindIcons } from './icons'

interface KeyTokenProps {
  readonly shown: KeyView
  readonly chosen: boolean
  readonly onToggle: () => void
}

/** States in which something of a hand-off, which need not be this key, needs somebody. */
const needsSomebody = ['missing', 'damaged', 'tooMany'] as const

/** One key of the picture: what it opens, its number, its set, and the hand-off that it is in. Pressed, it is chosen. */
export function KeyToken({ shown, chosen, onToggle }: KeyTokenProps) {
  const { t } = useTranslation()
  return (
    <Button
      fullWidth
      size="small"
      variant={chosen ? 'contained' : 'outlined'}
      color={shown.active ? 'primary' : 'secondary'}
      aria-pressed={chosen}
      onClick={onToggle}
      sx={{
        justifyContent: 'flex-start',
        alignItems: 'flex-start',
        gap: 1,
        px: 1,
        textAlign: 'left',
        lineHeight: 1.25,
        borderStyle: shown.active ? 'solid' : 'dashed',
      }}
    >
      <Box component="span" aria-hidden sx={{ display: 'flex', '& svg': { fontSize: 22 } }}>
        {chosen ? <CheckIcon /> : kindIcons[shown.kind]}
      </Box>
      <Box component="span" sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <Box component="span" sx={{ display: 'block' }}>
          {t(`keys:kindShort.${shown.kind}`)}
          {shown.number !== '' && ` ${shown.number}`}
        </Box>
        {shown.setName !== '' && (
          <Box component="span" sx={{ display: 'block', fontWeight: 400, fontSize: 14 }}>
            <Box component="span" sx={visuallyHidden}>
              ,{' '}
            </Box>
            {shown.setName}
          </Box>
        )}
        {shown.handoff && <InHandoff handoff={shown.handoff} />}
      </Box>
    </Button>
  )
}

/** The open hand-off that a key is in, in a line: an icon and words. */
export function InHandoff({ handoff }: { readonly handoff: NonNullable<KeyView['handoff']> }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { direction, state, dueOn, overdue } = handoff
  const odd = needsSomebody.some((each) => each === state)
  const bad = overdue || odd
  return (
    <Box
      component="span"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 0.5,
        fontWeight: bad ? 600 : 400,
        fontSize: 14,
        '& svg': { fontSize: 18 },
      }}
    >
      <Box component="span" sx={visuallyHidden}>
        ,{' '}
      </Box>
      <Box component="span" aria-hidden sx={{ display: 'flex' }}>
        {bad ? <ErrorIcon /> : <ScheduleIcon />}
      </Box>
      {odd
        ? t(`keys:token.odd.${direction}`)
        : overdue
          ? t('keys:token.late', { day: format.day(dueOn) })
          : t(`keys:token.${direction}`, { day: format.day(dueOn) })}
    </Box>
  )
}
