import CheckIcon from '@mui/icons-material/Check'
import ErrorIcon from '@mui/icons-material/ErrorOutlined'
import HelpIcon from '@mui/icons-material/HelpOutlined'
import HomeIcon from '@mui/icons-material/HomeOutlined'
import PhoneIcon from '@mui/icons-material/PhoneOutlined'
import RemoveIcon from '@mui/icons-material/RemoveCircleOutlined'
import ScheduleIcon from '@mui/icons-material/Schedule'
import SendIcon from '@mui/icons-material/SendOutlined'
import Box from '@mui/material/Box'
import type { ReactElement } from 'react'
import { Mark } from './Mark'

const icons = {
  waiting: <ScheduleIcon />,
  sending: <SendIcon />,
  sent: <CheckIcon />,
  failed: <ErrorIcon />,
  uncertain: <HelpIcon />,
  dropped: <RemoveIcon />,
  noAddress: <ErrorIcon />,
  byPhone: <PhoneIcon />,
  notOurs: <HomeIcon />,
} as const satisfies Readonly<Record<string, ReactElement>>

interface HandOffMarkProps {
  readonly state: keyof typeof icons
  readonly label: string
  /** Somebody still waits for it; of what is over nothing is missing. */
  readonly needed: boolean
}

/** Where the message to whoever answers is. What needs nobody is quiet. */
export function HandOffMark({ state, label, needed }: HandOffMarkProps) {
  if (needed && (state === 'failed' || state === 'noAddress'))
    return <Mark tone="error" icon={icons[state]} label={label} />
  if (needed && (state === 'uncertain' || state === 'dropped'))
    return <Mark tone="warning" icon={icons[state]} label={label} />
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        verticalAlign: 'middle',
        gap: 0.5,
        '& svg': { fontSize: 20 },
      }}
    >
      <Box component="span" aria-hidden sx={{ display: 'flex' }}>
        {icons[state]}
      </Box>
      {label}
    </Box>
  )
}
