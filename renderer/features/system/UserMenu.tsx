import ArrowDropDownIcon from '@mui/icons-material/ArrowDropDown'
import CheckIcon from '@mui/icons-material/Check'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Divider from '@mui/material/Divider'
import ListItemIcon from '@mui/material/ListItemIcon'
import ListSubheader from '@mui/material/ListSubheader'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useColorScheme } from '@mui/material/styles'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasUnkeptDrafts } from '../../app/drafts'
import { signOut, useSession } from '../../app/session'
import { ConfirmDialog } from '../../components/ConfirmDialog'
import { chooseLanguage, languageNames, languages } from '../../i18n/index'
import { NewPasswordDialog } from './NewPasswordDialog'
import { SwitchUserDialog } from './SwitchUserDialog'

/** The ways the page can look. */
export const looks = ['light', 'dark', 'system'] as const

/** My name, and what is mine to choose: who uses this desk, my password, the language and the look. */
export function UserMenu() {
  const { t, i18n } = useTranslation()
  const { name } = useSession()
  const { mode, setMode } = useColorScheme()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [dialog, setDialog] = useState<'switchUser' | 'newPassword' | 'signOut' | null>(null)
  const open = (which: typeof dialog) => {
    setAnchor(null)
    setDialog(which)
  }
  const close = () => setDialog(null)
  const leave = () => {
    close()
    // When the desk does not answer, the bar already says so, and nobody is signed out.
    void signOut().catch(() => undefined)
  }

  return (
    <>
      <Button
        id="user-menu-button"
        color="inherit"
        size="small"
        endIcon={<ArrowDropDownIcon />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ maxWidth: 220, px: 1 }}
      >
        <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
          {name}
        </Box>
      </Button>
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        slotProps={{ list: { 'aria-labelledby': 'user-menu-button', dense: true } }}
      >
        <MenuItem onClick={() => open('switchUser')}>{t('system:switchUser.title')}</MenuItem>
        <MenuItem onClick={() => open('newPassword')}>{t('system:newPassword.title')}</MenuItem>
        <Divider />
        <ListSubheader role="presentation">{t('common:language')}</ListSubheader>
        {languages.map((language) => (
          <MenuItem
            key={language}
            lang={language}
            role="menuitemradio"
            aria-checked={i18n.language === language}
            onClick={() => {
              setAnchor(null)
              void chooseLanguage(language)
            }}
          >
            <ListItemIcon>{i18n.language === language && <CheckIcon />}</ListItemIcon>
            {languageNames[language]}
          </MenuItem>
        ))}
        <Divider />
        <ListSubheader role="presentation">{t('system:look.label')}</ListSubheader>
        {looks.map((look) => (
          <MenuItem
            key={look}
            role="menuitemradio"
            aria-checked={mode === look}
            onClick={() => {
              setAnchor(null)
              setMode(look)
            }}
          >
            <ListItemIcon>{mode === look && <CheckIcon />}</ListItemIcon>
            {t(`system:look.${look}`)}
          </MenuItem>
        ))}
        <Divider />
        <MenuItem onClick={() => (hasUnkeptDrafts() ? open('signOut') : leave())}>
          {t('system:userMenu.signOut')}
        </MenuItem>
      </Menu>
      {dialog === 'switchUser' && <SwitchUserDialog onClose={close} />}
      {dialog === 'newPassword' && <NewPasswordDialog onClose={close} />}
      <ConfirmDialog
        open={dialog === 'signOut'}
        title={t('system:userMenu.signOutTitle')}
        confirm={t('system:userMenu.signOut')}
        danger
        onCancel={close}
        onConfirm={leave}
      >
        {t('system:userMenu.signOutText')}
      </ConfirmDialog>
    </>
  )
}
