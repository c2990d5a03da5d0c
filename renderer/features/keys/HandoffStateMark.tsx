import CheckIcon from '@mui/icons-material/Check'
import CloseIcon from '@mui/icons-material/Close'
import DoneAllIcon from '@mui/icons-material/DoneAll'
import ErrorIcon from '@mui/icons-material/ErrorOutlined'
import HourglassIcon from '@mui/icons-material/HourglassEmpty'
import StorefrontIcon from '@mui/icons-material/StorefrontOutlined'
import { useTranslation } from 'react-i18next'
import type { HandoffState } from '#shared/rules/keyHandoff'
import { Mark } from '../../components/Mark'

interface HandoffStateMarkProps {
  readonly handoff: { readonly state: HandoffState; readonly overdue: boolean }
}

/** Where a hand-off is: an icon and a word, and a colour for what needs somebody. */
export function HandoffStateMark({ handoff: { state, overdue } }: HandoffStateMarkProps) {
  const { t } = useTranslation()
  if (overdue) return <Mark label={t('keys:late')} tone="error" icon={<ErrorIcon />} />
  const label = t(`keys:state.${state}`)
  switch (state) {
    case 'instructed':
      return <Mark label={label} tone="info" icon={<HourglassIcon />} />
    case 'withBlc':
      return <Mark label={label} tone="info" icon={<StorefrontIcon />} />
    case 'counted':
      return <Mark label={label} tone="success" icon={<CheckIcon />} />
    case 'missing':
    case 'damaged':
      return <Mark label={label} tone="error" icon={<ErrorIcon />} />
    case 'tooMany':
      return <Mark label={label} tone="warning" icon={<ErrorIcon />} />
    case 'settled':
      return <Mark label={label} tone="success" icon={<DoneAllIcon />} />
    case 'cancelled':
      return <Mark label={label} tone="neutral" icon={<CloseIcon />} />
  }
}
