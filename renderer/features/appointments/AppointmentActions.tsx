import EditIcon from '@mui/icons-material/Edit'
import EventBusyIcon from '@mui/icons-material/EventBusy'
import PrintIcon from '@mui/icons-material/Print'
import UpdateIcon from '@mui/icons-material/Update'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import { type ReactElement, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { VisitView } from '#shared/contract/visits'
import { useMay } from '../../app/session'
import { useShortcut } from '../../app/shortcuts'
import { KeyHint } from '../../components/KeyHint'

export type AppointmentDialog = 'move' | 'cancel' | 'slip' | 'change'

interface AppointmentActionsProps {
  readonly visit: VisitView
  /** The slip is what comes next, so its button takes the focus. */
  readonly printFirst: boolean
  readonly onOpen: (dialog: AppointmentDialog) => void
}

/** What is done with a booked visit, each on the single key shown beside it. */
export function AppointmentActions({ visit, printFirst, onOpen }: AppointmentActionsProps) {
  const { t } = useTranslation()
  const may = useMay()
  const booked = visit.state === 'booked' && visit.startsAt !== null
  const own = visit.team === 'asoy' ? may('asoy') : may('counter', 'phone', 'lead')
  const print = (
    <Action
      keys="T"
      icon={<PrintIcon />}
      label={t('appointments:action.slip')}
      main={printFirst}
      enabled={booked}
      onAct={() => onOpen('slip')}
    />
  )
  return (
    <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', mb: booked ? 2 : 0 }}>
      {printFirst && print}
      <Action
        keys="S"
        icon={<UpdateIcon />}
        label={t('appointments:action.move')}
        enabled={booked && own}
        onAct={() => onOpen('move')}
      />
      <Action
        keys="P"
        icon={<EventBusyIcon />}
        label={t('appointments:action.cancel')}
        enabled={booked && own}
        onAct={() => onOpen('cancel')}
      />
      {!printFirst && print}
      <Action
        keys="E"
        icon={<EditIcon />}
        label={t('appointments:action.change')}
        enabled={booked && own}
        onAct={() => onOpen('change')}
      />
    </Stack>
  )
}

interface ActionProps {
  readonly keys: string
  readonly icon: ReactElement
  readonly label: string
  readonly main?: boolean
  readonly enabled: boolean
  readonly onAct: () => void
}

function Action({ keys, icon, label, main = false, enabled, onAct }: ActionProps) {
  useShortcut(keys, onAct, { enabled })
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    // After the heading, which takes the focus on arrival.
    if (!main || !enabled) return
    const timer = setTimeout(() => button.current?.focus())
    return () => clearTimeout(timer)
  }, [main, enabled])
  if (!enabled) return null
  return (
    <Button
      ref={button}
      variant={main ? 'contained' : 'outlined'}
      startIcon={icon}
      aria-keyshortcuts={keys}
      onClick={onAct}
    >
      {label}
      <KeyHint keys={keys} />
    </Button>
  )
}
