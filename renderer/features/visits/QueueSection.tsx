import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { VisitView } from '#shared/contract/visits'
import { useFormat } from '../../app/format'
import { useNow } from '../../app/useNow'
import { Section } from '../../components/Section'
import { waitedMinutes } from './dayList'
import { useDuration } from './useDuration'
import { useVisitorName } from './VisitorName'

interface QueueSectionProps {
  readonly title: string
  readonly visits: readonly VisitView[]
  /** What is said when there are none. */
  readonly none: string
  /** Whether somebody can be called from here now. */
  readonly mayCall: boolean
  readonly busy: boolean
  readonly onCall: (visit: VisitView) => void
  readonly children?: ReactNode
}

/** Those who wait or are put aside, in order; each can be called at once, out of turn. */
export function QueueSection({ title, visits, none, mayCall, busy, onCall, children }: QueueSectionProps) {
  const { t } = useTranslation()
  const nameOf = useVisitorName()
  return (
    <Section title={`${title} (${visits.length})`}>
      {visits.length === 0 && <Typography color="text.secondary">{none}</Typography>}
      <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {visits.map((visit) => (
          <Box
            component="li"
            key={visit.id}
            sx={{
              display: 'flex',
              alignItems: 'center',
              gap: 1.5,
              py: 0.5,
              borderBottom: 1,
              borderColor: 'divider',
              '&:last-of-type': { borderBottom: 0 },
            }}
          >
            <Typography sx={{ minWidth: 48, fontSize: 20, fontWeight: 600 }}>{visit.number}</Typography>
            <Box sx={{ flex: 1, minWidth: 0 }}>
              <Typography sx={{ overflowWrap: 'anywhere' }}>{nameOf(visit)}</Typography>
              <Waits visit={visit} />
            </Box>
            {mayCall && (
              <Button
                size="small"
                disabled={busy}
                aria-label={t('visits:queue.callNowOf', { number: visit.number })}
                onClick={() => onCall(visit)}
              >
                {t('visits:queue.callNow')}
              </Button>
            )}
          </Box>
        ))}
      </Box>
      {children}
    </Section>
  )
}

function Waits({ visit }: { readonly visit: VisitView }) {
  const { t } = useTranslation()
  const { time } = useFormat()
  const now = useNow()
  const duration = useDuration()
  const waited = waitedMinutes(visit, now)
  const said = [
    t(`appointments:reason.${visit.reason}`),
    visit.startsAt && t('visits:queue.bookedAt', { time: time(visit.startsAt) }),
    waited !== null && t('visits:queue.waited', { wait: duration(waited) }),
    visit.transferredToDesk !== null && t('visits:queue.toDesk', { desk: visit.transferredToDesk }),
    visit.team === 'asoy' && t('visits:queue.asOy'),
  ]
  return (
    <Typography variant="body2" color="text.secondary">
      {said.filter(Boolean).join(' · ')}
    </Typography>
  )
}
