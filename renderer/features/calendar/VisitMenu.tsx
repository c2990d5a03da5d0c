import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useTranslation } from 'react-i18next'
import type { VisitView } from '#shared/contract/visits'
import { KeyHint } from '../../components/KeyHint'

interface VisitMenuProps {
  readonly visit: VisitView
  readonly at: HTMLElement
  readonly onOpen: () => void
  readonly onMove: () => void
  readonly onClose: () => void
}

/** What can be done with a visit, for those who do not drag (WCAG 2.5.7). */
export function VisitMenu({ visit, at, onOpen, onMove, onClose }: VisitMenuProps) {
  const { t } = useTranslation()
  return (
    // In the page's own part of the screen, where those who listen look for it.
    <Menu open anchorEl={at} container={at.closest('main')} onClose={onClose}>
      <MenuItem onClick={onOpen}>{t('calendar:menu.open')}</MenuItem>
      {visit.state === 'booked' && (
        <MenuItem onClick={onMove}>
          {t('calendar:menu.move')}
          <KeyHint keys="M" />
        </MenuItem>
      )}
    </Menu>
  )
}
