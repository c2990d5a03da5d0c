import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import type { VisitView } from '#shared/contract/visits'
import { type DayFilter, dayFilters, filtered } from './dayList'

interface DayFiltersProps {
  readonly visits: readonly VisitView[]
  readonly filter: DayFilter
  readonly onFilter: (filter: DayFilter) => void
}

/** Which of the day's visits are listed; each tag says how many it has. */
export function DayFilters({ visits, filter, onFilter }: DayFiltersProps) {
  const { t } = useTranslation()
  return (
    <Box
      role="group"
      aria-label={t('visits:list.filters')}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 1 }}
    >
      {dayFilters.map((each) => (
        <Button
          key={each}
          size="small"
          variant={each === filter ? 'contained' : 'outlined'}
          aria-pressed={each === filter}
          onClick={() => onFilter(each)}
        >
          {t(`visits:filter.${each}`)} {filtered(visits, each).length}
        </Button>
      ))}
    </Box>
  )
}
