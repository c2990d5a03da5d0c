import CheckIcon from '@mui/icons-material/Check'
import ErrorIcon from '@mui/icons-material/ErrorOutlined'
import HelpIcon from '@mui/icons-material/HelpOutlined'
import RemoveIcon from '@mui/icons-material/RemoveCircleOutlined'
import ScheduleIcon from '@mui/icons-material/Schedule'
import SendIcon from '@mui/icons-material/SendOutlined'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutboxMessage } from '#shared/contract/outbox'
import { useFormat } from '../../app/format'
import { useNow } from '../../app/useNow'
import { Mark } from '../../components/Mark'
import { nextStep } from './nextStep'

interface MessageStateProps {
  readonly message: OutboxMessage
  /** An SMTP server is set; without one nothing goes out. */
  readonly configured: boolean
}

const icons: Readonly<Record<OutboxMessage['state'], ReactElement>> = {
  waiting: <ScheduleIcon />,
  sending: <SendIcon />,
  sent: <CheckIcon />,
  failed: <ErrorIcon />,
  uncertain: <HelpIcon />,
  dropped: <RemoveIcon />,
}

/** Where a message is, in words: its state, what went wrong, and what happens next. What was sent is quiet. */
export function MessageState({ message, configured }: MessageStateProps) {
  const { t } = useTranslation()
  const { dateTime } = useFormat()
  const now = useNow()
  const { state, problem, sentAt } = message
  const next = () => {
    if (state === 'sent') return sentAt === null ? null : dateTime(sentAt)
    const step = nextStep(message, configured, now)
    if (step === null) return null
    return 'at' in step
      ? t(`outbox:next.${step.what}`, { when: dateTime(step.at) })
      : t(`outbox:next.${step.what}`)
  }
  const word = t(`outbox:state.${state}`)
  const details = [problem === null ? null : t(`outbox:problem.${problem}`), next()].filter(Boolean).join(' ')
  return (
    <>
      {state === 'failed' || state === 'uncertain' ? (
        <Mark tone={state === 'failed' ? 'error' : 'warning'} icon={icons[state]} label={word} />
      ) : (
        <Box
          component="span"
          sx={{ display: 'flex', alignItems: 'center', gap: 0.5, '& svg': { fontSize: 20 } }}
        >
          <Box component="span" aria-hidden sx={{ display: 'flex' }}>
            {icons[state]}
          </Box>
          {word}
        </Box>
      )}
      {details !== '' && (
        <Typography variant="body2" color="textSecondary">
          {details}
        </Typography>
      )}
    </>
  )
}
