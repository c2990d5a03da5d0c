import ApartmentIcon from '@mui/icons-material/Apartment'
import ChildCareIcon from '@mui/icons-material/ChildCare'
import EventIcon from '@mui/icons-material/Event'
import EventBusyIcon from '@mui/icons-material/EventBusy'
import LocalFloristIcon from '@mui/icons-material/LocalFlorist'
import NoMeetingRoomIcon from '@mui/icons-material/NoMeetingRoom'
import ShieldIcon from '@mui/icons-material/Shield'
import Box from '@mui/material/Box'
import type { ComponentProps, ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ResidentMark } from '#shared/rules/residentMarks'
import { Mark } from '../../components/Mark'

const looks: Readonly<
  Record<ResidentMark, { readonly icon: ReactElement; readonly tone: ComponentProps<typeof Mark>['tone'] }>
> = {
  nonDisclosure: { icon: <ShieldIcon />, tone: 'error' },
  deceased: { icon: <LocalFloristIcon />, tone: 'neutral' },
  minor: { icon: <ChildCareIcon />, tone: 'warning' },
  leaseEnded: { icon: <EventBusyIcon />, tone: 'warning' },
  noLease: { icon: <NoMeetingRoomIcon />, tone: 'warning' },
  futureLease: { icon: <EventIcon />, tone: 'info' },
  asoy: { icon: <ApartmentIcon />, tone: 'info' },
}

/** What a reader must notice about a person, in words with an icon. */
export function ResidentMarks({ marks }: { readonly marks: readonly ResidentMark[] }) {
  const { t } = useTranslation()
  if (marks.length === 0) return null
  return (
    <Box component="ul" sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, m: 0, p: 0, listStyle: 'none' }}>
      {marks.map((mark) => (
        <li key={mark}>
          <Mark label={t(`residents:mark.${mark}`)} {...looks[mark]} />
        </li>
      ))}
    </Box>
  )
}
