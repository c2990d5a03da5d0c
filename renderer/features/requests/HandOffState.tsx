import CheckIcon from '@mui/icons-material/Check'
import ErrorIcon from '@mui/icons-material/ErrorOutlined'
import HelpIcon from '@mui/icons-material/HelpOutlined'
import RemoveIcon from '@mui/icons-material/RemoveCircleOutlined'
import ScheduleIcon from '@mui/icons-material/Schedule'
import SendIcon from '@mui/icons-material/SendOutlined'
import Box from '@mui/material/Box'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestSummary } from '#shared/contract/requests'
import { Mark } from '../../components/Mark'

type State = RequestSummary['handOff']['state']

const icons: Readonly<Record<State, ReactElement>> = {
  waiting: <ScheduleIcon />,
  sending: <SendIcon />,
  sent: <CheckIcon />,
  failed: <ErrorIcon />,
  uncertain: <HelpIcon />,
  dropped: <RemoveIcon />,
  noAddress: <ErrorIcon />,
}

/** Where the e-mail to whoever answers is, in words. What needs nobody is quiet, and of what is over nothing is missing. */
export function HandOffState({ request }: { readonly request: RequestSummary }) {
  const { t } = useTranslation()
  const { state } = request.handOff
  const word = t(`requests:handOff.${state}`)
  const needed = request.state === 'open'
  if (needed && (state === 'failed' || state === 'noAddress'))
    return <Mark tone="error" icon={icons[state]} label={word} />
  if (needed && (state === 'uncertain' || state === 'dropped'))
    return <Mark tone="warning" icon={icons[state]} label={word} />
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
      {word}
    </Box>
  )
}
