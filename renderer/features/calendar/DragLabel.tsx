import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { useCellWords } from './useCellWords'
import type { Dragged } from './useDrag'
import type { Target } from './useMove'

/** Beside the pointer: where the visit would come. The keyboard has the same in the names of the times. */
export function DragLabel({ at, target }: { readonly at: Dragged; readonly target: Target | null }) {
  const { t } = useTranslation()
  const words = useCellWords()
  return (
    <Box
      aria-hidden
      sx={{
        position: 'fixed',
        left: at.x + 14,
        top: at.y + 10,
        zIndex: 'tooltip',
        pointerEvents: 'none',
        bgcolor: 'text.primary',
        color: 'background.paper',
        px: 1,
        py: 0.5,
        fontSize: 15,
        maxWidth: 260,
      }}
    >
      {target === null ? t('calendar:move.notHere') : words.place(target.startsAt, target.lane)}
    </Box>
  )
}
