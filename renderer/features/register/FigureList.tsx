import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../app/format'
import { registerChanges } from './figures'

interface FigureListProps {
  /** Whether it is told of what would be done, or of what was. */
  readonly when: 'before' | 'after'
  readonly figures: Readonly<Record<(typeof registerChanges)[number], number>>
}

/** How many rows are added, changed, ended and left out; what is none is not named. */
export function FigureList({ when, figures }: FigureListProps) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const some = registerChanges.filter((change) => figures[change] > 0)
  return (
    <Box component="ul" sx={{ m: 0, pl: 3 }}>
      {some.map((change) => (
        <li key={change}>
          {t(`register:rowsThat.${when}.${change}`, {
            count: figures[change],
            number: number(figures[change]),
          })}
        </li>
      ))}
    </Box>
  )
}
