import BuildIcon from '@mui/icons-material/BuildOutlined'
import BusinessIcon from '@mui/icons-material/BusinessOutlined'
import GarageIcon from '@mui/icons-material/GarageOutlined'
import HandshakeIcon from '@mui/icons-material/HandshakeOutlined'
import InventoryIcon from '@mui/icons-material/Inventory2Outlined'
import KeyIcon from '@mui/icons-material/KeyOutlined'
import LaundryIcon from '@mui/icons-material/LocalLaundryServiceOutlined'
import MailboxIcon from '@mui/icons-material/MarkunreadMailboxOutlined'
import PersonIcon from '@mui/icons-material/PersonOutlined'
import SearchOffIcon from '@mui/icons-material/SearchOff'
import StorefrontIcon from '@mui/icons-material/StorefrontOutlined'
import HomeKeyIcon from '@mui/icons-material/VpnKeyOutlined'
import type { ReactElement } from 'react'
import type { KeyHolderKind, KeyKind } from '#shared/rules/keyLedger'

/** What a key opens. */
export const kindIcons: Readonly<Record<KeyKind, ReactElement>> = {
  apartment: <HomeKeyIcon />,
  storage: <InventoryIcon />,
  laundry: <LaundryIcon />,
  mailbox: <MailboxIcon />,
  parking: <GarageIcon />,
  other: <KeyIcon />,
}

/** Who has it. */
export const holderIcons: Readonly<Record<KeyHolderKind, ReactElement>> = {
  resident: <PersonIcon />,
  grantee: <HandshakeIcon />,
  blc: <StorefrontIcon />,
  heka: <BusinessIcon />,
  maintenance: <BuildIcon />,
  lost: <SearchOffIcon />,
}
