import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VisitView } from '#shared/contract/visits'
import { announce } from '../../components/Live'
import { Section } from '../../components/Section'
import { ActError } from './ActError'
import { DayFilters } from './DayFilters'
import { DayTable } from './DayTable'
import { type DayFilter, filtered } from './dayList'
import { useAct } from './useAct'

interface DaySectionProps {
  readonly visits: readonly VisitView[]
  /** One was checked in from the list. */
  readonly onArrived: (visit: VisitView) => void
}

/** Everybody of today, from the booking to the outcome. */
export function DaySection({ visits, onArrived }: DaySectionProps) {
  const { t } = useTranslation()
  const [filter, setFilter] = useState<DayFilter>('all')
  const act = useAct()
  const shown = filtered(visits, filter)
  return (
    <Section title={t('visits:list.title')}>
      <ActError error={act.error} />
      <DayFilters visits={visits} filter={filter} onFilter={setFilter} />
      {shown.length === 0 ? (
        <Typography color="text.secondary">
          {visits.length === 0 ? t('visits:list.empty') : t('visits:list.noneOfThese')}
        </Typography>
      ) : (
        <DayTable
          visits={shown}
          busy={act.isPending}
          onAct={(what, visit) =>
            act.mutate(
              { act: what, visit },
              {
                onSuccess: (done) => {
                  if (what === 'checkIn') onArrived(done.visit)
                  else announce(t(`visits:done.${what}`))
                },
              },
            )
          }
        />
      )}
    </Section>
  )
}
