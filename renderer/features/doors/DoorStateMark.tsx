import CheckIcon from '@mui/icons-material/Check'
import CloseIcon from '@mui/icons-material/Close'
import DirectionsCarIcon from '@mui/icons-material/DirectionsCarOutlined'
import ErrorIcon from '@mui/icons-material/ErrorOutlined'
import { useTranslation } from 'react-i18next'
import type { DoorSummary } from '#shared/contract/doors'
import { Mark } from '../../components/Mark'

/** Where a door opening is: on its way, late, opened or cancelled. */
export function DoorStateMark({ door }: { readonly door: DoorSummary }) {
  const { t } = useTranslation()
  if (door.late) return <Mark label={t('doors:late')} tone="error" icon={<ErrorIcon />} />
  const label = t(`doors:state.${door.state}`)
  if (door.state === 'ordered') return <Mark label={label} tone="info" icon={<DirectionsCarIcon />} />
  if (door.state === 'opened') return <Mark label={label} tone="success" icon={<CheckIcon />} />
  return <Mark label={label} tone="neutral" icon={<CloseIcon />} />
}
