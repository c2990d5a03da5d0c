import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../app/format'
import type { Arrival } from './useArrivals'
import { useStandingWords } from './useStandingWords'
import { useVisitorName } from './VisitorName'

/** The id of an arrival's option, for aria-activedescendant. */
export const arrivalOptionId = (listId: string, { key }: Arrival) => `${listId}-${key}`

interface ArrivalListProps {
  readonly id: string
  readonly arrivals: readonly Arrival[]
  readonly active: Arrival | undefined
  /** These were found by what was typed before. */
  readonly old: boolean
  readonly onChoose: (at: number) => void
}

/** Who may have come; what is done with the chosen one stands beside. */
export function ArrivalList({ id, arrivals, active, old, onChoose }: ArrivalListProps) {
  const { t } = useTranslation()
  useEffect(() => {
    if (active) document.getElementById(arrivalOptionId(id, active))?.scrollIntoView({ block: 'nearest' })
  }, [id, active])
  return (
    <Box
      component="ul"
      id={id}
      role="listbox"
      aria-label={t('visits:find.results')}
      aria-busy={old}
      sx={{
        m: 0,
        p: 0,
        listStyle: 'none',
        maxHeight: 280,
        overflowY: 'auto',
        border: 1,
        borderColor: 'divider',
        opacity: old ? 0.6 : 1,
      }}
    >
      {arrivals.map((arrival, at) => (
        <Option
          key={arrival.key}
          id={arrivalOptionId(id, arrival)}
          arrival={arrival}
          active={arrival === active}
          onChoose={() => onChoose(at)}
        />
      ))}
    </Box>
  )
}

interface OptionProps {
  readonly id: string
  readonly arrival: Arrival
  readonly active: boolean
  readonly onChoose: () => void
}

function Option({ id, arrival, active, onChoose }: OptionProps) {
  const { t } = useTranslation()
  const { time, day, dayAndMonth } = useFormat()
  const { word } = useStandingWords()
  const nameOf = useVisitorName()
  const { visit, resident } = arrival
  const born = resident?.birthDate
  const otherDay = arrival.standing?.startsWith('wrongDay') ?? false
  const more = visit
    ? t(`appointments:reason.${visit.reason}`)
    : [born && t('residents:bornOn', { day: day(born) }), resident?.home].filter(Boolean).join(', ')
  return (
    <Box
      component="li"
      role="option"
      id={id}
      aria-selected={active}
      onClick={onChoose}
      sx={{
        px: 1.5,
        py: 0.75,
        cursor: 'pointer',
        borderLeft: '4px solid transparent',
        ...(active && { bgcolor: 'action.selected', borderLeftColor: 'primary.main' }),
      }}
    >
      <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'baseline' }}>
        <Typography component="span" sx={{ minWidth: 44, fontWeight: 600 }}>
          {/* A time alone would be taken for today's. */}
          {visit?.startsAt ? (otherDay ? dayAndMonth : time)(visit.startsAt) : visit?.number}
        </Typography>
        <Typography component="span" sx={{ flex: 1, fontWeight: 600 }}>
          {visit ? nameOf(visit) : resident?.name}
        </Typography>
        <Typography component="span" variant="body2" sx={{ whiteSpace: 'nowrap' }}>
          {word(arrival)}
        </Typography>
      </Box>
      <Typography component="span" variant="body2" color="text.secondary" sx={{ display: 'block', pl: 7 }}>
        {more}
      </Typography>
    </Box>
  )
}
