import BlockIcon from '@mui/icons-material/Block'
import EditIcon from '@mui/icons-material/Edit'
import HelpIcon from '@mui/icons-material/HelpOutlineOutlined'
import PrintIcon from '@mui/icons-material/PrintOutlined'
import RefreshIcon from '@mui/icons-material/RestorePageOutlined'
import UndoIcon from '@mui/icons-material/Undo'
import Stack from '@mui/material/Stack'
import { useTranslation } from 'react-i18next'
import { useHashLocation } from 'wouter/use-hash-location'
import type { MandatePage } from '#shared/contract/mandateViews'
import { KeyButton } from './KeyButton'
import { isOver, isReceived } from './standing'

export type MandateDialog = 'refuse' | 'revoke' | 'receipt'

interface MandateActionsProps {
  readonly residentId: string
  readonly mandate: MandatePage
  readonly onOpen: (dialog: MandateDialog) => void
}

/** What is done with a power, each on the single key shown beside it. */
export function MandateActions({ residentId, mandate, onOpen }: MandateActionsProps) {
  const { t } = useTranslation()
  const [, navigate] = useHashLocation()
  const received = isReceived(mandate)
  const over = isOver(mandate)
  return (
    <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', mb: 2 }}>
      <KeyButton
        keys="A"
        icon={<HelpIcon />}
        label={t('mandates:ask.title')}
        onAct={() => navigate(`/residents/${residentId}/ask`)}
      />
      <KeyButton
        keys="E"
        icon={<EditIcon />}
        label={t('mandates:action.correct')}
        enabled={received}
        onAct={() => navigate(`/mandates/${mandate.id}/correct`)}
      />
      <KeyButton
        keys="H"
        icon={<BlockIcon />}
        label={t('mandates:action.refuse')}
        enabled={received}
        onAct={() => onOpen('refuse')}
      />
      <KeyButton
        keys="R"
        icon={<UndoIcon />}
        label={t('mandates:action.revoke')}
        enabled={!over}
        onAct={() => onOpen('revoke')}
      />
      <KeyButton
        keys="U"
        icon={<RefreshIcon />}
        label={t('mandates:action.renew')}
        enabled={!received && mandate.refused === null}
        onAct={() => navigate(`/mandates/${mandate.id}/renew`)}
      />
      <KeyButton
        keys="T"
        icon={<PrintIcon />}
        label={t('mandates:print.receipt')}
        onAct={() => onOpen('receipt')}
      />
    </Stack>
  )
}
