import BlockIcon from '@mui/icons-material/Block'
import CheckCircleIcon from '@mui/icons-material/CheckCircle'
import EventBusyIcon from '@mui/icons-material/EventBusy'
import HourglassIcon from '@mui/icons-material/HourglassEmpty'
import LocalFloristIcon from '@mui/icons-material/LocalFlorist'
import ScheduleIcon from '@mui/icons-material/Schedule'
import type { ComponentProps, ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { MandateStanding } from '#shared/rules/mayAct'
import { Mark } from '../../components/Mark'

const looks: Readonly<
  Record<MandateStanding, { readonly icon: ReactElement; readonly tone: ComponentProps<typeof Mark>['tone'] }>
> = {
  received: { icon: <HourglassIcon />, tone: 'warning' },
  valid: { icon: <CheckCircleIcon />, tone: 'success' },
  notYetValid: { icon: <ScheduleIcon />, tone: 'info' },
  expired: { icon: <EventBusyIcon />, tone: 'neutral' },
  revoked: { icon: <BlockIcon />, tone: 'error' },
  refused: { icon: <BlockIcon />, tone: 'error' },
  grantorDied: { icon: <LocalFloristIcon />, tone: 'neutral' },
  leaseEnded: { icon: <EventBusyIcon />, tone: 'neutral' },
}

/** Where a power stands today, in words with an icon. */
export function StandingMark({ standing }: { readonly standing: MandateStanding }) {
  const { t } = useTranslation()
  return <Mark label={t(`mandates:standing.${standing}`)} {...looks[standing]} />
}
