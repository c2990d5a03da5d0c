import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../app/format'

interface ShowButtonsProps<Show extends string> {
  readonly label: string
  readonly shows: readonly Show[]
  readonly show: Show
  readonly nameOf: (show: Show) => string
  /** How many there are; undefined where it is not told. */
  readonly countOf: (show: Show) => number | undefined
  readonly onShow: (show: Show) => void
}

/** What of a list is shown, as tags above it, each with how many there are. */
export function ShowButtons<Show extends string>(props: ShowButtonsProps<Show>) {
  const { label, shows, show, nameOf, countOf, onShow } = props
  const { t } = useTranslation()
  const { number } = useFormat()
  return (
    <Box
      component="fieldset"
      aria-label={label}
      sx={{ m: 0, mb: 2, p: 0, border: 0, display: 'flex', flexWrap: 'wrap', gap: 1 }}
    >
      {shows.map((each) => {
        const count = countOf(each)
        const word = nameOf(each)
        return (
          <Button
            key={each}
            size="small"
            variant={each === show ? 'contained' : 'outlined'}
            aria-pressed={each === show}
            onClick={() => onShow(each)}
          >
            {count === undefined ? word : t('requests:list.counted', { word, number: number(count) })}
          </Button>
        )
      })}
    </Box>
  )
}
