import CheckIcon from '@mui/icons-material/Check'
import CloseIcon from '@mui/icons-material/Close'
import ErrorIcon from '@mui/icons-material/ErrorOutlined'
import HourglassIcon from '@mui/icons-material/HourglassEmpty'
import RadioButtonUncheckedIcon from '@mui/icons-material/RadioButtonUnchecked'
import { useTranslation } from 'react-i18next'
import type { TaskSummary } from '#shared/contract/tasks'
import { Mark } from '../../components/Mark'

/** Where a task is: open, late, waiting for somebody, done or cancelled. */
export function TaskStateMark({ task }: { readonly task: TaskSummary }) {
  const { t } = useTranslation()
  if (task.late) return <Mark label={t('tasks:late')} tone="error" icon={<ErrorIcon />} />
  switch (task.state) {
    case 'open':
      return <Mark label={t('tasks:state.open')} tone="info" icon={<RadioButtonUncheckedIcon />} />
    case 'waiting':
      return (
        <Mark
          label={task.waitsFor === null ? t('tasks:state.waiting') : t(`tasks:waitsFor.${task.waitsFor}`)}
          tone="warning"
          icon={<HourglassIcon />}
        />
      )
    case 'done':
      return <Mark label={t('tasks:state.done')} tone="success" icon={<CheckIcon />} />
    case 'cancelled':
      return <Mark label={t('tasks:state.cancelled')} tone="neutral" icon={<CloseIcon />} />
  }
}
