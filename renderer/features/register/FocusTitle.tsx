import Box from '@mui/material/Box'
import { type ReactNode, useEffect, useRef } from 'react'

/** The words of a heading that takes the focus when it appears: reading goes on from here, and Tab to what follows. */
export function FocusTitle({ children }: { readonly children: ReactNode }) {
  const words = useRef<HTMLSpanElement>(null)
  useEffect(() => words.current?.focus(), [])
  return (
    <Box
      component="span"
      ref={words}
      tabIndex={-1}
      sx={{ '&:focus-visible': { outline: 'none' }, scrollMarginTop: 24 }}
    >
      {children}
    </Box>
  )
}
