import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useHashLocation } from 'wouter/use-hash-location'
import { TextSkeleton } from './Skeletons'

interface PageProps {
  /** The one h1 of the page. It may name a person; undefined while it is being read. */
  readonly title: ReactNode
  /** The window's title. Never anything about a person: window titles end up in lists and logs. */
  readonly windowTitle: string
  /** What stands under the heading, such as the marks of a person. */
  readonly lead?: ReactNode
  /** Buttons at the right end of the heading. */
  readonly actions?: ReactNode
  /** `text` for pages that are read, `full` for tables and two columns. Default `full`. */
  readonly width?: 'text' | 'full'
  readonly children?: ReactNode
}

let lastFocused = ''

/** A page: its heading, which gets the focus when one arrives, and its content. */
export function Page({ title, windowTitle, lead, actions, width = 'full', children }: PageProps) {
  const { t } = useTranslation()
  const [location] = useHashLocation()
  const heading = useRef<HTMLHeadingElement>(null)
  const program = t('common:program')

  useEffect(() => {
    document.title = windowTitle === program ? program : `${windowTitle} – ${program}`
  }, [windowTitle, program])

  useEffect(() => {
    // Only arriving moves the focus; a page that opens the program leaves it where the program begins.
    if (lastFocused !== '' && lastFocused !== location) heading.current?.focus()
    lastFocused = location
  }, [location])

  return (
    <Box sx={{ maxWidth: width === 'text' ? 760 : 1280 }}>
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 2, flexWrap: 'wrap', mb: 2 }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography variant="h1" ref={heading} tabIndex={-1} sx={{ outlineOffset: 4 }}>
            {title ?? <TextSkeleton width={240} />}
          </Typography>
          {lead}
        </Box>
        {actions !== undefined && <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>{actions}</Box>}
      </Box>
      {children}
    </Box>
  )
}
