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
import { useTranslation } from 'react-i18next'
import type { DefectSummary } from '#shared/contract/defects'
import { Mark } from '../../components/Mark'

type State = DefectSummary['handOff']['state']

const icons: Readonly<Record<State, ReactElement>> = {
  waiting: <ScheduleIcon />,
  sending: <SendIcon />,
  sent: <CheckIcon />,
  failed: <ErrorIcon />,
  uncertain: <HelpIcon />,
  dropped: <RemoveIcon />,
  noAddress: <ErrorIcon />,
  byPhone: <PhoneIcon />,
  notOurs: <HomeIcon />,
}

/** How whoever mends it was told, in words. What needs nobody is quiet. */
export function HandOffState({ defect }: { readonly defect: DefectSummary }) {
  const { t } = useTranslation()
  const { state } = defect.handOff
  const word = t(`defects:handOff.${state}`)
  const needed = defect.state === 'open' || defect.state === 'inProgress'
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
