import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { VisitDay } from '#shared/contract/visits'
import { useNow } from '../../app/useNow'
import { KeyHint } from '../../components/KeyHint'
import { ResidentMarks } from '../residents/ResidentMarks'
import { ActError } from './ActError'
import type { ArrivalAct } from './arrivals'
import type { Arrival } from './useArrivals'
import { useStandingWords } from './useStandingWords'
import { useWalkInHours } from './useWalkInHours'
import { useVisitorName } from './VisitorName'

const keys = ['Enter', 'Ctrl+Enter'] as const

interface ArrivalPanelProps {
  readonly arrival: Arrival
  readonly acts: readonly ArrivalAct[]
  readonly walkIns: VisitDay['walkIns'] | undefined
  readonly busy: boolean
  readonly error: unknown
  readonly onAct: (act: ArrivalAct) => void
}

/** How the chosen one stands to their booking, and what comes next: the first on Enter, the second on Ctrl+Enter. */
export function ArrivalPanel({ arrival, acts, walkIns, busy, error, onAct }: ArrivalPanelProps) {
  const { t } = useTranslation()
  const now = useNow()
  const { sentence } = useStandingWords()
  const walkInHours = useWalkInHours()
  const nameOf = useVisitorName()
  const { visit, standing, resident } = arrival
  // Those who cannot be served today are told when they could come without an appointment.
  const unserved = standing === null || standing.startsWith('wrongDay') || standing === 'cancelled'
  return (
    <Box sx={{ minWidth: 0 }}>
      <ActError error={error} />
      <Typography variant="h3">{visit ? nameOf(visit) : resident.name}</Typography>
      {visit && <ResidentMarks marks={visit.marks} />}
      <Typography sx={{ mt: 0.5 }}>{sentence(arrival, now)}</Typography>
      {visit && (
        <Typography color="text.secondary">
          {t(`appointments:reason.${visit.reason}`)}
          {visit.additionalInformation !== '' && `: ${visit.additionalInformation}`}
        </Typography>
      )}
      {unserved && walkIns && !walkIns.now && <Typography>{walkInHours(walkIns, now)}</Typography>}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1.5 }}>
        {acts.map((act, at) => (
          <Button
            key={act}
            variant={at === 0 ? 'contained' : 'outlined'}
            loading={busy && act === 'checkIn'}
            disabled={busy}
            aria-keyshortcuts={keys[at]?.replace('Ctrl', 'Control')}
            onClick={() => onAct(act)}
          >
            {act === 'checkIn' && standing !== 'onTime'
              ? t('visits:act.checkInAnyway')
              : t(`visits:act.${act}`)}
            {keys[at] && <KeyHint keys={keys[at]} />}
          </Button>
        ))}
      </Box>
    </Box>
  )
}
