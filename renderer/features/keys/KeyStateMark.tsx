import CheckIcon from '@mui/icons-material/Check'
import ErrorIcon from '@mui/icons-material/ErrorOutlined'
import BrokenIcon from '@mui/icons-material/HandymanOutlined'
import HourglassIcon from '@mui/icons-material/HourglassEmpty'
import SearchOffIcon from '@mui/icons-material/SearchOff'
import { useTranslation } from 'react-i18next'
import type { HandoffDirection, HandoffKeyState } from '#shared/rules/keyHandoff'
import { Mark } from '../../components/Mark'

interface KeyStateMarkProps {
  readonly state: HandoffKeyState
  readonly direction: HandoffDirection
}

/** What was reported of a key of a hand-off. */
export function KeyStateMark({ state, direction }: KeyStateMarkProps) {
  const { t } = useTranslation()
  const label = t(`keys:keyState.${direction}.${state}`)
  switch (state) {
    case 'expected':
      return <Mark label={label} tone="info" icon={<HourglassIcon />} />
    case 'arrived':
      return <Mark label={label} tone="success" icon={<CheckIcon />} />
    case 'damaged':
      return <Mark label={label} tone="error" icon={<BrokenIcon />} />
    case 'missing':
      return <Mark label={label} tone="error" icon={<ErrorIcon />} />
    case 'extra':
      return <Mark label={label} tone="warning" icon={<ErrorIcon />} />
    case 'writtenOff':
      return <Mark label={label} tone="neutral" icon={<SearchOffIcon />} />
  }
}
