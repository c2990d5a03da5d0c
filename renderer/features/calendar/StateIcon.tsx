import CampaignIcon from '@mui/icons-material/CampaignOutlined'
import CheckIcon from '@mui/icons-material/Check'
import CloseIcon from '@mui/icons-material/Close'
import EventIcon from '@mui/icons-material/EventOutlined'
import HourglassIcon from '@mui/icons-material/HourglassEmpty'
import PauseIcon from '@mui/icons-material/Pause'
import PersonOffIcon from '@mui/icons-material/PersonOffOutlined'
import type { VisitView } from '#shared/contract/visits'

type State = VisitView['state']

const icons = {
  booked: EventIcon,
  waiting: HourglassIcon,
  called: CampaignIcon,
  parked: PauseIcon,
  finished: CheckIcon,
  noShow: PersonOffIcon,
  cancelled: CloseIcon,
} as const satisfies Record<State, unknown>

/** The tone of a visit's block: the colour says nothing that the icon and the word do not. */
export const stateTones = {
  booked: 'info',
  waiting: 'warning',
  called: 'success',
  parked: 'warning',
  finished: 'plain',
  noShow: 'error',
  cancelled: 'plain',
} as const satisfies Record<State, 'info' | 'warning' | 'success' | 'error' | 'plain'>

/** Where a visit is, as a picture; the word stands beside it or is heard. */
export function StateIcon({ state }: { readonly state: State }) {
  const Icon = icons[state]
  return <Icon sx={{ fontSize: 16, verticalAlign: '-3px', flex: 'none' }} aria-hidden />
}
