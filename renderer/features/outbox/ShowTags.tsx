import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../app/format'

export const shows = ['attention', 'waiting', 'sent', 'all'] as const
/** Which messages are listed. */
export type Show = (typeof shows)[number]

interface ShowTagsProps {
  readonly chosen: Show
  /** How many there are of each; undefined until it is known. */
  readonly counts: Readonly<Record<Show, number | undefined>>
  readonly onChoose: (show: Show) => void
}

/** The filters of the list as tags, with how many there are behind each. */
export function ShowTags({ chosen, counts, onChoose }: ShowTagsProps) {
  const { t } = useTranslation()
  const { number } = useFormat()
  return (
    <Box
      component="fieldset"
      aria-label={t('outbox:show.label')}
      sx={{ m: 0, mb: 1, p: 0, border: 0, display: 'flex', flexWrap: 'wrap', gap: 1 }}
    >
      {shows.map((show) => {
        const count = counts[show]
        const word = t(`outbox:show.${show}`)
        return (
          <Button
            key={show}
            size="small"
            variant={show === chosen ? 'contained' : 'outlined'}
            aria-pressed={show === chosen}
            onClick={() => onChoose(show)}
          >
            {count === undefined ? word : t('outbox:show.counted', { word, number: number(count) })}
          </Button>
        )
      })}
    </Box>
  )
}
