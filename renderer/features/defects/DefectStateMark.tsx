import BuildIcon from '@mui/icons-material/BuildOutlined'
import CheckIcon from '@mui/icons-material/Check'
import CloseIcon from '@mui/icons-material/Close'
import ErrorIcon from '@mui/icons-material/ErrorOutlined'
import HourglassIcon from '@mui/icons-material/HourglassEmpty'
import PriorityHighIcon from '@mui/icons-material/PriorityHigh'
import { useTranslation } from 'react-i18next'
import type { DefectSummary } from '#shared/contract/defects'
import { Mark } from '../../components/Mark'

/** Where a defect is: open, late, being mended, done or cancelled. */
export function DefectStateMark({ defect }: { readonly defect: DefectSummary }) {
  const { t } = useTranslation()
  if (defect.late) return <Mark label={t('defects:late')} tone="error" icon={<ErrorIcon />} />
  const label = t(`defects:state.${defect.state}`)
  switch (defect.state) {
    case 'open':
      return <Mark label={label} tone="info" icon={<HourglassIcon />} />
    case 'inProgress':
      return <Mark label={label} tone="info" icon={<BuildIcon />} />
    case 'done':
      return <Mark label={label} tone="success" icon={<CheckIcon />} />
    case 'cancelled':
      return <Mark label={label} tone="neutral" icon={<CloseIcon />} />
  }
}

/** That a defect is urgent; nothing for the others. */
export function UrgentMark({ defect }: { readonly defect: Pick<DefectSummary, 'urgency'> }) {
  const { t } = useTranslation()
  if (defect.urgency !== 'urgent') return null
  return <Mark label={t('defects:urgency.urgent')} tone="warning" icon={<PriorityHighIcon />} />
}
