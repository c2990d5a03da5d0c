import AssignmentIcon from '@mui/icons-material/AssignmentOutlined'
import BadgeIcon from '@mui/icons-material/BadgeOutlined'
import BuildIcon from '@mui/icons-material/BuildOutlined'
import CalendarMonthIcon from '@mui/icons-material/CalendarMonthOutlined'
import ChecklistIcon from '@mui/icons-material/Checklist'
import DevicesIcon from '@mui/icons-material/DevicesOutlined'
import FactCheckIcon from '@mui/icons-material/FactCheckOutlined'
import FolderSharedIcon from '@mui/icons-material/FolderSharedOutlined'
import HailIcon from '@mui/icons-material/HailOutlined'
import HelpOutlineIcon from '@mui/icons-material/HelpOutlineOutlined'
import HistoryEduIcon from '@mui/icons-material/HistoryEduOutlined'
import KeyIcon from '@mui/icons-material/KeyOutlined'
import MenuBookIcon from '@mui/icons-material/MenuBookOutlined'
import OutboxIcon from '@mui/icons-material/OutboxOutlined'
import PeopleIcon from '@mui/icons-material/PeopleOutlined'
import PhoneIcon from '@mui/icons-material/PhoneOutlined'
import RecordVoiceOverIcon from '@mui/icons-material/RecordVoiceOverOutlined'
import SettingsIcon from '@mui/icons-material/SettingsOutlined'
import TodayIcon from '@mui/icons-material/TodayOutlined'
import Box from '@mui/material/Box'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { routes } from './routes'
import { useMay } from './session'

interface Place {
  readonly path: string
  readonly icon: ReactElement
  readonly name:
    | 'today'
    | 'residents'
    | 'calls'
    | 'tasks'
    | 'reception'
    | 'serve'
    | 'calendar'
    | 'keys'
    | 'mandates'
    | 'requests'
    | 'defects'
    | 'answers'
    | 'advice'
    | 'outbox'
    | 'register'
    | 'staff'
    | 'desks'
    | 'audit'
    | 'settings'
}

const places: readonly Place[] = [
  { path: '/', icon: <TodayIcon />, name: 'today' },
  { path: '/residents', icon: <PeopleIcon />, name: 'residents' },
  { path: '/calls', icon: <PhoneIcon />, name: 'calls' },
  { path: '/tasks', icon: <ChecklistIcon />, name: 'tasks' },
  { path: '/reception', icon: <HailIcon />, name: 'reception' },
  { path: '/serve', icon: <RecordVoiceOverIcon />, name: 'serve' },
  { path: '/calendar', icon: <CalendarMonthIcon />, name: 'calendar' },
  { path: '/keys', icon: <KeyIcon />, name: 'keys' },
  { path: '/mandates', icon: <HistoryEduIcon />, name: 'mandates' },
  { path: '/requests', icon: <AssignmentIcon />, name: 'requests' },
  { path: '/defects', icon: <BuildIcon />, name: 'defects' },
  { path: '/answers', icon: <MenuBookIcon />, name: 'answers' },
  { path: '/advice', icon: <HelpOutlineIcon />, name: 'advice' },
  { path: '/outbox', icon: <OutboxIcon />, name: 'outbox' },
  { path: '/register', icon: <FolderSharedIcon />, name: 'register' },
  { path: '/staff', icon: <BadgeIcon />, name: 'staff' },
  { path: '/desks', icon: <DevicesIcon />, name: 'desks' },
  { path: '/audit', icon: <FactCheckIcon />, name: 'audit' },
  { path: '/settings', icon: <SettingsIcon />, name: 'settings' },
]

/** The places of the program that this person uses. */
export function Rail() {
  const { t } = useTranslation()
  const may = useMay()
  const [location] = useHashLocation()
  const mine = places.filter(({ path }) => {
    const roles = routes.find((route) => route.path === path)?.roles
    return roles === undefined || may(...roles)
  })
  return (
    <Box
      component="nav"
      aria-label={t('common:rail.label')}
      sx={{
        width: { md: 136 },
        overflowX: 'auto',
        bgcolor: '#00005e',
        color: '#ffffff',
        overflowY: 'auto',
        colorScheme: 'dark',
      }}
    >
      <Box
        sx={{
          height: 64,
          display: { xs: 'none', md: 'grid' },
          placeItems: 'center',
          fontWeight: 600,
          fontSize: 20,
        }}
        aria-hidden
      >
        Heka
      </Box>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: { xs: 'flex', md: 'block' } }}>
        {mine.map(({ path, icon, name }) => {
          const here = path === '/' ? location === '/' : location.startsWith(path)
          return (
            <Box
              component="li"
              key={path}
              sx={{
                '& a': {
                  display: 'flex',
                  flexDirection: { xs: 'column', md: 'row' },
                  alignItems: 'center',
                  columnGap: 0.75,
                  py: { xs: 0.25, md: 0.75 },
                  lineHeight: 1.2,
                  color: 'inherit',
                  fontSize: 15,
                  textDecoration: 'none',
                  borderLeft: '4px solid transparent',
                  pl: 0.5,
                  pr: 1,
                },
                '& svg': { fontSize: 22 },
                '& a:hover': { bgcolor: 'rgba(255,255,255,0.12)' },
                '& a[aria-current]': { bgcolor: '#0000bf', borderLeftColor: '#ffffff', fontWeight: 600 },
                '& a:focus-visible': { outlineColor: '#ffffff', outlineOffset: -4 },
              }}
            >
              <Link href={path} aria-current={here ? 'page' : undefined}>
                {icon}
                {t(`common:rail.${name}`)}
              </Link>
            </Box>
          )
        })}
      </Box>
    </Box>
  )
}
