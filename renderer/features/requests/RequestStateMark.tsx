import CheckIcon from '@mui/icons-material/Check'
import CloseIcon from '@mui/icons-material/Close'
import ErrorIcon from '@mui/icons-material/ErrorOutlined'
import HourglassIcon from '@mui/icons-material/HourglassEmpty'
import { useTranslation } from 'react-i18next'
import type { RequestSummary } from '#shared/contract/requests'
import { Mark } from '../../components/Mark'

/** Where a request is: open, late, done or cancelled. */
export function RequestStateMark({ request }: { readonly request: RequestSummary }) {
  const { t } = useTranslation()
  if (request.overdue) return <Mark label={t('requests:overdue')} tone="error" icon={<ErrorIcon />} />
  switch (request.state) {
    case 'open':
      return <Mark label={t('requests:state.open')} tone="info" icon={<HourglassIcon />} />
    case 'done':
      return <Mark label={t('requests:state.done')} tone="success" icon={<CheckIcon />} />
    case 'cancelled':
      return <Mark label={t('requests:state.cancelled')} tone="neutral" icon={<CloseIcon />} />
  }
}
