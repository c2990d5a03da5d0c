import Chip from '@mui/material/Chip'
import type { ReactElement } from 'react'

interface MarkProps {
  readonly label: string
  /** An icon that says the same as the colour: colour is never the only sign. */
  readonly icon: ReactElement
  readonly tone: 'neutral' | 'info' | 'success' | 'warning' | 'error'
}

/** A short mark that must be noticed: an icon, a word and a colour. */
export function Mark({ label, icon, tone }: MarkProps) {
  return (
    <Chip
      size="small"
      icon={icon}
      label={label}
      color={tone === 'neutral' ? 'default' : tone}
      variant={tone === 'neutral' || tone === 'info' ? 'outlined' : 'filled'}
    />
  )
}
