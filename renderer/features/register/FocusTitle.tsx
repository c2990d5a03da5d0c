import Box from '@mui/material/Box'
import { type ReactNode, useEffect, useRef } from 'react'

interface FocusTitleProps {
  /** Brings the heading to the top of the page: what belongs to it is below. */
  readonly top?: boolean
  readonly children: ReactNode
}

/** The words of a heading that takes the focus when it appears: reading goes on from here, and Tab to what follows. */
export function FocusTitle({ top = false, children }: FocusTitleProps) {
  const words = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    words.current?.focus()
    if (top) words.current?.scrollIntoView({ block: 'start' })
  }, [top])
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
