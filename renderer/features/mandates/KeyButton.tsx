import Button from '@mui/material/Button'
import type { ReactElement } from 'react'
import { useShortcut } from '../../app/shortcuts'
import { KeyHint } from '../../components/KeyHint'

interface KeyButtonProps {
  readonly keys: string
  readonly icon?: ReactElement
  readonly label: string
  readonly main?: boolean
  readonly enabled?: boolean
  readonly onAct: () => void
}

/** A button with the single key that does the same shown on it. Not there at all while it cannot be used. */
export function KeyButton({ keys, icon, label, main = false, enabled = true, onAct }: KeyButtonProps) {
  useShortcut(keys, onAct, { enabled })
  if (!enabled) return null
  return (
    <Button
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
