import ApartmentIcon from '@mui/icons-material/ApartmentOutlined'
import BadgeIcon from '@mui/icons-material/Badge'
import BuildIcon from '@mui/icons-material/BuildOutlined'
import DoorIcon from '@mui/icons-material/DoorFrontOutlined'
import EditIcon from '@mui/icons-material/Edit'
import EventIcon from '@mui/icons-material/Event'
import HelpIcon from '@mui/icons-material/HelpOutlineOutlined'
import HistoryEduIcon from '@mui/icons-material/HistoryEduOutlined'
import HowToRegIcon from '@mui/icons-material/HowToReg'
import NoteAddIcon from '@mui/icons-material/NoteAdd'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useHashLocation } from 'wouter/use-hash-location'
import { atCounter, useMay } from '../../app/session'
import { useShortcut } from '../../app/shortcuts'
import { KeyHint } from '../../components/KeyHint'

interface ResidentActionsProps {
  readonly id: string
  /** Whether a note was begun and not saved. */
  readonly noteBegun: boolean
  readonly onEdit: () => void
  readonly onNote: () => void
}

/** The button that opens the form of contact details; it gets the focus back when the form is closed. */
export const editButtonId = 'edit-contacts'

/** What staff do from a resident's page, each on the single key shown beside it. */
export function ResidentActions({ id, noteBegun, onEdit, onNote }: ResidentActionsProps) {
  const { t } = useTranslation()
  const may = useMay()
  const [, navigate] = useHashLocation()
  const identifies = may(...atCounter)
  return (
    <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', mb: 2 }}>
      <Action
        keys="I"
        icon={<BadgeIcon />}
        label={t('residents:action.identify')}
        main
        enabled={identifies}
        onAct={() => navigate(`/residents/${id}/identify`)}
      />
      <Action
        keys="B"
        icon={<EventIcon />}
        label={t('residents:action.book')}
        onAct={() => navigate(`/residents/${id}/book`)}
      />
      <Action
        keys="R"
        icon={<HowToRegIcon />}
        label={t('residents:action.portal')}
        onAct={() => navigate(`/residents/${id}/portal`)}
      />
      <Action
        keys="A"
        icon={<HelpIcon />}
        label={t('residents:action.ask')}
        onAct={() => navigate(`/residents/${id}/ask`)}
      />
      <Action
        keys="V"
        icon={<HistoryEduIcon />}
        label={t('residents:action.mandates')}
        onAct={() => navigate(`/residents/${id}/mandates`)}
      />
      <Action
        keys="D"
        icon={<BuildIcon />}
        label={t('residents:action.defect')}
        onAct={() => navigate(`/residents/${id}/defects/new`)}
      />
      <Action
        keys="O"
        icon={<DoorIcon />}
        label={t('residents:action.door')}
        onAct={() => navigate(`/residents/${id}/door`)}
      />
      <Action
        keys="M"
        icon={<ApartmentIcon />}
        label={t('residents:action.manager')}
        onAct={() => navigate(`/residents/${id}/manager`)}
      />
      <Action
        id={editButtonId}
        keys="E"
        icon={<EditIcon />}
        label={t('residents:action.edit')}
        onAct={onEdit}
      />
      <Action
        keys="N"
        icon={<NoteAddIcon />}
        label={noteBegun ? t('residents:action.continueNote') : t('residents:action.note')}
        onAct={onNote}
      />
    </Stack>
  )
}

interface ActionProps {
  readonly id?: string
  readonly keys: string
  readonly icon: ReactElement
  readonly label: string
  readonly main?: boolean
  readonly enabled?: boolean
  readonly onAct: () => void
}

function Action({ id, keys, icon, label, main = false, enabled = true, onAct }: ActionProps) {
  useShortcut(keys, onAct, { enabled })
  if (!enabled) return null
  return (
    <Button
      id={id}
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
